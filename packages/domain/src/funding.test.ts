import { expect, it } from 'vitest';
import { leaving } from './disclosure/index.ts';
import { fundingSums } from './funding.ts';

const azn = (minor: number) => ({ minor, currency: 'AZN' });

it('is summed by what became of it, and never over currencies', () => {
  expect(
    fundingSums([
      { state: 'spent', amount: azn(500) },
      { state: 'pledged', amount: { minor: 10, currency: 'USD' } },
      { state: 'pledged', amount: azn(7) },
      { state: 'pledged', amount: azn(3) },
      { state: 'in-kind', amount: null },
    ]),
  ).toEqual([
    { state: 'pledged', sums: [azn(10), { minor: 10, currency: 'USD' }], without: 0 },
    { state: 'spent', sums: [azn(500)], without: 0 },
    { state: 'in-kind', sums: [], without: 1 },
  ]);
});

it('names no donor outside who does not want to be named, nor where that could be read', () => {
  const line = { state: 'spent', amount: azn(5), donor: 'A fund', source: 'Its report', donorHidden: true };
  expect(leaving('funding', line)).toEqual({ state: 'spent', amount: azn(5) });
  expect(leaving('funding', { ...line, donorHidden: false })).toMatchObject({ donor: 'A fund' });
});
