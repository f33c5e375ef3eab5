import { code, counted, DATE, line, lines, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What a law punishes, by its article, and what is to become of that. */
export const PENALTY = defineKind({
  kind: 'penalty',
  level: 'part',
  title: ['article'],
  card: { line: ['words', 'wanted'] },
  listed: true,
  groups: { form: ['article', 'words', 'penalty', 'wanted', 'ended', 'source'] },
  fields: [
    ordinary('article', line(200), { required: true }),
    // What is punished.
    ordinary('words', lines(1000), { required: true }),
    // And how.
    ordinary('penalty', line(300)),
    ordinary('wanted', code('penalty-aims'), { ...counted, required: true }),
    ordinary('ended', DATE, counted),
    ordinary('source', line(300)),
  ],
});
