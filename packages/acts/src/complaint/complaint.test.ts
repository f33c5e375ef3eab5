import { addDays } from '@dayaq/domain';
import { expect, test } from 'vitest';
import type { DossierRow, Value } from '@dayaq/vault/client';
import {
  ANSWER_DAYS,
  complaintBegins,
  complaintLed,
  concernedIn,
  feedbackBegins,
  isKeptFrom,
  owedBack,
  readersOf,
  saidBack,
  wordsBack,
} from './complaint.ts';
import { countFeedback } from './count.ts';

const about = (colleague: string, owner: string) => ({ about: 'colleague', colleague, owner });

test('a complaint is opened by who took it down and who answers it, and never sealed to the colleague whom it concerns', () => {
  expect(readersOf(about('zaur', 'leyla'), 'nigar')).toEqual(['nigar', 'leyla']);
  expect(readersOf({ about: 'provider', owner: 'nigar' }, 'nigar')).toEqual(['nigar']);
  expect(concernedIn(about('leyla', 'leyla'), 'nigar')).toBe('owner');
  expect(concernedIn(about('nigar', 'leyla'), 'nigar')).toBe('writer');
  expect(() => readersOf(about('leyla', 'leyla'), 'nigar')).toThrow();
  expect(() => readersOf(about('nigar', 'leyla'), 'nigar')).toThrow();
  // A name that stayed from before the subject was changed concerns nobody.
  expect(concernedIn({ about: 'provider', colleague: 'leyla', owner: 'leyla' }, 'nigar')).toBeNull();
});

test('an answer is promised from the day on which it was received', () => {
  expect(complaintBegins('2026-11-29')).toEqual({
    received: { day: '2026-11-29' },
    due: { day: addDays('2026-11-29', ANSWER_DAYS) },
  });
});

const LETTER = {
  words: 'The doctor shouted at me.',
  subject: 'service',
  subjectIs: 'a-service',
  sort: 'complaint',
  received: { day: '2026-11-20' },
} satisfies Record<string, Value>;

test('feedback that came as a letter begins with what it says, and by the day on which it came', () => {
  expect(feedbackBegins({ values: LETTER }, '2026-11-29')).toEqual({
    about: 'service',
    subject: 'a-service',
    sort: 'complaint',
    words: 'The doctor shouted at me.',
    received: { day: '2026-11-20' },
    due: { day: addDays('2026-11-29', ANSWER_DAYS) },
  });
  // A letter that names nothing is about us; one of a colleague does not say which.
  expect(feedbackBegins({ values: { words: 'x' } }, '2026-11-29')).toMatchObject({ about: 'organisation' });
  expect(
    feedbackBegins({ values: { words: 'x', subject: 'colleague', subjectIs: 'y' } }, '2026-11-29'),
  ).not.toHaveProperty('subject');
});

test('nobody answers feedback to whom its sender did not leave the letter', () => {
  const letter = { readers: ['nigar', 'leyla'] };
  expect(isKeptFrom(letter, { owner: 'zaur' })).toBe(true);
  expect(isKeptFrom(letter, { owner: 'leyla' })).toBe(false);
  expect(isKeptFrom(letter, {})).toBe(false);
});

test('the answer, and later what changed, is owed to whoever wrote, each once', () => {
  const values: Record<string, Value> = { letter: 'l', state: 'open' };
  expect(owedBack(values)).toBeNull();
  Object.assign(values, { answer: ' We are sorry. ' });
  expect(owedBack(values)).toBe('answer');
  expect(wordsBack(values, 'answer')).toBe('We are sorry.');
  expect(owedBack({ ...values, letter: null })).toBeNull();
  const [said] = saidBack('c', 'answer', '2026-12-01');
  expect(said?.fields).toEqual({ answerSaid: { set: { day: '2026-12-01' } }, personTold: { set: 'yes' } });
  Object.assign(values, { answerSaid: { day: '2026-12-01' }, led: 'changed', changed: 'A nurse sits in.' });
  expect(complaintLed(values, '2027-01-10')).toEqual({ changedOn: { day: '2027-01-10' } });
  expect(complaintLed({ led: 'nothing' }, '2027-01-10')).toEqual({ changedOn: null });
  expect(owedBack(values)).toBe('change');
  expect(owedBack({ ...values, changeSaid: { day: '2027-01-10' } })).toBeNull();
});

test('feedback is counted by what it is about, with what waits too long and what it changed', () => {
  const row = (about: string, state: string, more: { subject?: string; due?: string; led?: string } = {}) =>
    ({
      codes: { about: [about], state: [state], ...(more.led === undefined ? {} : { led: [more.led] }) },
      told: { subject: more.subject ?? '', due: { day: more.due ?? '2026-12-20' } },
    }) as unknown as DossierRow;
  const rows = [
    row('service', 'open', { subject: 's', due: '2026-11-01' }),
    row('service', 'answered', { subject: 's', due: '2026-11-01', led: 'changed' }),
    row('service', 'answered', { subject: 'other', led: 'planned' }),
    row('commitment', 'open', { subject: 'c' }),
    row('service', 'answered', { subject: 's' }),
  ];
  expect(countFeedback(rows, '2026-11-29')).toEqual([
    { about: 'service', subject: 's', all: 3, open: 1, late: 1, changed: 1 },
    { about: 'commitment', subject: 'c', all: 1, open: 1, late: 0, changed: 0 },
    { about: 'service', subject: 'other', all: 1, open: 0, late: 0, changed: 0 },
  ]);
});
