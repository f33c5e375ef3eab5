import { byProgram, internal, line, link, lines, MOMENT, ordinary, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Words that their writer may not put into a case any more, handed on to a colleague who may. A dossier of its own, restricted
 * to the two; taken into the case it becomes a note there, under this record's own id, so that it stands there once.
 */
export const HANDED = defineKind({
  kind: 'handed',
  level: 'root',
  title: ['title'],
  card: { line: ['text'], day: 'written', orders: [{ by: 'updated', descending: true }] },
  listed: true,
  fields: [
    // The case may not be open to both.
    ordinary('of', link('space', 'case'), byProgram),
    sensitive('title', line(200), internal),
    sensitive('text', lines(20_000), { ...internal, required: true }),
    ordinary('written', MOMENT, internal),
    // Taken into the case, or put away.
    ordinary('taken', MOMENT, internal),
  ],
});
