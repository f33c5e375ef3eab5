import { broughtIn } from '@dayaq/acts/framework/bring';
import { PACK_FRAMEWORKS } from '@dayaq/domain/frameworks';
import { problemsBySchema } from '@dayaq/domain/iati/testing';
import { LANGUAGES } from '@dayaq/domain';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from '../testing/records.ts';
import { frameworkIn } from '../use-framework.ts';
import { type Iati, iatiOf } from './activities.ts';

const translators: Translator[] = [];
beforeAll(async () => {
  for (const language of LANGUAGES)
    translators.push(createTranslator(language, await loadMessages(language)));
});

const PUBLISHED = {
  publisher: 'AZ-XXX-1234567',
  publisherType: 'national-ngo',
  textLanguage: 'en',
  sector: 'human-rights',
};

/** The Action Plan as it is brought in, with what else is written down of it. */
function thePlan(head: Record<string, Value>, more: readonly RecordView[] = []): RecordView[] {
  const [pack] = PACK_FRAMEWORKS;
  if (pack === undefined) throw new Error('no pack');
  const records = broughtIn(pack, (name) => name).map(({ kind, record: id, fields }) => {
    const said = Object.entries(fields).map(([name, op]) => [name, 'set' in op ? op.set : null] as const);
    return record(id, kind, { ...Object.fromEntries(said), ...(kind === 'framework' ? head : {}) });
  });
  return [...records, ...more];
}

function tell(records: readonly RecordView[], translator = translators[0] as Translator) {
  const root = records.find(({ kind }) => kind === 'framework');
  const framework = frameworkIn(root?.id ?? '', records);
  if (framework === null) throw new Error('no plan');
  return iatiOf(
    framework,
    { translator, members: [], country: 'az', records },
    { name: 'Dayaq sınağı', today: '2026-11-30', as: 'r4nd0m' },
  );
}

function made(records: readonly RecordView[], translator?: Translator): Iati {
  const told = tell(records, translator);
  if ('lacking' in told) throw new Error(told.lacking.join());
  return told;
}

/** The first action of the plan. */
const FIRST = 'framework/az-action-plan-2025/1/1.1';
const of = (id: string, kind: string, values: Record<string, Value>): RecordView =>
  record(id, kind, kind === 'funding' || kind === 'indicator' ? { commitment: FIRST, ...values } : values);
const money = (id: string, state: string, more: Record<string, Value>): RecordView =>
  of(id, 'funding', { state, amount: { minor: 120_050, currency: 'AZN' }, donor: 'Qonşu fondu', ...more });

describe('the Action Plan as activities', () => {
  it('is valid by the official schema, in every language, and holds all of its 21 actions', async () => {
    for (const translator of translators) {
      const { xml, activities, left } = made(thePlan(PUBLISHED), translator);
      expect(activities).toBe(22);
      expect(await problemsBySchema(xml)).toEqual([]);
      // Nobody of us has said yet how far any of them came: none is called begun.
      expect(left.map(({ why, count }) => [why, count])).toEqual([['unsaid', 21]]);
    }
  });

  it('names everything in each language in which it has a name, and says which', () => {
    const { xml } = made(thePlan(PUBLISHED));
    expect(xml).toContain('<narrative>Expand Mobile Healthcare Clinics</narrative>');
    expect(xml).toContain('<narrative xml:lang="tg">Зиёд кардани клиникаҳои сайёр</narrative>');
    expect(xml).not.toContain('<narrative xml:lang="en">Expand Mobile');
  });

  it('has a day where a day has to stand, and beside it how it is written', () => {
    const { xml } = made(thePlan(PUBLISHED));
    expect(xml).toMatch(
      /<activity-date type="1" iso-date="2025-05-01">\s*<narrative>Start in mid-2025<\/narrative>/,
    );
  });

  it('names no record by which the server knows it', () => {
    const { xml } = made(thePlan(PUBLISHED));
    expect(xml).toContain('<iati-identifier>AZ-XXX-1234567-r4nd0m</iati-identifier>');
    expect(xml).not.toContain(
      '<iati-identifier>AZ-XXX-1234567-framework/az-action-plan-2025</iati-identifier>',
    );
  });

  it('says what is lacking where there can be none, and makes none', () => {
    expect(tell(thePlan({}))).toEqual({ lacking: ['publisher', 'publisherType', 'textLanguage'] });
    expect(tell(thePlan({ ...PUBLISHED, publisher: 'bizim təşkilat', period: null }))).toEqual({
      lacking: ['publisher', 'period'],
    });
  });
});

describe('money', () => {
  it('is a transaction where its day is known, a budget where it is of a year, and told where neither is', async () => {
    const { xml, left } = made(
      thePlan(PUBLISHED, [
        money('a', 'committed', { date: { day: '2026-03-08' } }),
        money('b', 'spent', { date: { day: '2026-04-01' } }),
        money('c', 'pledged', { date: { day: '2027' } }),
        money('d', 'pledged', { date: { day: '2027' } }),
        money('e', 'spent', { date: { day: '2026-05' } }),
        money('f', 'committed', {}),
        money('g', 'pledged', { date: { day: '2025', until: '2027' } }),
        of('h', 'funding', { state: 'in-kind', inKind: 'Bir avtomobil', donor: 'Qonşu fondu' }),
      ]),
    );
    expect(await problemsBySchema(xml)).toEqual([]);
    expect(xml.match(/<transaction-type code="\d+"\/>/g)).toEqual([
      '<transaction-type code="11"/>',
      '<transaction-type code="4"/>',
    ]);
    expect(xml).toContain('<value currency="AZN" value-date="2026-03-08">1200.50</value>');
    expect(xml.match(/<budget /g)).toHaveLength(1);
    expect(xml).toContain('<value currency="AZN" value-date="2027-01-01">2401.00</value>');
    expect(xml).toContain('Bir avtomobil');
    expect(left.map(({ why, count }) => [why, count])).toEqual([
      ['no-day', 3],
      ['in-kind', 1],
      ['unsaid', 21],
    ]);
  });

  it('of a donor who is not to be named is not there at all, nor their name, and the page says so', () => {
    const { xml, left } = made(
      thePlan(PUBLISHED, [
        money('a', 'committed', { date: { day: '2026-03-08' }, donorHidden: true, source: 'Qonşu hesabatı' }),
      ]),
    );
    for (const mark of ['Qonşu', '1200.50', '2026-03-08']) expect(xml).not.toContain(mark);
    expect(left[0]).toMatchObject({ why: 'hidden-donor', count: 1 });
  });
});

describe('what was measured', () => {
  const sheet = (more: Record<string, Value>): RecordView =>
    of('sheet', 'indicator-sheet', {
      indicator: 'indicator',
      since: { day: '2025' },
      definition: 'Visits',
      unit: 'sessions',
      aim: 'more',
      ...more,
    });
  const measured = (id: string, least: number, more: Record<string, Value> = {}): RecordView =>
    of(id, 'measurement', { sheet: 'sheet', date: { day: '2026-06' }, least, source: 'Watched', ...more });
  const indicator = of('indicator', 'indicator', { aspect: 'outcome', name: 'Visits come' });

  it('stands with its baseline, its target and its period; a range stands in words', async () => {
    const { xml, left } = made(
      thePlan(PUBLISHED, [
        indicator,
        sheet({ baselineLeast: 2, baselineDate: { day: '2024-12' } }),
        of('t', 'indicator-target', { sheet: 'sheet', amount: 24, by: { day: '2027-12' } }),
        measured('m', 9, { settlement: 'rural' }),
        measured('r', 4, { most: 6, date: { day: '2025-11' } }),
      ]),
    );
    expect(await problemsBySchema(xml)).toEqual([]);
    expect(xml).toMatch(/<baseline year="2024" value="2">/);
    expect(xml).toMatch(/<period-end iso-date="2027-12-31"\/>\s*<target value="24">/);
    expect(xml).toMatch(
      /<period-start iso-date="2026-06-01"\/>\s*<period-end iso-date="2026-06-30"\/>\s*<actual value="9">\s*<dimension /,
    );
    expect(xml).toContain('4–6');
    expect(left[0]).toMatchObject({ why: 'range', count: 1 });
  });

  it('tells of no few people', () => {
    const { xml, left } = made(
      thePlan(PUBLISHED, [
        indicator,
        sheet({ unit: 'persons' }),
        measured('m', 3),
        measured('n', 41, { date: { day: '2026-07' } }),
      ]),
    );
    expect(xml).not.toContain('<actual value="3"');
    expect(xml).toContain('<actual value="41"');
    expect(left[0]).toMatchObject({ why: 'small', count: 1 });
  });
});
