import { byProgram, DATE, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * A month of a figure as it stood on a day, as it may leave. It never changes: what came later is another one of the same month,
 * with its own day.
 */
export const FROZEN = defineKind({
  kind: 'frozen',
  level: 'part',
  lasting: true,
  title: ['month'],
  fields: [
    ordinary('month', DATE, { ...byProgram, required: true, once: true }),
    ordinary('asOf', OUR_DAY, { ...byProgram, required: true, once: true }),
    // As `writeGiven` wrote it, with the question as it was then.
    ordinary('given', lines(122_880), { ...byProgram, required: true, search: false, once: true }),
  ],
});
