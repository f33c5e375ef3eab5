import { byProgram, code, counted, internal, line, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * That several acts belong together, as a person found: the same unit, place or way of doing it. Every member reads its name and
 * words; which cases it holds stands in the cases (`pattern-case`), so that nobody hears here of one that they may not open.
 */
export const PATTERN = defineKind({
  kind: 'pattern',
  level: 'root',
  open: true,
  title: ['name'],
  card: {
    line: ['state', 'account'],
    day: 'begun',
    orders: [
      { by: 'updated', descending: true },
      { by: 'title', descending: false },
    ],
    facets: [{ name: 'state', field: 'state' }],
  },
  listed: true,
  groups: {
    form: ['name', 'state', 'account'],
  },
  fields: [
    ordinary('name', line(200), { ...internal, required: true }),
    ordinary('begun', OUR_DAY, { ...byProgram, required: true }),
    ordinary('state', code('pattern-states'), { ...counted, required: true }),
    ordinary('account', lines(4000), internal),
  ],
});
