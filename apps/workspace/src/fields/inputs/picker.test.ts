import { createTranslator, loadMessages } from '@dayaq/locale';
import { describe, expect, it } from 'vitest';
import { areaChoices, choicesOf } from '../labels.ts';
import { grouped, narrowed } from './picker.tsx';

const az = createTranslator('az', await loadMessages('az'));
const ru = createTranslator('ru', await loadMessages('ru'));

describe('a long list that narrows while typing', () => {
  it('finds a place without its marks, by the start of any of its words, in any language', () => {
    const areas = areaChoices(az, 'az');
    expect(narrowed(areas, 'seki').map((area) => area.code)).toContain('az-shaki');
    expect(narrowed(areas, 'sumq').map((area) => area.code)).toEqual(['az-sumgayit']);
    expect(narrowed(areaChoices(ru, 'az'), 'сумг').map((area) => area.code)).toEqual(['az-sumgayit']);
  });
  it.each([
    ['sexual-violence', ['zorlama', 'təcavüz', 'изнас', 'rape', 'таҷовуз']],
    ['physical-violence', ['döyülmə', 'избил', 'beaten', 'латукӯб']],
    ['resources-denied', ['iqtisadi', 'без денег', 'left without money']],
  ])('finds %s by the words that people use, in any language', (code, words) => {
    for (const choices of [choicesOf(az, 'violation-types'), choicesOf(ru, 'violation-types')])
      for (const word of words)
        expect(
          narrowed(choices, word).map((choice) => choice.code),
          word,
        ).toContain(code);
  });
  it('shows all when nothing was typed, and nothing when nothing fits', () => {
    const areas = areaChoices(az, 'az');
    expect(narrowed(areas, ' ')).toEqual(areas);
    expect(narrowed(areas, 'brrwq')).toEqual([]);
  });
  it('ends with "not known" and "prefers not to say", outside every region', () => {
    expect(
      areaChoices(az, 'az')
        .slice(-2)
        .map((area) => [area.code, 'group' in area && area.group]),
    ).toEqual([
      ['unknown', false],
      ['prefers-not', false],
    ]);
  });
  it('keeps the exact acts under their first level, which can be chosen itself', () => {
    const groups = grouped(choicesOf(az, 'violation-types'));
    const [, housing] = groups.find(([, rows]) => rows.some((row) => row.code === 'evicted')) ?? [];
    expect(housing?.[0]?.code).toBe('housing');
  });
});
