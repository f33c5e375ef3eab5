import {
  code,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Where we know it from, in their words. */
export const SOURCE = defineKind({
  kind: 'source',
  level: 'part',
  title: ['connection', 'words'],
  story: {
    tone: 'plain',
    dated: ['date'],
    entry: {
      title: ['connection'],
      account: ['words'],
      facts: ['reliability', 'person', 'address'],
      aside: [],
    },
  },
  fields: [
    ...withOther(ordinary('connection', code('connections'), { ...counted, required: true })),
    ordinary('reliability', code('reliability'), { release: 'never' }),
    sensitive('date', DATE),
    sensitive('words', lines()),
    ordinary('person', reference('person'), internal),
    identifying('address', line(400), internal),
  ],
});
