import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  charterLeaf,
  type DossierId,
  encodeCanonical,
  entryLeaf,
  generationLeaf,
  idBytes,
  idText,
  type LogId,
  logStart,
  newId,
  nextLogHash,
  placeAtStart,
  readPlace,
  readShape,
  readView,
  samePlace,
  type SpaceId,
  toHex,
  unwrap,
  type View,
  writePlace,
  writeView,
} from './index.ts';

const random = seeded('log place test');
const space = idText<SpaceId>(random(32));

/** The running hash over items, from the start of a space's log. */
async function runOver(
  items: readonly { readonly position: number; readonly leaf: Uint8Array }[],
): Promise<string> {
  let hash = await logStart(space);
  for (const { position, leaf } of items) hash = await nextLogHash(hash, position, leaf);
  return toHex(hash);
}

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
const history = fc.array(leaf, { minLength: 2, maxLength: 12 });
const placed = (leaves: readonly Uint8Array[]) => leaves.map((one, i) => ({ position: i + 1, leaf: one }));

describe('the running hash of a log', () => {
  it('is another with any other leaf, position or order, and with anything more or less', async () => {
    await fc.assert(
      fc.asyncProperty(history, leaf, fc.nat(), async (leaves, other, at) => {
        const i = at % leaves.length;
        const next = (i + 1) % leaves.length;
        const items = placed(leaves);
        const [a, b] = [items[i], items[next]];
        if (!a || !b) throw new Error('two items');
        const variants = [
          items.with(i, { ...a, leaf: other }),
          items.with(i, { ...a, position: a.position + 1 }),
          items.with(i, { ...a, leaf: b.leaf }).with(next, { ...b, leaf: a.leaf }),
          items.toSpliced(i, 1),
          [...items, { position: items.length + 1, leaf: other }],
        ];
        const run = await runOver(items);
        fc.pre(toHex(other) !== toHex(a.leaf) && toHex(a.leaf) !== toHex(b.leaf));
        for (const variant of variants) expect(await runOver(variant)).not.toBe(run);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('starts differently in every space', async () => {
    expect(await logStart(space)).not.toEqual(await logStart(idText<SpaceId>(random(32))));
    const start = await placeAtStart(space);
    expect(start).toMatchObject({ position: 0, hash: await logStart(space) });
  });

  it('takes the same bytes as another leaf where they are an act, a header or an entry', async () => {
    const hash = random(32);
    const dossier = newId<DossierId>(random);
    const leaves = [
      await charterLeaf(hash),
      await generationLeaf(hash),
      await entryLeaf(dossier, 1, hash),
      await entryLeaf(dossier, 2, hash),
      await entryLeaf(newId<DossierId>(random), 1, hash),
    ];
    expect(new Set(leaves.map(toHex)).size).toBe(leaves.length);
    expect(await entryLeaf(idBytes(dossier), 1, hash)).toEqual(await entryLeaf(dossier, 1, hash));
  });
});

describe('a place and a view', () => {
  const place = { log: newId<LogId>(random), position: 12, hash: random(32) };
  const views: readonly View[] = [
    { place, charter: random(32), peer: random(32) },
    { place: null, charter: random(32), peer: null },
  ];
  const roundTrip = (written: unknown) => readShape(encodeCanonical(written), 1024, readView);

  it('come back as they were written', () => {
    for (const view of views) expect(unwrap(roundTrip(writeView(view)))).toEqual(view);
    expect(readPlace(writePlace(null))).toBeNull();
  });

  it('are the same only with the same log, position and hash', () => {
    expect(samePlace(place, { ...place })).toBe(true);
    for (const other of [{ log: newId<LogId>(random) }, { position: 13 }, { hash: random(32) }]) {
      expect(samePlace(place, { ...place, ...other })).toBe(false);
    }
  });

  it('are refused with anything missing, more, too short, or before the start', () => {
    const good = { log: idBytes(place.log), position: 12, hash: place.hash };
    const [charter, peer] = [random(32), null];
    const bad: unknown[] = [
      { place: good, charter },
      { place: good, charter, peer, more: 1 },
      { place: good, charter: random(31), peer },
      { place: good, charter: null, peer },
      { place: good, charter, peer: random(33) },
      { place: { ...good, position: -1 }, charter, peer },
      { place: { ...good, position: 1.5 }, charter, peer },
      { place: { ...good, log: random(32) }, charter, peer },
      { place: { ...good, hash: random(16) }, charter, peer },
      { place: [], charter, peer },
    ];
    for (const view of bad) expect(roundTrip(view)).toMatchObject({ error: { code: 'malformed' } });
    expect(roundTrip({ place: good, charter, peer }).ok).toBe(true);
  });
});
