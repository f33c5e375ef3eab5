import { prepare, type Question, readAnswers, type Survey } from '@dayaq/domain/survey';
import { describe, expect, test } from 'vitest';
import { workbook } from '../costs/report/workbook.ts';
import type { Topic } from '@dayaq/acts/survey/topics';
import type { Came } from './came.ts';
import {
  type TableWords,
  crossRows,
  frequencies,
  tablesAsCsv,
  tablesAsSheets,
  topicTables,
} from './tables.ts';
import { standingOf, withoutSurvey, withSurvey } from './door-surveys.ts';

const WORDS: TableWords = {
  language: 'en',
  marks: { skipped: 'Left out', 'not-me': 'Not me', unknown: 'Do not know', 'prefers-not': 'Rather not' },
  other: 'Other',
  notAsked: 'Was not asked',
  someValue: 'Any answer',
  topics: 'topics',
  noTopic: 'No topic yet',
  hidden: 'not shown',
  all: 'All',
  answer: 'Answer',
  people: 'People',
};
const choices = (...names: string[]) => names.map((name) => ({ name, label: { en: `=${name}` } }));
const SURVEY: Survey = {
  title: { en: 'Survey', tg: 'Пурсиш' },
  intro: {},
  languages: ['en', 'tg'],
  items: [
    {
      is: 'question',
      name: 'held',
      type: 'one',
      label: { en: 'Held?' },
      choices: choices('yes', 'no', 'often'),
    },
    { is: 'question', name: 'where', type: 'text', label: { en: 'Where?' } },
    { is: 'question', name: 'who', type: 'one', label: { en: 'Who?' }, choices: choices('a', 'b') },
  ],
};
const prepared = prepare(SURVEY);
const many = (count: number, answers: object) => Array.from({ length: count }, () => readAnswers(answers));
const sheets = [
  ...many(20, { held: ['yes'], who: ['a'], where: ['Zeytun'] }),
  ...many(9, { held: ['no'], who: ['b'] }),
  ...many(2, { held: ['often'], who: 2 }),
];

test('small numbers are kept back, and another, so that nobody takes the rest from all; nobody is shown as a mark', () => {
  const [held] = frequencies(prepared, sheets, WORDS);
  expect(held?.rows).toEqual([
    { answer: '=yes', shown: 20 },
    { answer: '=no', shown: null },
    { answer: '=often', shown: null },
  ]);
});

test('the workbook holds the same, counts as numbers, and what is kept back as words', () => {
  const table = crossRows(prepared, sheets, 'held', 'who', WORDS);
  const book = tablesAsSheets(frequencies(prepared, sheets, WORDS), table, WORDS, {
    tables: 'Results',
    crossed: 'Two',
  });
  expect(book.map(({ name }) => name)).toEqual(['Results', 'Two']);
  expect(book[0]?.rows).toContainEqual([{ text: '=yes' }, { number: 20 }]);
  expect(book[0]?.rows).toContainEqual([{ text: '=often' }, { text: 'not shown' }]);
  const all = JSON.stringify(book);
  expect(all).not.toContain('Zeytun');
  expect(all).not.toMatch(/"number":[1-4][,}]/);
  expect(new TextDecoder('latin1').decode(workbook(book)).slice(0, 2)).toBe('PK');
});

test('the file holds what is shown and no words, and begins no formula', () => {
  const table = crossRows(prepared, sheets, 'held', 'who', WORDS);
  const csv = tablesAsCsv(frequencies(prepared, sheets, WORDS), table, WORDS);
  expect(csv).toContain("'=yes,20\r\n");
  expect(csv).toContain("'=often,not shown\r\n");
  expect(csv).not.toContain('Zeytun');
  expect(csv).not.toMatch(/(^|,)[1-4](,|\r)/m);
});

test('of too few people no table of two questions is made', () => {
  expect(crossRows(prepared, sheets.slice(0, 3), 'held', 'who', WORDS)).toBeNull();
});

test('a survey stands at the door where it is signed for, and its title in each language of the page', () => {
  const notice = {
    name: 'We',
    languages: ['az', 'tg'],
    about: {},
    phone: '1',
    hours: {},
    dangerPhone: '',
    answerDays: 3,
  };
  const hash = 'h'.repeat(43);
  const asked = withSurvey(notice, SURVEY, hash);
  expect(asked?.surveys).toEqual([{ hash, title: { az: 'Survey', tg: 'Пурсиш' } }]);
  if (asked === null) throw new Error('there is room');
  const view = { seq: 1, by: 'a', notice: asked, readers: [] };
  expect(standingOf({ open: null, proposed: view, address: '' }, hash)).toBe('waits');
  expect(standingOf({ open: { ...view, openedBy: 'b' }, proposed: null, address: '' }, hash)).toBe('asked');
  expect(withoutSurvey(asked, hash).surveys).toEqual([]);
  const full = { ...notice, surveys: Array.from({ length: 12 }, (_, i) => ({ hash: `${i}`, title: {} })) };
  expect(withSurvey(full, SURVEY, hash)).toBeNull();
});

describe('answers in words, by topic', () => {
  const topic = (id: string, question: string, name: string): Topic => ({ id, dossier: 'd', question, name });
  const police = topic('p', 'where', 'Police');
  const home = topic('h', 'where', 'Home');
  const cameWith = (count: number, answers: object, ...topics: Topic[]): Came[] =>
    many(count, answers).map((each, at) => ({
      id: `${at}`,
      dossier: 'd',
      answers: each,
      day: '2026-11-30',
      topics,
    }));

  test('are counted by who said something, and small numbers are kept back with another', () => {
    const came = [
      ...cameWith(12, { where: ['at the station'] }, police),
      ...cameWith(6, { where: ['at ours, then at the station'] }, police, home),
      ...cameWith(3, { where: ['I forgot'] }),
      ...cameWith(4, { held: ['no'] }),
    ];
    const [table, ...more] = topicTables(prepared, came, [police, home], [], WORDS);
    expect(more).toEqual([]);
    expect(table?.label).toBe('Where?: topics');
    expect(table?.rows).toEqual([
      { answer: 'Home', shown: null },
      { answer: 'Police', shown: 18 },
      { answer: 'No topic yet', shown: null },
    ]);
  });

  test('tell nothing of "other" where the question’s own table keeps that back', () => {
    const open = prepare({
      ...SURVEY,
      items: [{ ...(SURVEY.items[0] as Question), other: true }],
    });
    const gate = topic('g', 'held', 'At the gate');
    const came = [
      ...cameWith(20, { held: ['yes'] }),
      ...cameWith(3, { held: ['no'] }),
      ...cameWith(7, { held: ['other'], held_other: ['at the gate'] }, gate),
    ];
    const counted = frequencies(
      open,
      came.map(({ answers }) => answers),
      WORDS,
    );
    const other = counted[0]?.rows.find(({ answer }) => answer === WORDS.other);
    expect(other?.shown).toBeNull();
    const [table] = topicTables(open, came, [gate], counted, WORDS);
    expect(table?.rows.map(({ shown }) => shown)).toEqual([null, null]);
  });
});
