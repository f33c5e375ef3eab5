import { byProgram, code, internal, line, MOMENT, ordinary, references } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Something was destroyed for good: what sort of thing, and why. It stands in the roster, so every device hears of it, and
 * says nothing of what it was. Who and when is what its signature says: nobody writes over it, so that it is judged for ever by
 * whoever signed it first.
 */
export const ERASURE = defineKind({
  kind: 'erasure',
  level: 'part',
  inRoster: true,
  title: ['why'],
  writes: 'keyholders',
  fields: [
    // Its random number: no link, as there is nothing behind it any more.
    ordinary('of', line(64), { ...byProgram, search: false, once: true }),
    // Where only these of its records were destroyed, with their files, and the rest stands. Said with `of` or not at all.
    ordinary('parts', references('file'), { ...byProgram, once: true }),
    // Name of the kind that it was.
    ordinary('what', line(40), { ...byProgram, search: false, once: true }),
    // The dossier in which what stays of it was written anew.
    ordinary('instead', line(64), { ...byProgram, search: false, once: true }),
    ordinary('why', code('erasure-reasons'), { ...internal, required: true, once: true }),
    // When the server said that its part is destroyed.
    ordinary('gone', MOMENT, byProgram),
  ],
});
