import { beforeAll, describe, expect, it } from 'vitest';
import { propose } from './propose.ts';
import { asText, RECORDER, SHELTER_LOG, STREET_COLUMNS, streetRegister } from './testing/samples.ts';
import { table } from './testing/files.ts';
import { allWords } from './testing/words.ts';
import type { Words } from './values.ts';

let words: Words;
beforeAll(async () => {
  words = await allWords();
});

const proposed = (text: string): Record<string, string> => {
  const read = table(text);
  const { mapping, columns } = propose(read, words, 2026);
  return Object.fromEntries(
    read.columns.map(({ name }, at) => {
      const use = mapping.uses[at];
      const out = columns[at]?.out;
      return [name, use?.as === 'field' ? `${use.target.kind}.${use.target.field}` : (out ?? use?.as ?? '')];
    }),
  );
};

describe('what columns are proposed to be', () => {
  it('in a street office’s register in two languages', () => {
    expect(proposed(streetRegister(60, 0).text)).toEqual({
      '№ дела': 'case.oldNumber',
      'Код клиента': 'person-code',
      'Дата обращения': 'case.opened',
      Имя: 'person.alias',
      Пол: 'person.genderIdentity',
      Возраст: 'person.ageBand',
      Регион: 'case.area',
      'Ключевая группа': 'person.populations',
      'Вид нарушения': 'violation.type',
      'Дата нарушения': 'violation.date',
      'Кем нарушено': 'perpetrator.type',
      'Описание случая': 'violation.account',
      'Оказанная помощь': 'response.type',
      Статус: 'case.status',
      Согласие: 'consent',
      Примечание: 'note',
    });
    expect(STREET_COLUMNS).toHaveLength(16);
  });

  it('in a recorder of gender-based violence', () => {
    expect(proposed(asText(RECORDER))).toEqual({
      'Incident ID': 'case.oldNumber',
      'Survivor Code': 'person-code',
      'Date of Interview': 'case.opened',
      'Date of Incident': 'violation.date',
      'Date of Birth': 'person.birthYear',
      Sex: 'person.genderIdentity',
      'Displacement Status': 'person.displacement',
      'Type of GBV': 'violation.type',
      'Case Context': 'note',
      'Alleged Perpetrator Relationship': 'perpetrator.type',
      'Service Provided': 'response.type',
      'Informed Consent': 'consent',
      Comments: 'note',
    });
  });

  it('in a shelter’s log in Azerbaijani', () => {
    expect(proposed(asText(SHELTER_LOG))).toEqual({
      Sıra: 'row-number',
      'Müraciət nömrəsi': 'case.oldNumber',
      'Qəbul tarixi': 'case.opened',
      Ad: 'person.alias',
      Yaş: 'person.ageBand',
      'Haradan yönləndirilib': 'case.channel',
      'Zorakılıq növü': 'violation.type',
      'Çıxış tarixi': 'stay.out',
      'FİN kod': 'identity',
      Qeyd: 'note',
    });
  });

  it('in letters without their marks, and in a street’s words', () => {
    expect(proposed('Il tevelludu;Ad\n1992;Lala\n1999;Rena')).toMatchObject({
      'Il tevelludu': 'person.birthYear',
    });
    expect(words.codeOf('violation-types', 'отказ в ОЗТ')).toBe('care-denied');
    expect(words.codeOf('violation-types', 'шантаж')).toBe('extortion');
    expect(words.codeOf('perpetrator-types', 'медсестра')).toBe('health-worker');
    expect(words.codeOf('perpetrator-types', 'хозяин')).toBe('landlord');
  });
});
