import { byProgram, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What came in answer to one published survey: a dossier that only those can open whom the door named when the first came. */
export const SURVEY_ANSWERS = defineKind({
  kind: 'survey-answers',
  level: 'root',
  title: ['name'],
  card: { line: ['name'], orders: [{ by: 'updated', descending: true }] },
  closed: true,
  fields: [
    ordinary('name', line(300), { ...byProgram, search: false }),
    ordinary('survey', line(64), { ...byProgram, search: false, required: true }),
  ],
});
