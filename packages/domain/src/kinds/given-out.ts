import { byProgram, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Everything that was given away of figures: one dossier a space, which every member reads, so that nobody gives what tells with it. */
export const GIVEN_OUT = defineKind({
  kind: 'given-out',
  level: 'root',
  open: true,
  lasting: true,
  title: ['begun'],
  card: { line: ['begun'], day: 'begun', orders: [{ by: 'updated', descending: true }] },
  fields: [ordinary('begun', OUR_DAY, { ...byProgram, required: true })],
});
