import { BLOB, byProgram, internal, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A question of a survey in somebody's recorded voice, sealed until the survey is published. The survey names it by its hash. */
export const SURVEY_SOUND = defineKind({
  kind: 'survey-sound',
  level: 'part',
  erasable: true,
  title: ['sound'],
  fields: [
    // SHA-256, base64url.
    ordinary('sound', line(64), { ...byProgram, search: false, required: true }),
    ordinary('file', BLOB, { ...internal, required: true }),
  ],
});
