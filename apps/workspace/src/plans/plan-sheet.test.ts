import { KINDS, type Kind } from '@dayaq/domain';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import { beforeAll, describe, expect, it } from 'vitest';
import { iatiOf } from './iati/activities.ts';
import { keysOf, chosenOf } from './meeting/choose.ts';
import { sheetThatLeaves } from './embargo.ts';
import { planCsv } from './plan-csv.ts';
import { planSheet } from './plan-sheet.ts';
import { marked } from './testing/records.ts';
import { frameworkIn } from './use-framework.ts';

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator('en', await loadMessages('en'));
});

/** Within the embargo of the one session. */
const NOW = Date.parse('2026-06-01T00:00:00Z');
const AFTER = Date.parse('2026-07-01T00:00:00Z');
const date = { day: '2026-05-01' };
const RECORDS = [
  marked('plan', 'framework', {
    type: 'plan',
    period: { day: '2025', until: '2027' },
    publisher: 'AZ-XXX-1234567',
    publisherType: 'national-ngo',
    textLanguage: 'en',
  }),
  marked('theme', 'theme', {}),
  marked('promised', 'commitment', { what: 'action', theme: 'theme' }),
  marked('ours', 'update', { commitment: 'promised', voice: 'ours', rating: 'partly', date }),
  marked('indicator', 'indicator', { commitment: 'promised', aspect: 'outcome' }),
  marked('sheet', 'indicator-sheet', {
    indicator: 'indicator',
    since: date,
    unit: 'persons',
    aim: 'more',
    baselineLeast: 3,
    baselineDate: { day: '2024' },
  }),
  marked('many', 'measurement', { sheet: 'sheet', date, least: 41, asked: '' }),
  marked('few', 'measurement', { sheet: 'sheet', date: { day: '2026-06-01' }, least: 2, asked: '' }),
  marked('hidden', 'funding', {
    commitment: 'promised',
    state: 'spent',
    amount: { minor: 700, currency: 'AZN' },
    donorHidden: true,
  }),
  marked('seat', 'seat', { side: 'community' }),
  marked('review', 'review', { type: 'annual', date }),
  marked('decision', 'decision', { review: 'review', what: 'agreed' }),
  marked('session', 'session', {
    owner: 'leyla',
    embargo: { day: '2026-06-30' },
    submitBy: { day: '2026-05-30' },
    zone: 'geneva',
  }),
  marked('signed', 'signing', { session: 'session', signs: 'yes', name: 'Lantern' }),
  marked('quietly', 'signing', { session: 'session', signs: 'yes', nameHidden: true, name: 'Quiet house' }),
  marked('asked', 'signing', { session: 'session', name: 'Not asked yet' }),
];

/** Every way out of a plan: all of print and meeting, and the table. */
function waysOut(now = NOW): Record<'paper' | 'table' | 'meeting' | 'iati', string> {
  const framework = frameworkIn('plan', RECORDS);
  if (framework === null) throw new Error('there is no plan');
  const around = { translator, members: [], country: 'az', records: RECORDS };
  const made = planSheet(framework, around, now);
  const sheet = sheetThatLeaves(made, made.embargo.length > 0);
  if (sheet === null) throw new Error('nothing leaves');
  const iati = iatiOf(framework, around, { name: 'Dayaq', today: '2026-11-30', as: 'known' });
  if ('lacking' in iati) throw new Error(iati.lacking.join());
  const items = sheet.groups.flatMap((group) => group.items);
  const all = new Set(items.flatMap((item) => [item.id, ...keysOf(item)]));
  return {
    paper: JSON.stringify(sheet),
    table: planCsv(sheet, translator),
    meeting: JSON.stringify(chosenOf(sheet, all)),
    iati: iati.xml,
  };
}

describe('whichever way a plan goes out', () => {
  it('nothing goes that its kind never releases', () => {
    const never = Object.values<Kind>(KINDS).flatMap(({ kind, fields }) =>
      fields.flatMap(({ name, release }) => (release === 'never' ? [`mark of ${kind}.${name}`] : [])),
    );
    for (const [way, text] of Object.entries(waysOut()))
      for (const mark of never) expect(text, way).not.toMatch(new RegExp(`${mark}(?![A-Za-z])`));
  });

  it('no donor goes who is not to be named, nor where that could be read', () => {
    const { iati, ...others } = waysOut();
    for (const text of Object.values(others)) expect(text).toContain('a donor who is not named');
    // What was given on which day could name them: nothing of it is there.
    expect(iati).not.toContain('7.00');
    for (const text of [iati, ...Object.values(others)]) {
      expect(text).not.toContain('mark of funding.donor');
      expect(text).not.toContain('mark of funding.source');
    }
  });

  it('what is under embargo says so as long as it holds, on paper, in the table and in a meeting', () => {
    const { paper, table, meeting } = waysOut();
    for (const text of [paper, table, meeting])
      expect(text).toContain('under embargo until the end of 30 June 2026');
    for (const text of Object.values(waysOut(AFTER))) expect(text).not.toContain('under embargo');
  });

  it('nothing of what is under embargo goes out before its time without a deliberate word', () => {
    const framework = frameworkIn('plan', RECORDS);
    if (framework === null) throw new Error('there is no plan');
    const around = { translator, members: [], country: 'az', records: RECORDS };
    const at = (now: number) => planSheet(framework, around, now);
    expect(sheetThatLeaves(at(NOW), false)).toBeNull();
    // By the clocks of Geneva, where it ends at the end of its last day: an hour before, and then.
    const ends = Date.parse('2026-06-30T22:00:00Z');
    expect(sheetThatLeaves(at(ends - 1), false)).toBeNull();
    expect(sheetThatLeaves(at(ends), false)).not.toBeNull();
    expect(sheetThatLeaves(at(NOW), true)?.embargo).toHaveLength(1);
  });

  it('whoever signs without a name is a number, and whoever has not said yes is none', () => {
    const { paper } = waysOut();
    expect(paper).toContain('2 sign: Lantern; one of them without its name');
    for (const text of Object.values(waysOut()))
      for (const name of ['Quiet house', 'Not asked yet']) expect(text).not.toContain(name);
  });

  it('no small number of people goes, nor what is said of it', () => {
    const { paper, iati } = waysOut();
    expect(iati).toContain('value="41"');
    for (const small of ['value="2"', 'value="3"']) expect(iati).not.toContain(small);
    expect(paper).toContain('"amount":"41"');
    expect(paper).not.toContain('"amount":"2"');
    expect(paper).toContain('"keptBack":1');
    // A baseline of three people is none outside.
    expect(paper).toContain('No baseline');
  });

  it('what is public goes: the text, what each says, the definition', () => {
    const { table, paper, iati } = waysOut();
    for (const mark of ['commitment.text', 'update.words', 'indicator-sheet.definition'])
      expect(iati).toContain(`mark of ${mark}`);
    expect(table).toContain('mark of commitment.text');
    expect(table).toContain('mark of update.words');
    expect(paper).toContain('mark of indicator-sheet.definition');
  });
});
