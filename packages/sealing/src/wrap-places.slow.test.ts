/** Threat: a reader of the door, who opens the outer seal of every letter, tells by the place of a wrap who reads it or was barred. */
import { expect, it } from 'vitest';
import { found, person } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import { binding } from './aead.ts';
import {
  decodeCanonical,
  epochDropKeys,
  idBytes,
  type LetterId,
  newId,
  openDrop,
  type PublicDoor,
  sealLetter,
  unwrap,
  utf8,
} from './index.ts';

const LETTERS = 150;
/** Five standard deviations of how many of so many letters have a reader at one of three places. */
const APART = 29;

it('has each reader at every place, as often at one as at another', async () => {
  const readers = await Promise.all(['founder', 'lawyer', 'worker'].map(person));
  const [founder = await person('founder')] = readers;
  const { state, epochKey } = await found(founder);
  const door: PublicDoor = {
    space: state.space,
    epoch: 1,
    dropKey: state.epoch.dropKey,
    notice: utf8('x'),
    readers: readers.map(({ id, public: { encKey } }, i) => ({ account: id, name: `reader ${i}`, encKey })),
  };
  const letter = newId<LetterId>(seeded('letter'));
  const keys = await epochDropKeys(epochKey);
  const info = binding('letter-key', idBytes(door.space), idBytes(letter));
  const random = seeded('places');
  const counts = new Map<string, number>();
  for (let i = 0; i < LETTERS; i += 1) {
    const sealed = await sealLetter(door, new Set(), letter, utf8('x'), random);
    const outer = unwrap(await openDrop(sealed, { ...door, keys }));
    const [, wraps] = unwrap(decodeCanonical(outer, { maxBytes: 100_000 })) as [number, Uint8Array[]];
    for (const [who, { encryption }] of readers.entries())
      for (const [place, wrap] of wraps.entries())
        if ((await encryption.open(info, wrap)).ok)
          counts.set(`${who} at ${place}`, (counts.get(`${who} at ${place}`) ?? 0) + 1);
  }
  expect(counts.size).toBe(9);
  for (const [where, count] of counts) expect(Math.abs(count - LETTERS / 3), where).toBeLessThan(APART);
});
