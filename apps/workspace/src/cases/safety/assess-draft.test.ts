import { INSTRUMENTS } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDraft } from './assess-draft.ts';

const family = INSTRUMENTS['partner-family'];

test('an assessment broken off goes on at its question, with its answers, judgement and plan', () => {
  const draft = {
    version: family.version,
    person: 'p1',
    answers: { choked: 'yes', watched: 'prefers-not' },
    at: 3,
    judged: { plan: 'stay with her sister' },
  };
  expect(readDraft(draft, family)).toEqual(draft);
});

test('answers to another edition of the questions are not taken for these', () => {
  const data = { version: family.version + 1, person: 'p1', answers: { choked: 'yes' }, at: 1 };
  expect(readDraft(data, family)).toBeNull();
});

test('whatever lies in a draft, what is read are answers to these questions and a place among them', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('choked', 'x'), fc.jsonValue()),
      (at, answers) => {
        const draft = readDraft({ version: family.version, person: '', answers, at } as Value, family);
        expect(Object.keys(draft?.answers ?? {}).every((key) => key === 'choked')).toBe(true);
        expect(draft?.at).toBeGreaterThanOrEqual(0);
        expect(draft?.at).toBeLessThanOrEqual(family.questions.length);
      },
    ),
  );
});
