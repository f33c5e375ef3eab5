import {
  code,
  counted,
  DATE,
  internal,
  line,
  lines,
  link,
  MONEY,
  ordinary,
  OUR_DAY,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Somebody's way to a living of their own: a training, a grant, a job, with its steps, and where they are a year on. */
export const PATH = defineKind({
  kind: 'path',
  level: 'part',
  title: ['type', 'what'],
  due: ['what'],
  story: {
    tone: 'ours',
    dated: ['started'],
    entry: {
      title: ['type'],
      named: true,
      account: ['note'],
      facts: ['of', 'what', 'with', 'sessions', 'amount', 'ended', 'outcome', 'yearOn', 'yearOnWords'],
      aside: [],
    },
  },
  groups: {
    begin: ['of', 'type', 'what', 'provider', 'with', 'amount', 'started', 'sessions', 'note'],
    end: ['outcome', 'ended', 'note'],
    later: ['yearOn', 'yearOnDay', 'yearOnWords'],
  },
  about: 'of',
  fields: [
    ordinary('of', reference('person')),
    ...withOther(ordinary('type', code('path-types'), { ...counted, required: true })),
    sensitive('what', line(200)),
    ordinary('provider', link('directory', 'provider'), internal),
    sensitive('with', line(160)),
    ordinary('amount', MONEY, { ...internal, when: { field: 'type', in: ['grant'] } }),
    ordinary('started', DATE),
    // How many times there will be, where that is known: attendance is counted against it.
    ordinary('sessions', { is: 'number', min: 1, max: 500, integer: true, unit: 'times' }, internal),
    ordinary('ended', DATE),
    ...withOther(ordinary('outcome', code('path-outcomes'), counted)),
    ...withOther(ordinary('yearOn', code('a-year-on'), counted)),
    ordinary('yearOnDay', OUR_DAY, internal),
    sensitive('yearOnWords', lines(2000)),
    sensitive('note', lines(2000), internal),
  ],
});
