import { expect, it } from 'vitest';
import { whatGoes } from './what-goes.ts';

const provider = (id: string, trust?: string) => [
  {
    id,
    kind: 'provider',
    dossier: id,
    deleted: false,
    fields: { name: id, ...(trust === undefined ? {} : { trust }) },
  },
  {
    id: `${id}-s`,
    kind: 'service',
    dossier: id,
    deleted: false,
    fields: { name: 'Help', serves: ['shelter'] },
  },
];
const records = [
  ...provider('a', 'vetted'),
  ...provider('b', 'harmful'),
  ...provider('c', 'doubtful'),
  ...provider('d'),
];
const going = (sealed: string[], withDoubted: boolean) =>
  new Set(whatGoes({ records, sealed: new Set(sealed) }, withDoubted).records.map(({ dossier }) => dossier));

it('lets nobody take a provider that we doubt for one that we recommend', () => {
  expect(going([], false)).toEqual(new Set(['a', 'd']));
  expect(whatGoes({ records, sealed: new Set() }, false)).toMatchObject({ doubted: 2, sealed: 0 });
  expect(going([], true)).toEqual(new Set(['a', 'b', 'c', 'd']));
});
it('never lets out what only named members may open', () => {
  expect(going(['a', 'b'], true)).toEqual(new Set(['c', 'd']));
  expect(whatGoes({ records, sealed: new Set(['a', 'b']) }, false)).toMatchObject({ doubted: 1, sealed: 2 });
});
