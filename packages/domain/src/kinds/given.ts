import { byProgram, line, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A figure as it was given away: what left, on which day, and how. It never changes. */
export const GIVEN = defineKind({
  kind: 'given',
  level: 'part',
  lasting: true,
  title: ['asOf'],
  fields: [
    ordinary('asOf', OUR_DAY, { ...byProgram, required: true, once: true }),
    // As which file, on paper, or kept as a frozen month.
    ordinary('way', line(20), { ...byProgram, required: true, once: true, search: false }),
    // As `writeGiven` wrote it.
    ordinary('given', lines(122_880), { ...byProgram, required: true, search: false, once: true }),
  ],
});
