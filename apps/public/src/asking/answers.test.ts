import { newQuestion, prepare, type Survey } from '@dayaq/domain/survey';
import { expect, it } from 'vitest';
import { Answering } from './answers.ts';

const SURVEY: Survey = {
  title: { ru: 'Опрос' },
  intro: {},
  languages: ['ru', 'az'],
  items: [{ ...newQuestion('weight', 'decimal'), label: { ru: 'Сколько?' } }],
};

it('a number stays as it was typed when the language is changed, and is sent as a number', () => {
  const first = new Answering(prepare(SURVEY), () => undefined);
  first.type('weight', '12,5', 'decimal');
  const second = new Answering(prepare(SURVEY), () => undefined, first);
  expect(second.typed('weight')).toBe('12,5');
  expect(second.said('weight')).toEqual(['12.5']);
});

it('of what was answered nothing is left once it is forgotten, or answered otherwise', () => {
  const asked = new Answering(prepare(SURVEY), () => undefined);
  asked.type('weight', '12,5', 'decimal');
  asked.setMark('weight', 'unknown');
  expect(asked.typed('weight')).toBe('');
  asked.forget();
  asked.say('weight', ['3']);
  expect(asked.typed('weight')).toBe('3');
});
