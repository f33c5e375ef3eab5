import {
  code,
  codes,
  DATE,
  identifying,
  internal,
  line,
  lines,
  MEMBER,
  minimal,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import type { Kind } from '../kind.ts';

/** One decision of one person about one thing. A withdrawn consent stays, with its date: it explains the past. */
export const CONSENT: Kind = {
  kind: 'consent',
  level: 'part',
  title: ['to'],
  timeline: 'date',
  fields: [
    ordinary('of', reference('person'), { ...minimal, required: true }),
    ordinary('to', code('consent-kinds'), { ...minimal, required: true }),
    ordinary('decision', code('consent-decisions'), { ...minimal, required: true }),
    sensitive('recipient', line(160), { when: { field: 'to', in: ['sharing'] } }),
    ordinary('parts', codes('shared-parts'), { when: { field: 'to', in: ['sharing'] } }),
    ordinary('date', DATE, minimal),
    ...withOther(ordinary('how', code('consent-ways'), minimal)),
    ...withOther(ordinary('givenBy', code('consent-givers'), minimal)),
    identifying('decidedBy', line(160), {
      when: { field: 'givenBy', in: ['self-and-adult', 'parent', 'guardian', 'trusted-adult', 'other'] },
    }),
    sensitive('decidedWhy', lines(1000), {
      when: { field: 'givenBy', in: ['self-and-adult', 'parent', 'guardian', 'trusted-adult', 'other'] },
    }),
    ordinary('takenBy', MEMBER, internal),
    ordinary('withdrawn', DATE),
    sensitive('withdrawnWhy', lines(1000), internal),
    sensitive('acknowledgedBy', line(160), internal),
  ],
};
