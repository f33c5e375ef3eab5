import { packOf } from '@dayaq/domain';
import { PLAIN_QUESTION, type Question } from '@dayaq/domain/count';
import { loadOutlines } from '@dayaq/domain/outlines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPicture } from '../coverage/map-picture.ts';
import type { Cell, Drawn } from './drawn.ts';
import { MOST_STEPS, paint, stepsOf } from './map-steps.ts';

const one = (low: number, high = low): Cell => ({ low, high });
const table = (cells: Readonly<Record<string, Cell>>): Drawn => ({
  of: null,
  rows: Object.keys(cells),
  columns: [''],
  cells: Object.values(cells).map((cell) => [cell]),
  rowSums: [],
  columnSums: [],
});
const byPlace = (fine: boolean, area: string | null = null): Question => ({
  ...PLAIN_QUESTION,
  by: [fine ? { by: 'place', fine } : { by: 'place' }],
  area,
});

async function pictureOf(country: string) {
  const outlines = await loadOutlines(country);
  if (outlines === undefined) throw new Error(country);
  return mapPicture(country, outlines);
}

describe('steps of shade', () => {
  it('hold every number in exactly one step, and claim no number that is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(5000), { nil: null })), (numbers) => {
        const cells = numbers.map((number) => (number === null ? null : one(number)));
        const steps = stepsOf(cells);
        expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
        for (const cell of cells) {
          const holding = steps.filter(
            ({ from, to }) => cell !== null && cell.high >= from && cell.high <= to,
          );
          expect(holding).toHaveLength(cell === null || cell.high === 0 ? 0 : 1);
        }
        for (const { from, to } of steps) {
          expect(numbers).toContain(from);
          expect(numbers).toContain(to);
        }
      }),
    );
  });
});

describe('a map of a figure', () => {
  it('shows each row of its table where it lies, and names the rows that it cannot show', async () => {
    const picture = await pictureOf('az');
    const { places, beside } = paint(
      byPlace(true),
      table({ 'az-ganja': one(9), 'az-lankaran': null, 'az-r-shaki-zagatala': one(5), '': one(6) }),
      picture,
    );
    expect(places.get('az-ganja')).toMatchObject({ row: 'az-ganja', look: 2 });
    expect(places.get('az-lankaran')?.look).toBe('kept');
    // Of a region whose district nobody knows, no district is coloured.
    expect(places.get('az-zagatala')?.look).toBe('none');
    expect(beside).toEqual(['az-r-shaki-zagatala', '']);
  });

  it('by region shows a region by all its districts', async () => {
    const picture = await pictureOf('az');
    const { places } = paint(byPlace(false), table({ 'az-r-shaki-zagatala': one(5) }), picture);
    expect(places.get('az-zagatala')).toMatchObject({ row: 'az-r-shaki-zagatala', look: 0 });
    expect(places.get('az-lankaran')?.look).toBe('none');
  });

  it('colours no city by a sum that the table does not have, and nothing that was not asked for', async () => {
    const picture = await pictureOf('az');
    const inCity = packOf('az')?.areas.find(({ parent }) => parent === 'az-baku')?.code ?? '';
    const fine = paint(byPlace(true), table({ [inCity]: one(7), 'az-baku': one(5) }), picture);
    expect(fine.places.get('az-baku')?.look).toBe('parts');
    expect(fine.beside).toEqual([inCity, 'az-baku']);
    const within = paint(byPlace(false, 'az-baku'), table({ [inCity]: one(7) }), picture);
    expect(within.places.get('az-ganja')?.look).toBe('other');
  });

  it('says no number that its table keeps back, whatever table it is', async () => {
    const pictures = [await pictureOf('az'), await pictureOf('tj')];
    const codes = ['az', 'tj'].flatMap((country) => packOf(country)?.areas.map(({ code }) => code) ?? []);
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...codes),
          fc.option(
            fc.nat(30).map((n) => one(n)),
            { nil: null },
          ),
        ),
        fc.boolean(),
        (cells, fine) => {
          for (const picture of pictures) {
            const { places, beside } = paint(byPlace(fine), table(cells), picture);
            const drawn = [...places.values()].filter(({ look }) => look !== 'other');
            for (const { row, look } of drawn) {
              const cell = row === null ? undefined : cells[row];
              if (typeof look === 'number') expect(cell?.high).toBeGreaterThan(0);
              if (cell === null) expect(look).toBe('kept');
            }
            // Each row is in the picture or named beside it.
            expect(new Set([...drawn.flatMap(({ row }) => (row === null ? [] : [row])), ...beside])).toEqual(
              new Set(Object.keys(cells)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
