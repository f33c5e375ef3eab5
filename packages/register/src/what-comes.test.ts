import { validateRecord } from '@dayaq/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { RowPlanner } from './plan-row.ts';
import { propose } from './propose.ts';
import { table } from './testing/files.ts';
import { asText, SHELTER_HOUSE, SHELTER_LOG } from './testing/samples.ts';
import { allWords } from './testing/words.ts';
import type { Words } from './values.ts';

let words: Words;
beforeAll(async () => {
  words = await allWords();
});

const TODAY = '2026-11-30';

function plansOf(file: string | Uint8Array) {
  const read = table(file);
  const { mapping } = propose(read, words, 2026);
  const planner = new RowPlanner(read, mapping, words, TODAY);
  return planner.cases.map((each) => planner.plan(...each));
}
type Plan = ReturnType<typeof plansOf>[number] | undefined;
const of = (plan: Plan, kind: string) =>
  (plan?.records ?? []).filter((record) => record.kind === kind).map(({ fields }) => fields);

describe('a shelter log', () => {
  it('comes in with its stays: until when, and who is there still', () => {
    const [gunel, konul] = plansOf(asText(SHELTER_LOG).replace('12/3/24', '12.03.2024'));
    expect(of(gunel, 'stay')).toEqual([
      { in: { day: '2024-01-03' }, out: { day: '2024-01-19' }, who: ['client'] },
    ]);
    expect(of(gunel, 'case')[0]).toMatchObject({ opened: { day: '2024-01-03' }, status: 'new' });
    expect(of(konul, 'stay')).toEqual([{ in: { day: '2024-03-12' }, who: ['client'] }]);
  });

  it('with names under a merged head, nights, children with their ages, and who was not let in', () => {
    const plans = plansOf(asText(SHELTER_HOUSE));
    const [amina, zarina, sitora] = plans;
    expect(plans.flatMap(({ faults }) => faults)).toEqual([]);
    expect(
      of(amina, 'person').map(({ alias, role, ageBand, minor }) => [alias, role, ageBand, minor]),
    ).toEqual([
      ['Амина', 'client', '25-34', 'no'],
      [undefined, 'dependant', '0-13', 'yes'],
      [undefined, 'dependant', '14-17', 'yes'],
    ]);
    expect(of(amina, 'stay')).toEqual([
      { in: { day: '2025-02-14' }, out: { day: '2025-02-20' }, who: ['client', 'child:1', 'child:2'] },
    ]);
    expect(of(amina, 'case')[0]).toMatchObject({ opened: { day: '2025-02-14' } });
    expect(of(zarina, 'stay')).toEqual([{ in: { day: '2025-03-01' }, who: ['client', 'child:1'] }]);
    expect(of(sitora, 'stay')).toEqual([
      { asked: { day: '2025-03-04' }, ending: 'refused', why: ['full'], who: ['client'] },
    ]);
    for (const { records } of plans)
      for (const { kind, fields } of records)
        expect(validateRecord(kind, { reference: 'K7Q-2MX', ...fields }), JSON.stringify(fields)).toEqual([]);
  });
});

describe('children whom a register counts', () => {
  it.each([
    ['2', 2],
    ['2 uşaqla', 2],
    ['нет', 0],
    ['много', 0],
  ])('become people of the case, and a word is no reason against the row: %s', (cell, count) => {
    const [plan] = plansOf(`№ дела;Имя;Дети\n1;Лала;${cell}`);
    expect(plan?.faults).toEqual([]);
    expect(
      of(plan, 'person')
        .slice(1)
        .map(({ role, minor }) => [role, minor]),
    ).toEqual(Array.from({ length: count }, () => ['dependant', 'yes']));
    expect(of(plan, 'stay')).toEqual([]);
    expect(of(plan, 'note')).toHaveLength(count === 0 ? 1 : 0);
  });
});

describe('columns as offices call them', () => {
  it.each([
    ['№ обращения', 'case.oldNumber', '17/24'],
    ['Событие', 'violation.type', 'угрозы'],
    ['Чӣ шуд', 'violation.type', 'таҳдид'],
    ['Кӣ кард', 'perpetrator.type', 'шавҳар'],
    ['Дело в суде', 'matter.type', 'иск'],
    ['Дата слушания', 'matter.hearing', '01.12.2026'],
    ['Sığınacağa yerləşdirilmə tarixi', 'stay.in', '01.02.2026'],
  ])('%s is %s', (name, target, cell) => {
    const { mapping } = propose(table(`Имя;${name}\nЛала;${cell}\nРена;${cell}`), words, 2026);
    const [, use] = mapping.uses;
    expect(use?.as === 'field' && `${use.target.kind}.${use.target.field}`).toBe(target);
  });

  it('Валюта is left out, and read with the amounts', () => {
    const { columns } = propose(table('Имя;Сумма;Валюта\nЛала;5;AZN'), words, 2026);
    expect(columns[2]?.out).toBe('currency');
  });
});

describe('a day ahead', () => {
  it('among the words of a matter is its deadline', () => {
    const [plan] = plansOf('№ дела;Имя;Дело в суде\n1;Лала;Защитный ордер, срок 01.12.2026\n2;Рена;жалоба');
    expect(of(plan, 'matter')).toEqual([
      {
        type: 'protection-order',
        deadline: { day: '2026-12-01' },
        forWhom: ['client'],
        note: 'Защитный ордер',
      },
    ]);
  });

  it('of a matter of which nobody says what it is is a step that is due, and not lost in a note', () => {
    const [plan, past] = plansOf('№ дела;Имя;Срок\n1;Лала;01.12.2026\n2;Рена;01.12.2024');
    expect(of(plan, 'task')).toEqual([{ what: 'Срок: 01.12.2026', due: { day: '2026-12-01' } }]);
    expect(plan?.remarks.map(({ remark }) => remark)).toContain('step-ahead');
    expect([of(past, 'task'), of(past, 'note')]).toEqual([[], [{ text: 'Срок: 01.12.2024' }]]);
  });

  it('of a next step is a task, unless the case is closed', () => {
    const sheet = '№ дела;Имя;Статус;Следующий шаг;Дата следующего шага\n';
    const [open, shut] = plansOf(
      `${sheet}1;Лала;в работе;позвонить врачу;05.12.2026\n2;Рена;закрыто;позвонить;05.12.2026`,
    );
    expect(of(open, 'task')).toEqual([{ what: 'позвонить врачу', due: { day: '2026-12-05' } }]);
    expect(of(shut, 'task')).toEqual([]);
    expect(String(of(shut, 'note')[0]?.['text'])).toContain('05.12.2026');
  });

  it('is no day of what was done: not tomorrow, and not later in this year', () => {
    const [tomorrow, today, soon] = plansOf(
      '№ дела;Имя;Дата обращения\n1;Лала;01.12.2026\n2;Рена;30.11.2026\n3;Нигяр;декабрь 2026',
    );
    expect(tomorrow?.faults).toEqual([{ fault: 'day-ahead', column: 'Дата обращения', value: '01.12.2026' }]);
    expect(today?.faults).toEqual([]);
    expect(soon?.faults).toMatchObject([{ fault: 'day-ahead' }]);
  });
});

describe('an amount', () => {
  it.each([
    ['Сумма;Валюта расхода', '50;TJS', { minor: 5000, currency: 'TJS' }],
    ['Сумма (сомони);Имя', '50;Лала', { minor: 5000, currency: 'TJS' }],
    ['Сумма;Имя', '50;Лала', { minor: 5000, currency: 'AZN' }],
    ['Сумма;Валюта', '50 TJS;TJS', { minor: 5000, currency: 'TJS' }],
  ])('of "%s" is in the money that the sheet names', (head, cells, amount) => {
    const [plan] = plansOf(`№ дела;${head}\n1;${cells}`);
    expect(of(plan, 'cost').map(({ amount: read }) => read)).toEqual([amount]);
  });

  it.each(['50;фунты', '50 TJS;AZN'])(
    'whose money is not known, or two, is refused with its row: %s',
    (cells) => {
      const [plan] = plansOf(`№ дела;Сумма;Валюта\n1;${cells}`);
      expect(plan?.faults).toMatchObject([{ fault: 'no-amount', column: 'Сумма' }]);
    },
  );
});

describe('what a code calls more widely', () => {
  it('keeps the word of the sheet in its record', () => {
    const [plan] = plansOf('№ дела;Что произошло;Кто нарушил\n1;Угроза убийством;свекровь\n2;Угроза;полиция');
    expect(of(plan, 'violation').map(({ type, account }) => [type, account])).toEqual([
      ['threat', 'Угроза убийством'],
    ]);
    expect(of(plan, 'perpetrator')).toEqual([{ type: 'family', description: 'свекровь' }]);
  });

  it('is never the helper where a column says by whom', () => {
    for (const name of ['Kim tərəfindən', 'By whom', 'Кем', 'Кӣ кард', 'Аз ҷониби кӣ']) {
      const [plan] = plansOf(`№ дела;Что произошло;${name}\n1;угрозы;полиция`);
      expect(
        of(plan, 'perpetrator').map(({ type }) => type),
        name,
      ).toEqual(['police']);
    }
  });
});

describe('a row that ends in the middle', () => {
  const rows = Array.from({ length: 20 }, (_, n) => `${n + 1};Лала;угрозы;Баку`);

  it('does not come in by half', () => {
    const plans = plansOf(['№ дела;Имя;Событие;Регион', ...rows.with(7, '8;Лала')].join('\n'));
    expect(plans[7]?.faults).toEqual([{ fault: 'cut-off' }]);
    expect(plans.filter(({ faults }) => faults.length === 0)).toHaveLength(19);
  });

  it('is none where the program leaves out what is empty at the end of rows', () => {
    const plans = plansOf(
      ['№ дела;Имя;Событие;Регион', ...rows.map((row, i) => (i % 2 ? row : `${i + 1};Лала;угрозы`))].join(
        '\n',
      ),
    );
    expect(plans.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
