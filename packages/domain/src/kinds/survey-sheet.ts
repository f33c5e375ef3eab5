import { byProgram, line, lines, ordinary, OUR_DAY, references, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** One person's answers. It says the day on which they came, and nothing finer; `topics` is what its readers found in the words. */
export const SURVEY_SHEET = defineKind({
  kind: 'survey-sheet',
  level: 'part',
  writes: 'letter-readers',
  title: ['received'],
  fields: [
    ordinary('received', OUR_DAY, { ...byProgram, required: true }),
    ordinary('language', line(8), { ...byProgram, search: false }),
    sensitive('answers', lines(122_880), { ...byProgram, search: false, required: true }),
    ordinary('topics', references('survey-topic'), byProgram),
  ],
});
