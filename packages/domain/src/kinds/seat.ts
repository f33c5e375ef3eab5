import { code, counted, DATE, identifying, internal, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A seat of the body that follows a plan: whose it is, and from when to when. Who sits there may be nobody yet. */
export const SEAT = defineKind({
  kind: 'seat',
  level: 'part',
  title: ['name'],
  titleMore: ['side'],
  groups: { form: ['name', 'side', 'holder', 'since', 'until'] },
  fields: [
    ordinary('name', line(200), { required: true }),
    ordinary('side', code('seat-sides'), { ...counted, required: true }),
    // Of a community somebody sits there whom this would name: it stays with us.
    identifying('holder', line(200), internal),
    ordinary('since', DATE, counted),
    ordinary('until', DATE, counted),
  ],
});
