import { beforeAll, describe, expect, it } from 'vitest';
import { RowPlanner } from './plan-row.ts';
import { propose } from './propose.ts';
import { table } from './testing/files.ts';
import { allWords } from './testing/words.ts';
import type { Words } from './values.ts';

let words: Words;
beforeAll(async () => {
  words = await allWords();
});

function planned(text: string) {
  const read = table(text);
  const planner = new RowPlanner(read, propose(read, words, 2026).mapping, words, '2026-06-01');
  return { planner, plans: read.rows.map((row) => planner.plan(row)) };
}
const kept = (text: string): string => JSON.stringify(planned(text).plans.map(({ records }) => records));
const register = (name: string, codes: readonly string[]): string =>
  [
    `${name};Имя;Дата обращения;Регион`,
    ...codes.map((code, i) => `${code};Имя${i};0${1 + i}.03.2024;Баку`),
  ].join('\n');

describe('a code by which its person can be found never comes in', () => {
  it.each([
    ['as harm reduction has them', ['ГУАЛ185', 'МАРУ290', 'ЗЕАБ178', 'НИФА201', 'ШАДЖ195']],
    ['with the sex and a whole day', ['ГУАЛ2140390', 'МАРУ1020591', 'ЗЕАБ2111278', 'НИФА2010101']],
    ['initials and a year', ['ГЗ-90', 'АМ-91', 'РК-78', 'ОП-95']],
    ['initials and a whole year', ['ГЗ1990', 'АМ1991', 'РК1978', 'ОП1995']],
    ['numbered', ['Гул-140390-1', 'Ами-020591-1', 'Рак-111278-2']],
    ['the day first', ['140390ГЗ-01', '020591АМ-01', '111278РК-02']],
    ['a whole name', ['Зейнабхон14031990', 'Мархабо02051991']],
    ['a month in letters', ['GZ14MAR1990', 'AM02MAY1991', 'RK11DEC1978']],
    ['wide digits', ['ГЗ１４０３９０', 'АМ０２０５９１']],
    ['other signs between', ['ГЗ*14*03*90', '№АМ020591', 'РК*11*12*78']],
  ])('%s', (_, codes) => {
    for (const name of ['Код клиента', '№ дела'])
      expect(
        codes.filter((code) => kept(register(name, codes)).includes(code)),
        name,
      ).toEqual([]);
  });

  it('among other words', () => {
    const said = kept(
      '№ дела;Имя;Примечание\n1;Лала;код ГЗ140390 из старой базы\n2;ГЗ140390 (Лала);-\n3;Рена;ГЗ140390/АМ020591',
    );
    expect(said).not.toMatch(/140390|020591/);
    expect(said).toContain('из старой базы');
  });

  it('and an office’s own numbers do', () => {
    for (const numbers of [
      ['РЕАкт-021', 'РЕАкт-022', 'РЕАкт-023', 'РЕАкт-024'],
      ['2024/01', '2024/02', '2024/03'],
      ['D-1', 'D-2', 'E-3'],
      ['К7Q-2МХ', 'Л8Р-3КК'],
    ])
      for (const number of numbers) expect(kept(register('№ дела', numbers))).toContain(number);
  });
});

describe('who did not agree does not come in as if nobody had asked', () => {
  it.each(
    'нет;НЕТ!;Net;не хочет;против;не подписала;без согласия;не даёт;не разрешает;возражает;отозвала;отозвано;withdrawn;revoked;ложь;ЛОЖЬ;false;istəmir;etiraz etdi;geri götürdü;hayır;нест;намехоҳад;йўқ'.split(
      ';',
    ),
  )('said as %s', (no) => {
    const { plans } = planned(`№ дела;Имя;Согласие\n1;Лала;${no}\n2;Рена;да`);
    expect(plans[0]).toMatchObject({ records: [], faults: [{ fault: 'refused' }] });
    expect(plans[1]?.faults).toEqual([]);
  });

  it.each(['✗', '×', 'Лейла с ней говорила', 'см. папку'])('nor where nobody can tell: %s', (doubt) => {
    const { plans } = planned(`№ дела;Имя;Согласие\n1;Лала;${doubt}`);
    expect(plans[0]).toMatchObject({ records: [], faults: [{ fault: 'consent-unclear' }] });
  });

  it.each([
    'да',
    'Подписано 12.03.2024',
    '12.03.2024',
    '+',
    'не спрашивали',
    'н/д',
    'razıdır',
    'ҳа',
    'устное',
  ])('and does where they did, or nobody asked: %s', (yes) => {
    expect(planned(`№ дела;Имя;Согласие\n1;Лала;${yes}`).plans[0]?.faults).toEqual([]);
  });

  it.each(['Согласна ли', 'Consented', 'Razıdır', 'Разрешение', 'Согл.', 'Ризо', 'ICF', 'Подпись согласия'])(
    'in a column called %s',
    (name) => {
      expect(planned(`№ дела;Имя;${name}\n1;Лала;нет\n2;Рена;да`).plans[0]?.records).toEqual([]);
    },
  );

  it('where only a later row of the same number says so', () => {
    const { planner } = planned('№ дела;Имя;Согласие\n1;Лала;да\n1;Лала;отказалась\n2;Рена;да');
    const [first, second] = planner.cases.map((rows) => planner.plan(...rows));
    expect(first).toMatchObject({ records: [], faults: [{ fault: 'with-row', row: 3 }] });
    expect(second?.faults).toEqual([]);
  });
});

describe('what a register says', () => {
  it('of the help of a lawyer or a psychologist is not taken for that of a peer', () => {
    const help = (said: string) => {
      const [plan] = planned(`№ обращения;Имя;Оказанная помощь\n7;Лала;${said}`).plans;
      return plan?.records.find(({ kind }) => kind === 'response')?.fields['type'];
    };
    expect(help('Юр. консультация')).toBe('primary-legal');
    expect(help('Консультация психолога')).toBe('psychosocial');
  });

  it('of the money in which an amount is holds, whatever the country’s own is', () => {
    const { plans } = planned('№ обращения;Имя;Сумма;Валюта\n7;Лала;120,50;USD\n8;Рена;50;');
    const costs = plans.flatMap(({ records }) => records.filter(({ kind }) => kind === 'cost'));
    expect(costs.map(({ fields }) => fields['amount'])).toMatchObject([
      { minor: 12_050, currency: 'USD' },
      { minor: 5000, currency: 'AZN' },
    ]);
  });

  it('of a day in a year to come is refused where it is told as past', () => {
    const { plans } = planned('№ обращения;Имя;Дата обращения\n7;Лала;12.05.2031\n8;Рена;12.05.2026');
    expect(plans.map(({ faults }) => faults.map(({ fault }) => fault))).toEqual([['day-ahead'], []]);
  });

  it('under “kim tərəfindən” is who did it, not who helped', () => {
    const read = table('№ обращения;Kim tərəfindən\n7;polis');
    expect(propose(read, words, 2026).mapping.uses[1]).toMatchObject({
      as: 'field',
      target: { kind: 'perpetrator', field: 'type' },
    });
  });
});
