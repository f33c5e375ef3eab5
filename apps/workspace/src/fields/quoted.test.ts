import { createTranslator, loadMessages } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

const ru = createTranslator('ru', await loadMessages('ru'));

test('what somebody said stands between quotation marks once, whatever marks were typed', () => {
  const heard = ['ты у меня увидишь', '«ты у меня увидишь»', '"ты у меня увидишь"', '  „ты у меня увидишь“ '];
  for (const words of heard) expect(quoted(ru, words, 100)).toBe('«ты у меня увидишь»');
  for (const words of ['«Сожгу дом».', '«Сожгу дом.»', 'Сожгу дом.'])
    expect(quoted(ru, words, 100)).toBe('«Сожгу дом.»');
});

test('marks in the middle are the writer’s own', () => {
  const told = 'Сказал: «сожгу дом», и ушёл.';
  expect(quoted(ru, told, 100)).toBe(told);
  expect(quoted(ru, '«А» и «Б»', 100)).toBe('«А» и «Б»');
});

test('nothing said is nothing, and what is long ends between two words', () => {
  for (const words of ['', '  ', '«»', '"".']) expect(quoted(ru, words, 100)).toBe('');
  expect(quoted(ru, 'один два три', 9)).toBe('«один два…»');
});
