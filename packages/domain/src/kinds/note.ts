import { DATE, internal, lines, ordinary, sensitive } from '../field.ts';
import type { Kind } from '../kind.ts';

/** Anything worth keeping that no other kind holds. Ours alone. */
export const NOTE: Kind = {
  kind: 'note',
  level: 'part',
  title: ['text'],
  timeline: 'date',
  fields: [sensitive('text', lines(), { ...internal, required: true }), ordinary('date', DATE, internal)],
};
