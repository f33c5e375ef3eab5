import { ANSWERED, byProgram, internal, line, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * A question to everything that is counted, kept so that it can be asked again. Every member reads it; what comes of it each device
 * reckons from what may be read there.
 */
export const FIGURE = defineKind({
  kind: 'figure',
  level: 'root',
  open: true,
  title: ['name'],
  card: {
    line: ['name', 'pinned'],
    day: 'begun',
    orders: [
      { by: 'updated', descending: true },
      { by: 'title', descending: false },
    ],
  },
  groups: {
    told: ['name'],
  },
  fields: [
    ordinary('name', line(200), { ...internal, required: true }),
    ordinary('begun', OUR_DAY, { ...byProgram, required: true }),
    // As `writeQuestion` wrote it.
    ordinary('question', lines(4000), { ...byProgram, search: false, required: true }),
    // Whether it stands on everybody's Today.
    ordinary('pinned', ANSWERED, byProgram),
  ],
});
