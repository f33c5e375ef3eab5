import { foldForIndex, telephonesIn } from '@dayaq/locale/fold';
import { loadLabels } from '@dayaq/locale/labels';
import { CODE_LISTS, LANGUAGES, PACKS, PRINTED_AREAS } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { tokenOf } from './token.ts';
import { printedLists, Vocabulary } from './vocabulary.ts';
import { wantedOf } from './wanted.ts';

const nothing = new Vocabulary([]);
const finds = (text: string, typed: string): boolean =>
  wantedOf(typed, nothing).isMetBy([...foldForIndex(text).split(' '), ...telephonesIn(text)]);

test.each(['050 123 45 67', '+994501234567', 'leyla 0501234567', '994501234567 Leyla'])(
  '“%s” finds the person with that number',
  (typed) => {
    expect(finds('Leyla, +994 50 123-45-67', typed)).toBe(true);
    expect(finds('Leyla, +994 50 123-45-68', typed)).toBe(false);
  },
);

test.each(['К7Q-2МХ', 'к7q-2мх', 'K7Q', 'К7', 'k7q2mx'])('“%s” finds K7Q-2MX', (typed) => {
  expect(finds('K7Q-2MX', typed)).toBe(true);
});

test('a code without digits is found from a Cyrillic keyboard too', () => {
  expect(finds('HKM-XPA', 'НКМ-ХРА')).toBe(true);
});

test('a word finds what is called so, by its beginning, and short ones only as a whole', () => {
  const vocabulary = new Vocabulary([
    ['selter', 'T1'],
    ['in', 'T2'],
    ['inside', 'T3'],
  ]);
  expect(vocabulary.tokensOf('sel')).toEqual(['T1']);
  expect(vocabulary.tokensOf('in')).toEqual(['T2']);
  expect(vocabulary.tokensOf('ins')).toEqual(['T3']);
  expect(vocabulary.tokensOf('se')).toEqual([]);
  expect(wantedOf('shelt', vocabulary).isMetBy(['T1'])).toBe(true);
  expect(wantedOf('shelt 7', vocabulary).isMetBy(['T1'])).toBe(false);
});

test('the expression for the index holds no more than words, tokens and how they are joined', () => {
  const vocabulary = new Vocabulary([['selter', 'T1']]);
  expect(wantedOf('a" OR b', vocabulary).match).toBe('"a"* AND "or"* AND "b"*');
  expect(wantedOf('shelter 0501234567', vocabulary).match).toBe(
    '("selter"* OR "T1") AND ("0501234567"* OR "501234567"*)',
  );
  expect(wantedOf(' … ', vocabulary).isEmpty).toBe(true);
});

test('no word that can be typed is a token, and no two codes share one', () => {
  const tokens = new Set<string>();
  const codes = [
    ...Object.values(CODE_LISTS).flatMap(({ list, codes }) => codes.map(({ code }) => [list, code] as const)),
    ...Object.values(PACKS).flatMap(({ areas }) => areas.map(({ code }) => [PRINTED_AREAS, code] as const)),
  ];
  for (const [list, code] of codes) {
    const token = tokenOf(list, code);
    tokens.add(token);
    expect(wantedOf(token, nothing).words).not.toContain(token);
    expect(foldForIndex(token).split(' ')).not.toContain(token);
  }
  expect(tokens.size).toBe(codes.length);
});

test.each(LANGUAGES)('every list that rows print has its words in %s', async (language) => {
  const lists = new Set([...(await loadLabels(language)).keys()].map((key) => key.split('.', 1)[0]));
  for (const list of printedLists()) if (list !== 'members') expect(lists).toContain(list);
});
