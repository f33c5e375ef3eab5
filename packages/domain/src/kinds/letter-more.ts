import { byProgram, line, lines, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What the sender of a letter wrote when they came back. */
export const LETTER_MORE = defineKind({
  kind: 'letter-more',
  level: 'part',
  title: ['words'],
  fields: [
    sensitive('words', lines(20_000), { ...byProgram, required: true }),
    ordinary('received', OUR_DAY, { ...byProgram, required: true }),
    // From whom these words were kept, whoever read the ones before.
    ordinary('barred', line(400), { ...byProgram, search: false }),
  ],
});
