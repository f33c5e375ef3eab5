import { validateRecord } from '@dayaq/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dryRun } from './dry-run.ts';
import type { Mapping } from './mapping.ts';
import { RowPlanner } from './plan-row.ts';
import type { RowPlan } from './row-plan.ts';
import { propose } from './propose.ts';
import { table } from './testing/files.ts';
import { asText, CASELOAD, DIRECTORY } from './testing/samples.ts';
import { allWords } from './testing/words.ts';
import type { Words } from './values.ts';

let words: Words;
beforeAll(async () => {
  words = await allWords();
});

function plannerOf(rows: readonly (readonly string[])[], gathers: boolean) {
  const read = table(asText(rows));
  const mapping: Mapping = { ...propose(read, words, 2026).mapping, gathers };
  return { read, mapping, planner: new RowPlanner(read, mapping, words, '2026-06-01') };
}

function plansOf(rows: readonly (readonly string[])[], gathers = true): RowPlan[] {
  const { planner } = plannerOf(rows, gathers);
  return planner.cases.map((each) => planner.plan(...each));
}

const reportsOf = async (rows: readonly (readonly string[])[], gathers = true) => {
  const { read, mapping } = plannerOf(rows, gathers);
  return (await dryRun(read, mapping, words, '2026-06-01', () => Promise.resolve(true))) ?? [];
};

const of = (plan: RowPlan | undefined, kind: string) =>
  (plan?.records ?? []).filter((record) => record.kind === kind);

describe('rows of one number', () => {
  it('are one case, with each act, person, help, matter and cost of its own', () => {
    const [zeynab, timur] = plansOf(CASELOAD);
    expect(zeynab?.faults).toEqual([]);
    expect(of(zeynab, 'person').map(({ place, fields }) => [place, fields['alias'], fields['role']])).toEqual(
      [
        ['client', 'Зейнаб', 'client'],
        ['person:1', 'Амина', 'other'],
      ],
    );
    expect(of(zeynab, 'violation').map(({ fields }) => [fields['victims'], fields['perpetrators']])).toEqual([
      [['client'], ['perpetrator']],
      [['person:1'], ['perpetrator:2']],
    ]);
    expect(of(zeynab, 'response').map(({ fields }) => fields['done'])).toEqual([
      { day: '2025-02-03' },
      { day: '2025-02-10' },
    ]);
    expect(of(zeynab, 'matter').map(({ fields }) => fields)).toEqual([
      {
        type: 'complaint',
        forumName: 'Районный суд',
        filed: { day: '2025-02-12' },
        forWhom: ['client'],
      },
    ]);
    expect(of(zeynab, 'cost').map(({ fields }) => [fields['purpose'], fields['amount']])).toEqual([
      ['transport', { minor: 1250, currency: 'AZN' }],
      ['food', { minor: 3000, currency: 'AZN' }],
    ]);
    expect(timur?.records[0]?.fields['oldNumber']).toBe('К-2');
  });

  it('keep as words what they say otherwise, and say once what they say twice', () => {
    const [zeynab] = plansOf(CASELOAD);
    expect(zeynab?.records[0]?.fields['opened']).toEqual({ day: '2025-02-03' });
    expect(of(zeynab, 'note').map(({ fields }) => fields['text'])).toEqual([
      'Примечание: боится за дочь\nДата обращения: 2025-03-01',
    ]);
    expect(zeynab?.remarks.map(({ remark }) => remark).sort()).toEqual([
      'another-person',
      'cost-open',
      'cost-open',
      'told-otherwise',
    ]);
  });

  it('give no amount of a cost that stands nowhere: its purpose is words', () => {
    const timur = plansOf(CASELOAD)[1];
    expect(of(timur, 'cost')).toEqual([]);
    expect(of(timur, 'note').map(({ fields }) => fields['text'])).toEqual(['На что: транспорт']);
    expect(timur?.remarks.map(({ remark }) => remark)).toContain('kept-as-words');
  });

  it('stay apart, all but the first refused, until somebody says that they are one case', async () => {
    const reports = await reportsOf(CASELOAD, false);
    expect(reports.map(({ faults }) => faults[0]?.fault ?? 'comes')).toEqual([
      'comes',
      'same-number',
      'same-number',
      'same-number',
      'comes',
    ]);
  });

  it('wait together for the one that cannot come in', async () => {
    const wrong = CASELOAD.map((cells, i) => (i === 3 ? cells.with(8, '31.02.2025') : cells));
    const reports = await reportsOf(wrong);
    expect(reports.map(({ faults }) => faults[0])).toEqual([
      { fault: 'with-row', row: 4 },
      { fault: 'with-row', row: 4 },
      { fault: 'no-such-day', column: 'Дата помощи', value: '31.02.2025' },
      { fault: 'with-row', row: 4 },
      undefined,
    ]);
    expect(reports.map(({ comes }) => comes)).toEqual([null, null, null, null, 1]);
  });

  it('do not make one person of two who did something, because both are called police', () => {
    const [plan] = plansOf([
      ['Номер дела', 'Имя', 'Вид нарушения', 'Дата нарушения', 'Кем нарушено'],
      ['К-1', 'Зейнаб', 'избиение', '2025-02-01', 'полиция'],
      ['К-1', '', 'вымогательство', '2025-04-01', 'полиция'],
    ]);
    expect(of(plan, 'perpetrator')).toHaveLength(2);
    expect(of(plan, 'violation').map(({ fields }) => fields['perpetrators'])).toEqual([
      ['perpetrator'],
      ['perpetrator:2'],
    ]);
  });

  it('become records that their kinds find nothing wrong with', () => {
    for (const { records } of plansOf(CASELOAD))
      for (const { kind, fields } of records)
        expect(validateRecord(kind, { reference: 'K7Q-2MX', ...fields }), kind).toEqual([]);
  });
});

describe('a sheet of services', () => {
  it('is known as one, and becomes providers with their services and addresses', () => {
    const { mapping } = plannerOf(DIRECTORY, false);
    expect(mapping.about).toBe('provider');
    const [umid, isiq, ...more] = plansOf(DIRECTORY, false);
    expect(more).toEqual([]);
    expect(umid?.faults).toEqual([]);
    expect(umid?.records.map(({ place }) => place)).toEqual([
      'provider',
      'service',
      'service:2',
      'location',
      'location:2',
    ]);
    expect(umid?.records[0]?.fields).toEqual({
      name: 'Ümid evi',
      frontGate: '012 000 00 00',
      confidentialNote: 'Qeyd: axşam zəng edin',
    });
    expect(umid?.records[1]?.fields['locations']).toEqual(['location']);
    expect(umid?.records[3]?.fields).toMatchObject({ address: 'Fəvvarə küç. 1', hidden: true });
    expect(umid?.records[4]?.fields['hidden']).toBeUndefined();
    expect(isiq?.records.map(({ kind }) => kind)).toEqual(['provider', 'service', 'location']);
    for (const { records } of plansOf(DIRECTORY, false))
      for (const { kind, fields } of records) expect(validateRecord(kind, fields), kind).toEqual([]);
  });

  it('brings in no service of nobody', () => {
    const [first, ...rows] = DIRECTORY;
    const plans = plansOf([first ?? [], ['', '', 'Psixoloq', 'psixoloq', 'Gəncə', '', '', ''], ...rows]);
    expect(plans[0]?.faults).toEqual([{ fault: 'no-name' }]);
  });
});

describe('an amount', () => {
  it.each([
    ['12,50', { minor: 1250, currency: 'AZN' }],
    ['1 200', { minor: 120_000, currency: 'AZN' }],
    ['30 манат', { minor: 3000, currency: 'AZN' }],
    ['45.5 ₼', { minor: 4550, currency: 'AZN' }],
    ['$20', { minor: 2000, currency: 'USD' }],
    ['100 TJS', { minor: 10_000, currency: 'TJS' }],
    ['10 руб.', { minor: 1000, currency: 'RUB' }],
    // How many hundreds, and of what, is not for us to guess.
    ['1,200.50', null],
    ['1.200', null],
    ['12 фунтов', null],
    ['-5', null],
    ['много', null],
  ])('"%s" is read, or refused', (text, amount) => {
    expect(words.amountOf(text)).toEqual(amount);
  });
});

describe('whatever rows are gathered', () => {
  const row = fc.record({
    number: fc.constantFrom('A-1', 'A-2', 'a-1', ''),
    name: fc.constantFrom('Leyla', 'Лейла', 'Rena', ''),
    act: fc.constantFrom('beating', 'threat', ''),
    by: fc.constantFrom('police', 'husband', ''),
    help: fc.constantFrom('shelter', 'psychologist', ''),
    amount: fc.constantFrom('10', '20 USD', ''),
    note: fc.constantFrom('one', 'two', ''),
  });

  it('no row is lost, every reference leads to a record, and each place is there once', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const sheet = [
          ['Case number', 'Client name', 'Violation', 'Perpetrator', 'Response', 'Amount', 'Note'],
          ...rows.map(({ number, name, act, by, help, amount, note }) => [
            number,
            name,
            act,
            by,
            help,
            amount,
            note,
          ]),
        ];
        if (rows.every((each) => Object.values(each).every((cell) => cell === ''))) return;
        const { planner, read } = plannerOf(sheet, true);
        const gone = planner.cases.flat().length + planner.repeats.size;
        expect(gone).toBe(read.rows.length);
        for (const each of planner.cases) {
          const { records, rows: said } = planner.plan(...each);
          expect(said).toHaveLength(each.length);
          const places = records.map(({ place }) => place);
          expect(new Set(places).size).toBe(places.length);
          for (const { fields } of records)
            for (const name of ['victims', 'perpetrators', 'forWhom'])
              for (const place of [fields[name] ?? []].flat()) expect(places).toContain(place);
        }
      }),
      { seed: 13, numRuns: 80 },
    );
  });
});
