import { DATE, internal, lines, ordinary, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** Anything worth keeping that no other kind holds. Ours alone. */
export const NOTE = defineKind({
  kind: 'note',
  level: 'part',
  title: ['text'],
  timeline: 'date',
  fields: [sensitive('text', lines(), { ...internal, required: true }), ordinary('date', DATE, internal)],
});
