import { createTranslator, formatMoney, LANGUAGES, type Language, loadMessages } from '@dayaq/locale';
import { describe, expect, it } from 'vitest';
import { aTask } from './testing/a-task.ts';
import { aboutWords, deedOf, hoursOrDay, type Reader, urgencyOf, whenWords } from './task-words.ts';

async function readerIn(language: Language): Promise<Reader> {
  const translator = createTranslator(language, await loadMessages(language));
  return { translator, today: '2026-11-29', members: [], nameOf: () => 'Leyla', country: 'az' };
}
const en = await readerIn('en');
const food = aTask({
  kind: 'cost',
  rule: 'cost-decide',
  told: {
    purpose: 'food',
    amount: { minor: 2100, currency: 'AZN' },
    askedBy: 'a',
    askedAt: Date.UTC(2026, 10, 28, 12),
  },
});

const amount = formatMoney('en', 2100, 'AZN');

describe('a row of today', () => {
  it('says how much and what for, and who asked', () => {
    expect(deedOf(food, en)).toEqual({
      words: `Approve ${amount} for food`,
      amount,
    });
    expect(aboutWords(food, en)).toEqual(['Asked by Leyla, yesterday']);
    const paid = { ...food, rule: 'cost-receipt', told: { ...food.told, paidAt: Date.UTC(2026, 9, 1, 12) } };
    expect(aboutWords(paid, en)).toEqual(['Paid 1 Oct 2026']);
  });

  it.each(LANGUAGES)('has its amount and what for in the deed in %s', async (language) => {
    const reader = await readerIn(language);
    const { words, amount } = deedOf(food, reader);
    expect(amount).not.toBe('');
    expect(words).toContain(amount);
    expect(words.toLowerCase()).toContain(
      reader.translator.label('codes', 'cost-purposes', 'food').toLowerCase(),
    );
  });

  it('says of a referral to whom and for what', () => {
    const sent = aTask({
      kind: 'referral',
      rule: 'referral-answer',
      told: { to: 'Clean House', need: 'shelter', sent: 1 },
    });
    expect(deedOf(sent, en).words).toBe('Ask whether the referral was accepted');
    expect(aboutWords(sent, en)[0]).toBe('Clean House');
    expect(aboutWords(sent, en)).toHaveLength(2);
  });

  it('keeps the words of somebody who wrote them, and has some where nobody did', () => {
    expect(deedOf(aTask({ what: 'Call her aunt' }), en)).toEqual({ words: 'Call her aunt', amount: '' });
    expect(deedOf(aTask({}), en).words).toBe('Task');
    expect(deedOf({ ...food, told: {} }, en).words).toBe('Decide about a cost');
  });

  it('says in words when, how late, and after two months since when', () => {
    const when = (due: string) => whenWords(due, en);
    expect(when('')).toEqual({ words: '', late: false });
    expect(when('2026-11-29')).toEqual({ words: 'today', late: false });
    expect(when('2027-03-01')).toEqual({ words: '1 Mar 2027', late: false });
    expect(when('2026-11-28')).toEqual({ words: '1 day late', late: true });
    expect(when('2024-03-14')).toEqual({ words: 'late since 14 Mar 2024', late: true });
  });
});

it('says until which hour something helps after sexual violence, and orders it among what is counted in hours', () => {
  const task = aTask({
    kind: 'violation',
    rule: 'rape-hours',
    due: '2026-11-28',
    told: { date: { day: '2026-11-28' } },
  });
  const noon = Date.parse('2026-11-29T12:00:00+04:00');
  expect(hoursOrDay(task, en, noon)).toEqual({ words: 'until 1 December, 00:00', late: false });
  expect(urgencyOf(task, en, noon)).toBe(36);
  const late = noon + 20 * 86_400_000;
  expect(hoursOrDay(task, en, late)).toEqual({ words: 'Time is over: ask all the same', late: true });
  expect(urgencyOf(task, en, late)).toBe(Number.POSITIVE_INFINITY);
});
