import { because, type Reason, type ReasonArgs, type ReasonCode, WEIGHTS } from '@dayaq/domain';
import { createTranslator, LANGUAGES, loadMessages } from '@dayaq/locale';
import { describe, expect, it } from 'vitest';
import { reasonText } from './reason-words.ts';

const TODAY = '2026-11-22';
/** Arguments that any reason may need, each of them distinguishable in the sentence. */
const ARGS: { [Name in string]: unknown } = {
  need: 'shelter',
  group: 'trans',
  from: 18,
  to: 45,
  upTo: 12,
  age: 14,
  times: 2,
  last: '2026-10-05',
  level: 'doubtful',
  document: 'residence-record',
  day: '2027-03-29',
  minute: 540,
  days: 127,
  why: 'holiday',
  after: '2027-03-29',
  number: 3,
  unit: 'family-places',
  language: 'ru',
  cost: 'partly',
  area: 'az-ganja',
  km: 300,
  months: 8,
};
const CODES = Object.keys(WEIGHTS) as ReasonCode[];
const reason = (code: ReasonCode): Reason => {
  const args = code === 'reports-to' ? { to: 'police' } : ARGS;
  return because(code, args as ReasonArgs[typeof code]);
};

describe.each(LANGUAGES)('in %s', (language) => {
  it('every reason is a sentence of its own, with nothing left open', async () => {
    const translator = createTranslator(language, await loadMessages(language));
    const said = new Map(CODES.map((code) => [code, reasonText(translator, reason(code), TODAY)]));
    for (const [code, text] of said) {
      expect(text.trim(), code).not.toBe('');
      expect(text, code).not.toMatch(/undefined|NaN|\{|\bservices\.|\bcodes\.|\?/);
    }
    expect(new Set(said.values()).size).toBe(said.size);
  });
});

it('says what the sources of this product had to find out the hard way', async () => {
  const translator = createTranslator('en', await loadMessages('en'));
  const say = (code: ReasonCode) => reasonText(translator, reason(code), TODAY);
  expect(say('closed-until')).toBe('Closed until 29 March 2027, 09:00 (Public holidays)');
  expect(say('turned-away')).toBe('Turned away 2 times: Trans and gender-diverse people (last 5 October)');
  expect(say('demands-paper')).toBe('Demands: Proof of residence registration');
});
