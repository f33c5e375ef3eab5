import { byProgram, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * What came in answer to one published survey from people who saw the same readers named: a dossier that only these can open.
 * Whoever opens no letters begins none, so that nobody has answers come to where they read them.
 */
export const SURVEY_ANSWERS = defineKind({
  kind: 'survey-answers',
  level: 'root',
  title: ['name'],
  card: { line: ['name'], orders: [{ by: 'updated', descending: true }] },
  closed: true,
  writes: 'letter-readers',
  fields: [
    ordinary('name', line(300), { ...byProgram, search: false }),
    ordinary('survey', line(64), { ...byProgram, search: false, required: true }),
  ],
});
