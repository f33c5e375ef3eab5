import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanSheet, SheetItem } from '../plan-sheet.ts';
import { chosenOf, countOf, keysOf } from './choose.ts';

const fact = (mark: string) => [{ name: `name ${mark}`, words: `words ${mark}` }];
const item = (id: string): SheetItem => ({
  id,
  what: 'action',
  number: `number ${id}`,
  name: `name of ${id}`,
  stands: 0,
  text: fact(`text ${id}`),
  annex: fact(`annex ${id}`),
  asked: fact(`asked ${id}`),
  money: fact(`money ${id}`),
  said: ['state', 'ours'].map((voice) => ({
    id: `${id} ${voice}`,
    voice,
    who: `who ${id} ${voice}`,
    rating: 'done',
    ratingWords: 'Done',
    day: '2026',
    words: `said ${id} ${voice}`,
    source: '',
  })),
  indicators: [{ id: `indicator ${id}`, name: `measured ${id}`, aspect: '', series: [] }],
});
const SHEET: PlanSheet = {
  name: 'The plan',
  embargo: [],
  sessions: [],
  facts: fact('head'),
  groups: ['a', 'b', 'c'].map((id) => ({ id, name: `theme ${id}`, goal: `goal ${id}`, items: [item(id)] })),
};
const all = SHEET.groups.flatMap(({ items }) => items);

it('shows nothing where nothing was chosen', () => {
  expect(chosenOf(SHEET, new Set()).items).toEqual([]);
});

it('shows exactly what was chosen, whatever that is', () => {
  const keys = all.flatMap((each) => [each.id, ...keysOf(each)]);
  fc.assert(
    fc.property(fc.subarray(keys), (some) => {
      const chosen = new Set(some);
      const shown = chosenOf(SHEET, chosen);
      const expected = all
        .filter(({ id }) => chosen.has(id))
        .flatMap((each) => [each.id, ...keysOf(each).filter((key) => chosen.has(key))]);
      expect(shown.items.flatMap((each) => [each.id, ...keysOf(each)])).toEqual(expected);
      expect(countOf(shown)).toBe(expected.length);
      const words = JSON.stringify(shown);
      for (const each of all) {
        if (!chosen.has(each.id)) expect(words).not.toContain(`name of ${each.id}`);
        for (const { id, words: said } of each.said)
          if (!chosen.has(each.id) || !chosen.has(id)) expect(words).not.toContain(said);
      }
    }),
  );
});
