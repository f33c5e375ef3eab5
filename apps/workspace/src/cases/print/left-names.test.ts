import type { RecordView, Value } from '@dayaq/vault/client';
import { createTranslator, loadMessages } from '@dayaq/locale';
import { describe, expect, it } from 'vitest';
import { leftNames, withoutNames } from './left-names.ts';
import { officesIn } from './offices.ts';
import { aRecord } from '../testing/records.ts';
import { paperRecords, USUAL_PAPER } from './paper.ts';

const record = (id: string, kind: string, values: Record<string, Value>): RecordView => ({
  ...aRecord(kind, values),
  id,
});
const role = (code: string) => code.toUpperCase();
const isOffice = officesIn(createTranslator('ru', await loadMessages('ru')));
const OURS = { names: ['Nigar'], called: 'ONE OF US' };
const PEOPLE = [
  record('p', 'person', { role: 'client', alias: 'Lalə', safeContact: '+994 50 123-45-67' }),
  record('q', 'person', { role: 'witness', alias: 'Айгуль' }),
  record('o', 'perpetrator', { name: 'Həsən, qonşu' }),
];

function found(text: string): string[] {
  const records = [...PEOPLE, record('n', 'note', { text })];
  const paper = paperRecords(records, { ...USUAL_PAPER, notes: true }, role, isOffice);
  return leftNames(records, paper, role, OURS, isOffice).map(
    ({ written, called, count }) => `${written} ${called} ${count}`,
  );
}

function printed(text: string): unknown {
  const records = [...PEOPLE, record('n', 'note', { text })];
  const paper = paperRecords(records, { ...USUAL_PAPER, notes: true }, role, isOffice);
  return withoutNames(records, paper, role, OURS, isOffice).find(({ id }) => id === 'n')?.fields['text']
    ?.value;
}

describe('names that were left off the paper', () => {
  it('are found where somebody wrote them in a note, with endings and in another alphabet', () => {
    expect(found('Lalənin qonşusu dedi ki, Lalə evdədir.')).toHaveLength(2);
    expect(found('Мы пошли к Айгуле и Лале.')).toEqual(['Айгуле WITNESS 1', 'Лале CLIENT 1']);
    expect(found('Həsəndən qorxur')).toEqual(['Həsəndən OTHER 1']);
  });

  it('are found as a surname before the name or by itself, and as what a relative is called', () => {
    expect(found('Məmmədova Lalə gəldi.')).toEqual(['Məmmədova Lalə CLIENT 1']);
    expect(found('Məmmədovaya zəng etdilər.')).toEqual(['Məmmədovaya OTHER 1']);
    expect(found('Её муж Рустам и брат Шерали ушли.')).toEqual(['Рустам OTHER 1', 'Шерали OTHER 1']);
    expect(found('Qardaşı Elçin döyüb.')).toEqual(['Elçin OTHER 1']);
    expect(printed('Адрес дал Каримов, сестра Зуҳро молчит.')).toBe(
      'Адрес дал [OTHER], сестра [OTHER] молчит.',
    );
    expect(found('Она живёт одна. Мать и сын здоровы, готов помочь.')).toEqual([]);
  });

  it('are found as a telephone number, however it is written', () => {
    expect(found('Zəng: 0501234567')).toEqual(['0501234567 CLIENT 1']);
    expect(found('2026-11-28, 10:00')).toEqual([]);
  });

  it('are those of us, too', () => {
    expect(found('Nigar went along.')).toEqual(['Nigar ONE OF US 1']);
  });

  it('do not stand where only a common word begins alike', () => {
    expect(found('Laləzar küçəsi uzaqdır; həsr olunub; aygün deyil; the hassle')).toEqual(
      expect.not.arrayContaining([expect.stringContaining('hassle')]),
    );
    expect(found('Mother and child were safe.')).toEqual([]);
  });

  it('give way to the role, and nothing else changes', () => {
    expect(printed('Лале позвонили: 050 123 45 67, потом Айгуль ушла.')).toBe(
      '[CLIENT] позвонили: [CLIENT], потом [WITNESS] ушла.',
    );
    expect(printed('Nothing of them.')).toBe('Nothing of them.');
  });

  it('are not the office that somebody holds: it stays in the texts and stands on the paper', () => {
    const told = (who: string, about: string) => {
      const records = [record('c', 'contact', { institution: 'РНЦ', who, about })];
      const paper = paperRecords(records, USUAL_PAPER, role, isOffice);
      const [cleared] = withoutNames(records, paper, role, OURS, isOffice);
      return [paper[0]?.fields['who']?.value, cleared?.fields['about']?.value];
    };
    expect(told('Руководитель центра', 'Руководитель РНЦ обещал.')).toEqual([
      'Руководитель центра',
      'Руководитель РНЦ обещал.',
    ]);
    // With a name beside it, or alone, it may be one.
    expect(told('Руководитель Азим', 'Азим обещал.')).toEqual([undefined, '[OTHER] обещал.']);
    expect(told('руководитель азим', 'Нет.')[0]).toBeUndefined();
    expect(told('Суд', 'Нет.')[0]).toBeUndefined();
    expect(told('Судаба центра', 'Судаба обещала.')).toEqual([undefined, '[OTHER] обещала.']);
    expect(told('Центр, 050 123 45 67', 'Нет.')[0]).toBeUndefined();
  });
});
