import { byProgram, internal, line, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A survey that we make and ask. What is asked stands in `made`, as `writeSurvey` wrote it; answers are in a dossier of their own. */
export const SURVEY = defineKind({
  kind: 'survey',
  level: 'root',
  title: ['name'],
  card: {
    line: ['name', 'expected'],
    day: 'begun',
    orders: [
      { by: 'updated', descending: true },
      { by: 'title', descending: false },
    ],
  },
  groups: {
    // Who was asked is part of what comes out of it.
    told: ['name', 'expected', 'invited', 'refused'],
  },
  fields: [
    ordinary('name', line(300), { ...internal, required: true }),
    ordinary('begun', OUR_DAY, { ...byProgram, required: true }),
    ordinary('expected', { is: 'number', min: 1, max: 1_000_000, integer: true, unit: 'persons' }, internal),
    ordinary('invited', { is: 'number', min: 0, max: 1_000_000, integer: true, unit: 'persons' }, internal),
    ordinary('refused', { is: 'number', min: 0, max: 1_000_000, integer: true, unit: 'persons' }, internal),
    ordinary('made', lines(122_880), { ...byProgram, search: false }),
    // The SHA-256 of what was published last, in base64url.
    ordinary('published', line(64), { ...byProgram, search: false }),
  ],
});
