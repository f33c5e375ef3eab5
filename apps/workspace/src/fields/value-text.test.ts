import { createTranslator, loadMessages } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { recordTitle, valueText } from './value-text.ts';

const en = createTranslator('en', await loadMessages('en'));
const ru = createTranslator('ru', await loadMessages('ru'));
const view = (id: string, kind: string, fields: Record<string, Value>): RecordView => ({
  id,
  kind,
  deleted: false,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, by: 'a', at: 0, alternatives: [] }]),
  ),
  created: { by: 'a', at: 0 },
  updated: { by: 'a', at: 0 },
});
const records = [
  view('p1', 'person', { alias: 'Zeinab', role: 'client' }),
  view('p2', 'person', { role: 'dependant' }),
];
const members = [
  {
    account: 'm1',
    name: 'Rena',
    role: 'caseworker' as const,
    keyholder: false,
    removed: false,
    ready: true,
    namesake: false,
    correctedBy: null,
    sawOtherHistory: null,
  },
];
const around = { translator: en, records, members, country: 'az' };
const say = (kind: string, field: string, value: Value, values?: Record<string, Value>) =>
  valueText({ ...around, kind, field, value, ...(values === undefined ? {} : { values }) });

describe('a stored value in words', () => {
  it('names what links lead to, and says nothing of what the reader may not see', () => {
    const links = {
      nameOf: (id: string) => new Map([['c1', 'Ayla · K7Q-2MX']]).get(id),
      finder: () => undefined,
    };
    const told = (kind: string, field: string, value: Value) =>
      valueText({ ...around, links, kind, field, value });
    expect(told('matter', 'cases', ['c1', 'closed-to-me'])).toBe('Ayla · K7Q-2MX');
    expect(told('service-event', 'caseReference', 'c1')).toBe('Ayla · K7Q-2MX');
    expect(told('matter', 'cases', ['closed-to-me'])).toBe('');
    expect(say('cost', 'fund', 'f1')).toBe('');
  });

  it('counts in words of the language, whatever the kind counts', () => {
    const inRussian = (kind: string, field: string, value: number) =>
      valueText({ ...around, translator: ru, kind, field, value });
    expect(say('detention', 'lastHour', 9)).toBe('09:00');
    expect(say('detention', 'every', 1)).toBe('1 hour');
    expect(inRussian('detention', 'every', 24)).toBe('24 часа');
    expect(inRussian('detention', 'stock', 5)).toBe('5 дней');
    expect(inRussian('path', 'sessions', 12)).toBe('12 раз');
    expect(inRussian('address', 'places', 3)).toBe('3 человека');
    expect(inRussian('service', 'ageFrom', 21)).toBe('21 год');
    expect(inRussian('response', 'minutes', 40)).toBe('40 мин');
    expect(inRussian('person', 'birthYear', 1992)).toBe('1992');
  });

  it('is a place in its own words where no list has it', () => {
    expect(say('case', 'area', { area: 'unknown', detail: 'Baku' })).toBe('Baku');
    expect(say('case', 'area', { area: 'unknown' })).toBe('Not known');
  });

  it('is as precise as it is known', () => {
    expect(say('violation', 'date', { day: '2023-06', about: true })).toBe('about June 2023');
    expect(
      valueText({
        ...around,
        translator: ru,
        kind: 'violation',
        field: 'date',
        value: { day: '2023-03-14' },
      }),
    ).toContain('2023');
  });
  it('names people, members and areas, never their ids', () => {
    expect(say('violation', 'victims', ['p1', 'gone'])).toBe('Zeinab');
    expect(say('case', 'owner', 'm1')).toBe('Rena');
    expect(say('violation', 'area', { area: 'az-baku', detail: 'near the market' })).toBe(
      'Baku, near the market',
    );
  });
  it('says the words that were given for "other"', () => {
    expect(say('perpetrator', 'type', 'other', { typeOther: 'a taxi driver' })).toBe('a taxi driver');
  });
  it('tells "not known" from "prefers not to say" from no answer', () => {
    const answers = ['unknown', 'prefers-not'].map((answer) => say('perpetrator', 'knownBefore', answer));
    expect(new Set([...answers, say('perpetrator', 'knownBefore', null)]).size).toBe(3);
  });
  it('that is damaged or of a newer version is shown as far as it can be, and breaks nothing', () => {
    for (const odd of [true, 3, 'x', ['x'], { a: 1 }, null]) {
      for (const field of ['date', 'area', 'type', 'victims', 'account', 'inventedLater']) {
        expect(() => say('violation', field, odd)).not.toThrow();
      }
    }
    expect(say('violation', 'type', 'a-code-of-next-year')).toBe('a-code-of-next-year');
  });
});

describe('the title of a record', () => {
  it('is its own words, else what it is in the case: three people without a name are told apart', () => {
    const [named, nameless] = records;
    expect(named && recordTitle(named, around)).toBe('Zeinab');
    expect(nameless && recordTitle(nameless, around)).toBe('Child or other dependant');
  });

  it('an office is named with which one it is, wherever an act says who did it', () => {
    const office = view('o', 'perpetrator', { type: 'organisation', unit: 'Narcology Centre' });
    const alone = view('p', 'perpetrator', { type: 'landlord' });
    const said = valueText({
      ...around,
      records: [office, alone],
      kind: 'violation',
      field: 'perpetrators',
      value: ['o', 'p'],
    });
    expect(said).toBe('Organisation (Narcology Centre), Landlord');
    expect(recordTitle(view('u', 'perpetrator', { unit: 'Ward 3' }), around)).toBe('Ward 3');
  });
});
