import { byProgram, DATE, internal, line, lines, ordinary, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Anything worth keeping that no other kind holds. Ours alone. */
export const NOTE = defineKind({
  kind: 'note',
  level: 'part',
  title: ['text'],
  story: {
    tone: 'plain',
    dated: ['date'],
    entry: { title: [], account: ['text'], facts: [], aside: [] },
  },
  fields: [
    sensitive('text', lines(), { ...internal, required: true }),
    ordinary('date', DATE, internal),
    // Record of the case whose text goes on here: a long account is several records, which are read one after the other.
    ordinary('continues', line(64), { ...byProgram, search: false }),
  ],
});
