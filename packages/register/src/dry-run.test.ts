import fc from 'fast-check';
import { type FuzzyDate, validateRecord } from '@dayaq/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { dryRun } from './dry-run.ts';
import { fits, type Mapping, readMapping } from './mapping.ts';
import { RowPlanner } from './plan-row.ts';
import type { RowPlan } from './row-plan.ts';
import { propose } from './propose.ts';
import { latin, table } from './testing/files.ts';
import { asText, RECORDER, SHELTER_LOG, streetRegister } from './testing/samples.ts';
import { allWords } from './testing/words.ts';
import type { Words } from './values.ts';
import { valueKey } from './folded.ts';

let words: Words;
beforeAll(async () => {
  words = await allWords();
});

const onwards = () => Promise.resolve(true);

/** What every row becomes by what is proposed, changed by `decide`. */
function plans(file: string | Uint8Array, decide: (mapping: Mapping) => void = () => undefined): RowPlan[] {
  const read = table(file);
  const { mapping } = propose(read, words, 2026);
  decide(mapping);
  const planner = new RowPlanner(read, mapping, words, '2026-06-01');
  return read.rows.map((row) => planner.plan(row));
}

const recordsOf = (plan: RowPlan | undefined, kind: string) =>
  (plan?.records ?? []).filter((record) => record.kind === kind).map(({ fields }) => fields);

function choose(mapping: Mapping, target: string, value: string, code: string): void {
  for (const use of mapping.uses)
    if (use.as === 'field' && `${use.target.kind}.${use.target.field}` === target)
      use.choices[valueKey(value)] = { code };
}

describe('a row', () => {
  it.each([
    'нет',
    'Нет, боится',
    'yox',
    'Xeyr',
    'отказалась',
    'не согласна',
    'razı deyil',
    'refused',
    'yoxdur',
    '0',
  ])('of somebody who said no does not come in, and is told: %s', (no) => {
    const [said, asked] = plans(
      `№ дела;Имя;Согласие\n1;Лала;${no}\n2;Рена;да\n3;Нигяр;не спрашивали\n4;Саида;нет данных`,
    ).map(({ faults, records }) => ({ faults, came: records.length > 0 }));
    expect(said).toEqual({ faults: [{ fault: 'refused', column: 'Согласие', value: no }], came: false });
    expect(asked).toEqual({ faults: [], came: true });
  });

  it('whose consent nobody asked for comes in, as not asked', () => {
    const made = plans('№ дела;Имя;Согласие\n3;Нигяр;не спрашивали\n4;Саида;нет данных\n5;Айгюн;-');
    expect(made.map(({ faults, records }) => [faults, records.length > 0])).toEqual(
      Array.from({ length: 3 }, () => [[], true]),
    );
  });

  it('of somebody who said no to being told on comes in, with the no in its words', () => {
    const [plan] = plans('№ дела;Имя;Согласие на передачу данных\n1;Лала;нет');
    expect(plan?.remarks).toContainEqual({ remark: 'refused-more' });
    expect(recordsOf(plan, 'note')).toEqual([{ text: 'Согласие на передачу данных: нет' }]);
  });

  it('that says nothing but its number becomes nobody', () => {
    const [plan] = plans('№ дела;Имя;Регион;Согласие\n106;;;');
    expect(plan).toMatchObject({ records: [], faults: [{ fault: 'nothing' }] });
  });

  it('whose letters the file lost says so', () => {
    const [plan] = plans('№ дела;Имя;Регион\n1;Lal?;G?nc?');
    expect(plan?.remarks).toContainEqual({ remark: 'lost-letters', value: 'G?nc?' });
    expect(plan?.remarks).toContainEqual({ remark: 'lost-letters', value: 'Lal?' });
    expect(plans('№ дела;Имя;Описание\n1;Лала;За что? Не знает.')[0]?.remarks).toEqual([
      { remark: 'no-day' },
    ]);
  });

  it('of a street office becomes a case with its client, acts, helps and a note', () => {
    const text = [
      '№ дела;Код клиента;Дата обращения;Имя;Пол;Возраст;Регион;Ключевая группа;Вид нарушения;Дата нарушения;Кем нарушено;Описание;Оказанная помощь;Статус;Примечание',
      'SW-7;ЗК140390;12.03.2024;Зейнаб;ж;34;Баку, метро;СР, ЛУН;избиение; 10.03.2024;полиция;Остановили на улице;приют; закрыто;звонить вечером',
    ].join('\n');
    const [plan] = plans(text);
    expect(plan?.faults).toEqual([]);
    expect(recordsOf(plan, 'case')).toEqual([
      {
        oldNumber: 'SW-7',
        opened: { day: '2024-03-12' },
        alias: 'Зейнаб',
        area: { area: 'az-baku', detail: 'Баку, метро' },
        status: 'closed',
      },
    ]);
    expect(recordsOf(plan, 'person')).toEqual([
      {
        alias: 'Зейнаб',
        genderIdentity: 'woman',
        ageBand: '25-34',
        minor: 'no',
        populations: ['sex-work', 'uses-drugs'],
        role: 'client',
      },
    ]);
    expect(recordsOf(plan, 'violation')).toEqual([
      {
        type: 'physical-violence',
        date: { day: '2024-03-10' },
        account: 'избиение\nОстановили на улице',
        victims: ['client'],
        perpetrators: ['perpetrator'],
      },
    ]);
    expect(recordsOf(plan, 'response')).toEqual([{ type: 'shelter', forWhom: ['client'] }]);
    expect(recordsOf(plan, 'note')).toEqual([{ text: 'Примечание: звонить вечером' }]);
    expect(JSON.stringify(plan)).not.toContain('ЗК140390');
  });

  it('with several acts says of none of them whose it was, nor gives one’s words to another', () => {
    const [plan] = plans(
      'Номер,Вид нарушения,Кем нарушено,Описание\n1,"избиение; угрозы","полиция, муж",Пришли вдвоём',
    );
    expect(
      recordsOf(plan, 'violation').map(({ type, perpetrators, account }) => [type, perpetrators, account]),
    ).toEqual([
      ['physical-violence', undefined, 'избиение'],
      ['threat', undefined, 'угрозы'],
    ]);
    expect(recordsOf(plan, 'perpetrator').map(({ type }) => type)).toEqual(['police', 'partner']);
    expect(recordsOf(plan, 'note')).toEqual([{ text: 'Описание: Пришли вдвоём' }]);
    expect(plan?.remarks.map(({ remark }) => remark)).toContain('who-did-what');
  });

  it('says nothing of what somebody agreed to, and keeps no number of a paper', () => {
    for (const plan of plans(asText(RECORDER))) {
      expect(recordsOf(plan, 'consent')).toEqual([]);
      expect(JSON.stringify(plan.records)).not.toContain('NA140391');
    }
    expect(JSON.stringify(plans(asText(SHELTER_LOG)))).not.toContain('ABC1234');
  });

  it('of which a value is on no list waits for somebody to say what it is', () => {
    const text = 'Номер,Вид нарушения\n1,небывалое\n2,угрозы';
    expect(plans(text)[0]?.faults).toEqual([
      { fault: 'no-code', column: 'Вид нарушения', value: 'небывалое' },
    ]);
    const [said] = plans(text, (mapping) => choose(mapping, 'violation.type', 'Небывалое', 'outed'));
    expect(recordsOf(said, 'violation').map(({ type }) => type)).toEqual(['outed']);
  });

  it('becomes records that their kinds find nothing wrong with, but for a day that stands nowhere', () => {
    const { text } = streetRegister(120, 0);
    const all = plans(text, (mapping) => choose(mapping, 'person.populations', 'LGBT', 'trans'));
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { records } of all)
      for (const { kind, fields } of records)
        expect(validateRecord(kind, { reference: 'K7Q-2MX', ...fields }), JSON.stringify(fields)).toEqual([]);
  });
});

describe('a dry run', () => {
  it('of 2 000 rows in windows-1251 names the 60 wrong ones, each with its reason', async () => {
    const { text, wrong } = streetRegister(2000, 60);
    const read = table(latin(text, 'windows-1251'));
    const { mapping } = propose(read, words, 2026);
    choose(mapping, 'person.populations', 'LGBT', 'trans');
    const reports = await dryRun(read, mapping, words, '2026-06-01', onwards);
    const cannot = reports?.filter(({ faults }) => faults.length > 0) ?? [];
    expect(cannot.map(({ number }) => number)).toEqual(wrong);
    const why = new Set(cannot.flatMap(({ faults }) => faults.map(({ fault }) => fault)));
    expect([...why].sort()).toEqual(['formula-error', 'no-code', 'no-date', 'no-such-day', 'same-number']);
    expect(new Set(reports?.map(({ name }) => name)).size).toBe(
      2000 - cannot.filter(({ faults }) => faults[0]?.fault === 'same-number').length,
    );
  });

  it('finds a row that stands there twice', async () => {
    const read = table('Имя,Регион\nЛейла,Баку\nЗаур,Шеки\nЛейла,Баку');
    const reports = await dryRun(read, propose(read, words, 2026).mapping, words, '2026-06-01', onwards);
    expect(reports?.map(({ faults }) => faults)).toEqual([[], [], [{ fault: 'same-row', row: 2 }]]);
  });

  it('can be stopped', async () => {
    const read = table(streetRegister(1200, 0).text);
    const stopped = await dryRun(read, propose(read, words, 2026).mapping, words, '2026-06-01', (done) =>
      Promise.resolve(done < 500),
    );
    expect(stopped).toBe(null);
  });
});

describe('a kept mapping', () => {
  it('comes back as it was, for the same columns alone', () => {
    const read = table(streetRegister(30, 0).text);
    const { mapping } = propose(read, words, 2026);
    const kept = readMapping(JSON.parse(JSON.stringify(mapping)));
    expect(kept).toEqual(mapping);
    expect(fits(mapping, read)).toBe(true);
    expect(fits(mapping, table(asText(RECORDER)))).toBe(false);
    expect(fits(mapping, table(asText(SHELTER_LOG)))).toBe(false);
  });

  it('that names what is not there any more is none', () => {
    expect(
      readMapping({
        columns: ['x'],
        uses: [{ as: 'field', target: { kind: 'case', field: 'gone' }, order: null, choices: {} }],
        status: null,
      }),
    ).toBe(null);
    for (const nonsense of [null, 7, {}, { columns: [1], uses: [] }])
      expect(readMapping(nonsense)).toBe(null);
  });
});

describe('what was written out', () => {
  /** A case of a register: what its columns say, in the form that a spreadsheet has it. */
  const aCase = fc.record({
    number: fc.integer({ min: 1, max: 99_999 }).map((n) => `Q-${n}`),
    opened: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
    summary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => /\p{L}/u.test(text) && !text.startsWith("'")),
    status: fc.constantFrom('new', 'in-progress', 'waiting', 'closed'),
    populations: fc.uniqueArray(fc.constantFrom('sex-work', 'uses-drugs', 'trans', 'migrant'), {
      minLength: 1,
      maxLength: 4,
    }),
  });

  it('comes in as the same records, by whatever separator', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aCase, { selector: ({ number }) => number, minLength: 3, maxLength: 12 }),
        fc.constantFrom(';', ',', '\t'),
        (cases, separator) => {
          const text = asText(
            [
              ['Case number', 'Date opened', 'Summary', 'Status', 'Key population'],
              ...cases.map(({ number, opened, summary, status, populations }) => [
                number,
                opened,
                summary,
                status,
                populations.join('; '),
              ]),
            ].map((cells) => cells.map((cell) => cell.replaceAll(separator, separator === ';' ? '/' : ' '))),
            separator,
          );
          const found = plans(text).map((plan) => {
            const [root] = recordsOf(plan, 'case');
            const [person] = recordsOf(plan, 'person');
            return {
              number: root?.oldNumber,
              opened: (root?.opened as FuzzyDate | undefined)?.day,
              status: root?.status,
              populations: person?.populations,
            };
          });
          expect(found).toEqual(
            cases.map(({ number, opened, status, populations }) => ({ number, opened, status, populations })),
          );
        },
      ),
      { seed: 10, numRuns: 60 },
    );
  });
});
