import { expect, test } from 'vitest';
import { type Topic, topicsOf, underTopic } from './topics.ts';

const police: Topic = { id: 'p1', dossier: 'a', question: 'where', name: 'Police' };
const known: Topic[] = [
  police,
  { ...police, id: 'p2', name: ' police' },
  { ...police, id: 'p3', dossier: 'b' },
  { ...police, id: 'h1', question: 'who', name: 'Home' },
];

test('one name is one topic of a question, however often it was begun', () => {
  expect(topicsOf(known, 'where')).toEqual(['Police']);
  expect(topicsOf(known, 'who')).toEqual(['Home']);
});

test('a sheet goes under the topic of its own dossier, and out of each of that name', () => {
  const sheet = { id: 's', dossier: 'a' };
  const about = { question: 'where', name: 'Police' };
  expect(underTopic(sheet, { ...about, isUnder: true }, known, 'new')).toEqual([
    { kind: 'survey-sheet', record: 's', fields: { topics: { add: ['p1'], del: [] } } },
  ]);
  expect(underTopic(sheet, { ...about, isUnder: false }, known, 'new')).toEqual([
    { kind: 'survey-sheet', record: 's', fields: { topics: { add: [], del: ['p1', 'p2'] } } },
  ]);
});

test('where the topic is not yet in the sheet’s dossier it begins there, with the same act', () => {
  expect(
    underTopic(
      { id: 's', dossier: 'c' },
      { question: 'where', name: 'Police ', isUnder: true },
      known,
      'new',
    ),
  ).toEqual([
    {
      kind: 'survey-topic',
      record: 'new',
      fields: { question: { set: 'where' }, name: { set: 'Police' } },
    },
    { kind: 'survey-sheet', record: 's', fields: { topics: { add: ['new'], del: [] } } },
  ]);
});
