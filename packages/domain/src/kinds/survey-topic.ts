import { byProgram, line, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** A name under which those who read the answers gather what people said to one question in their own words. */
export const SURVEY_TOPIC = defineKind({
  kind: 'survey-topic',
  level: 'part',
  writes: 'letter-readers',
  title: ['name'],
  fields: [
    ordinary('question', line(64), { ...byProgram, search: false, required: true }),
    ordinary('name', line(120), { search: false, required: true }),
  ],
});
