import { expect, test } from 'vitest';
import { alikeLetters } from './alike.ts';

const REAL = [
  'Qonşum məni hədələyir, evdən çıxmağa qorxuram.',
  'Меня не пустили в больницу, сказали приходить с пропиской.',
  'My brother was taken from the march and nobody tells us where he is.',
  'Маро аз кор ронданд, чунки духтарам касал аст.',
  'Polis məndən qan analizi tələb etdi, mən razı olmadım.',
];
/** As somebody floods a page: a few sentences, each time with other numbers and a word or two that differ. */
const JUNK = [
  (i: number) => `Visit our shop number ${i} today and win a prize of ${i * 7} manat, friend ${i % 13}!`,
  (i: number) =>
    `Сиз ғолиб шудед ${i}: дар ин сомона номи худро нависед ва ҷоизаи худро гиред, рақами ${i * 3}`,
  (i: number) =>
    `you are all ${['liars', 'thieves', 'traitors'][i % 3]} and everybody here knows it, go away at once ${i}`,
];

test('five real ones among ten thousand stay by themselves, and the rest is a few groups', () => {
  const letters = Array.from({ length: 10_000 }, (_, i) => ({
    id: String(i),
    words: i % 2000 === 700 ? (REAL[Math.floor(i / 2000)] ?? '') : (JUNK[i % 3]?.(i) ?? ''),
  }));
  const groups = alikeLetters(letters);
  expect(groups.length).toBeLessThan(20);
  const gathered = new Set(groups.flatMap(({ ids }) => ids));
  const left = letters.filter(({ id }) => !gathered.has(id)).map(({ words }) => words);
  for (const words of REAL) expect(left).toContain(words);
  expect(left.length).toBeLessThan(20);
});

test('two people who tell of one event in their own words are not taken for copies', () => {
  const told = [
    'They came at night and took everybody from the flat on the third floor.',
    'At three in the night police broke our door and everybody was driven away.',
    'I was in the flat when they took us all, forty people in one room.',
  ];
  expect(alikeLetters(told.map((words, i) => ({ id: String(i), words })))).toEqual([]);
});

test('what has no words at all is no copy of anything but itself', () => {
  const empty = ['', '…', '!!!', 'help'].map((words, i) => ({ id: String(i), words }));
  expect(alikeLetters(empty).flatMap(({ ids }) => ids)).not.toContain('3');
});
