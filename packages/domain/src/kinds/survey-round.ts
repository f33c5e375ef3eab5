import { byProgram, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** How many were asked by one member's device on one round of interviews, and how it went: who they were is known to nobody. */
export const SURVEY_ROUND = defineKind({
  kind: 'survey-round',
  level: 'part',
  title: ['day'],
  fields: [
    ordinary('day', OUR_DAY, { ...byProgram, required: true }),
    ordinary('asked', { is: 'number', min: 0, max: 100_000, integer: true, unit: 'persons' }, byProgram),
    ordinary('refused', { is: 'number', min: 0, max: 100_000, integer: true, unit: 'persons' }, byProgram),
    ordinary('brokenOff', { is: 'number', min: 0, max: 100_000, integer: true, unit: 'persons' }, byProgram),
  ],
});
