import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeList, isCode } from '../code-lists/index.ts';
import { validateRecord } from '../validate.ts';
import {
  answerFields,
  type Answers,
  answersOf,
  assess,
  type Instrument,
  INSTRUMENTS,
  LEVELS,
  standingLevel,
} from './index.ts';

const instruments = fc.constantFrom(...Object.values(INSTRUMENTS));
const answersTo = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .array(fc.constantFrom('yes', 'no', 'unknown', 'prefers-not', undefined), {
      minLength: instrument.questions.length,
      maxLength: instrument.questions.length,
    })
    .map((said) =>
      Object.fromEntries(
        instrument.questions.flatMap(({ question }, i) => {
          const answer = said[i];
          return answer === undefined ? [] : [[question, answer]];
        }),
      ),
    );
const answered = instruments.chain((instrument) =>
  fc.tuple(fc.constant(instrument), answersTo(instrument), fc.nat(instrument.questions.length - 1)),
);
const rank = (instrument: Instrument, answers: Answers): number =>
  LEVELS.indexOf(assess(instrument, answers).level);

test('a critical answer is high at least, whatever else is said', () => {
  fc.assert(
    fc.property(answered, ([instrument, answers]) => {
      for (const { question, critical } of instrument.questions)
        if (critical === true)
          expect(rank(instrument, { ...answers, [question]: 'yes' })).toBeGreaterThanOrEqual(2);
    }),
  );
});

test('what is not known, not said or not asked never gives a lower level than what is known to be well', () => {
  fc.assert(
    fc.property(
      answered,
      fc.constantFrom('unknown', 'prefers-not', undefined),
      ([instrument, answers, at], open) => {
        const question = instrument.questions[at];
        if (question === undefined) return;
        const well = {
          ...answers,
          [question.question]: question.part === 'strength' ? 'yes' : 'no',
        } as Answers;
        const { [question.question]: _, ...rest } = answers;
        const left = open === undefined ? rest : { ...rest, [question.question]: open };
        expect(rank(instrument, left)).toBeGreaterThanOrEqual(rank(instrument, well));
      },
    ),
  );
});

test('one more danger never lowers the level, and one more protection never raises it', () => {
  fc.assert(
    fc.property(answered, ([instrument, answers, at]) => {
      const question = instrument.questions[at];
      if (question === undefined) return;
      const before = rank(instrument, answers);
      const after = rank(instrument, { ...answers, [question.question]: 'yes' });
      if (question.part === 'strength') expect(after).toBeLessThanOrEqual(before);
      else expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('with nothing answered the level is not called low', () => {
  for (const instrument of Object.values(INSTRUMENTS)) {
    const result = assess(instrument, {});
    expect(result.level).toBe('raised');
    expect(result.tooLittleKnown).toBe(true);
    expect(result.open).toHaveLength(instrument.questions.length);
  }
});

test('only when the questions were asked and every danger denied is the level low', () => {
  fc.assert(
    fc.property(answered, ([instrument, answers]) => {
      const dangers = instrument.questions.filter((q) => q.part === 'danger');
      const none = dangers.every((q) => answers[q.question] !== 'yes');
      const result = assess(instrument, answers);
      expect(result.level === 'low').toBe(none && !result.tooLittleKnown);
    }),
  );
});

test('strengths bring a threatened defender down, but never below high after a threat to life', () => {
  const instrument = INSTRUMENTS.defender;
  const all = (part: string): Answers =>
    Object.fromEntries(instrument.questions.filter((q) => q.part === part).map((q) => [q.question, 'yes']));
  const threat: Answers = { 'threat-harm': 'yes', 'threat-followed': 'yes' };
  expect(assess(instrument, { ...threat, ...all('weakness') }).level).toBe('critical');
  expect(assess(instrument, { ...threat, ...all('weakness'), ...all('strength') }).level).toBe('high');
  expect(assess(instrument, all('weakness')).score).toBe(0);
});

test('answers are kept in a record and read back, and the record is valid', () => {
  fc.assert(
    fc.property(answered, ([instrument, answers]) => {
      const fields = answerFields(instrument, answers);
      expect(answersOf(instrument, fields)).toEqual(answers);
      const record = {
        ...fields,
        instrument: instrument.instrument,
        level: 'low',
        assessed: { day: '2026-01-02' },
      };
      expect(validateRecord('risk', record)).toEqual([]);
    }),
  );
});

test('where two colleagues answered one question differently, the more worrying answer stands', () => {
  const { 'partner-family': partner, defender } = INSTRUMENTS;
  expect(answersOf(partner, { partnerYes: ['choked'], partnerNo: ['choked'] })).toEqual({ choked: 'yes' });
  expect(answersOf(defender, { defenderYes: ['strong-plan'], defenderNo: ['strong-plan'] })).toEqual({
    'strong-plan': 'no',
  });
});

test("the worker's own level stands; a lower one only with its reason, and not while it is disputed", () => {
  expect(standingLevel({ fields: { level: 'raised', override: 'critical' } })).toBe('critical');
  expect(standingLevel({ fields: { level: 'high', override: 'low' } })).toBe('high');
  const explained = { level: 'high', override: 'low', overrideWhy: 'He left the country.' };
  expect(standingLevel({ fields: explained })).toBe('low');
  expect(standingLevel({ fields: explained, conflict: true })).toBe('high');
  expect(standingLevel({ fields: { level: 'of-a-newer-version' } })).toBeNull();
});

test('every question and every limit has its words, and every word its question', () => {
  for (const instrument of Object.values(INSTRUMENTS)) {
    expect(instrument.questions.map((q) => q.question)).toEqual(
      codeList(instrument.list)?.codes.map(({ code }) => code),
    );
    expect(instrument.limits).toContain('orders-attention');
    for (const limit of instrument.limits) expect(isCode('risk-limits', limit)).toBe(true);
  }
});
