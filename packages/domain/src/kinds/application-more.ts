import { byProgram, lines, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What whoever applied wrote when they came back. It may name them: no search finds it. */
export const APPLICATION_MORE = defineKind({
  kind: 'application-more',
  level: 'part',
  writes: 'letter-readers',
  lasting: true,
  title: ['received'],
  fields: [
    sensitive('words', lines(20_000), { ...byProgram, search: false, required: true, fixed: true }),
    ordinary('received', OUR_DAY, { ...byProgram, required: true, fixed: true }),
  ],
});
