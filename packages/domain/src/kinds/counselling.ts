import { byProgram, internal, lines, link, ordinary, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * What a client says in counselling: notes that their counsellor reads and whom the client names, and no one else, whatever
 * their role. A dossier of its own, because who can open it follows from its keys. It leads to the case; nothing in the case
 * leads here, so that whoever may not read it does not know that it is there.
 */
export const COUNSELLING = defineKind({
  kind: 'counselling',
  level: 'root',
  title: [],
  card: { line: [], orders: [{ by: 'updated', descending: true }] },
  closed: true,
  beside: 'of',
  fields: [
    ordinary('of', link('space', 'case'), byProgram),
    // What the client was told and said about who may read it.
    sensitive('agreed', lines(1000), { ...internal, search: false }),
  ],
});
