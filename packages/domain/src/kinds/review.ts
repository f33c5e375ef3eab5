import { code, counted, DATE, internal, line, lines, ordinary, references } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A meeting at which it is looked at what became of a plan: every year, in the middle, at its end. */
export const REVIEW = defineKind({
  kind: 'review',
  level: 'part',
  title: ['type', 'date'],
  groups: {
    begin: ['type', 'date', 'place', 'quorum', 'agenda'],
    held: ['type', 'date', 'place', 'quorum', 'present', 'agenda', 'minutes'],
    facts: ['place'],
  },
  fields: [
    ordinary('type', code('review-types'), { ...counted, required: true }),
    ordinary('date', DATE, { ...counted, required: true }),
    ordinary('place', line(200)),
    // How many seats have to be there for it to decide.
    ordinary('quorum', { is: 'number', min: 1, max: 500, integer: true }, counted),
    ordinary('present', references('seat'), counted),
    ordinary('agenda', references('commitment'), counted),
    ordinary('minutes', lines(10_000), internal),
  ],
});
