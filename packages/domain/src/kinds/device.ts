import { byProgram, ordinary, references } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A device of whoever began the record, and what it has destroyed. Its number is random and says nothing else. */
export const DEVICE = defineKind({
  kind: 'device',
  level: 'part',
  inRoster: true,
  // What a device says of itself nobody else says for it.
  writes: 'beginner',
  title: [],
  fields: [ordinary('erased', references('erasure'), byProgram)],
});
