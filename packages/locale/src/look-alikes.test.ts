import { expect, test } from 'vitest';
import { codeMeant, looksLike } from './look-alikes.ts';

test('a code typed with Cyrillic letters is the code that it looks like', () => {
  expect(codeMeant('К7Q-2МХ')).toBe('k7q-2mx');
  expect(codeMeant('НКМ-ХРА')).toBe('hkm-xpa');
});

test('words, Latin codes and letters that look like nothing Latin are no such code', () => {
  expect(codeMeant('мама')).toBeNull();
  expect(codeMeant('K7Q-2MX')).toBeNull();
  expect(codeMeant('ж7-2')).toBeNull();
});

test('what looks alike is alike', () => {
  expect(looksLike('Аnаr')).toBe('anar');
});
