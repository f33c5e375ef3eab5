/** Threat: a letter sealed by a program of somebody's own; a letter that lands where something else stands. */
import { beforeAll, describe, expect, it } from 'vitest';
import { person } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import { binding } from './aead.ts';
import { hpkeSeal } from './hpke.ts';
import {
  type Account,
  type AccountId,
  encodeCanonical,
  epochDropKeys,
  idBytes,
  letterDossier,
  letterFile,
  type LetterId,
  letterRecord,
  newEpochKey,
  newId,
  openLetter,
  sealDrop,
  Secret,
  type SpaceId,
  idText,
} from './index.ts';

const ids = seeded('ids');
const space = idText<SpaceId>(new Uint8Array(32).fill(5));
const letter = newId<LetterId>(ids);
const epochKey = newEpochKey(seeded('epoch'));
let reader: Account;
beforeAll(async () => {
  reader = await person('reader');
});

/** Opens what holds this inside of the space's seal. */
async function openedOf(inner: unknown) {
  const keys = await epochDropKeys(epochKey);
  const sealed = await sealDrop({ space, epoch: 1, dropKey: keys.publicKey }, encodeCanonical(inner));
  return openLetter(sealed, { space, epoch: 1, keys, letter, account: reader });
}

const wrapOf = (bytes: number) =>
  hpkeSeal(
    reader.public.encKey,
    binding('letter-key', idBytes(space), idBytes(letter)),
    new Uint8Array(bytes).fill(6),
  );

describe('a letter that no program of ours sealed', () => {
  const body = new Uint8Array(40);
  it('is of another version, malformed, or not for this account, and never throws', async () => {
    const garbage = new Uint8Array(1200).fill(1);
    expect(await openedOf([2, [garbage], body])).toMatchObject({ error: { code: 'unsupported-version' } });
    const malformed: unknown[] = [
      'a letter',
      [1, [garbage]],
      [1, [garbage], body, 1],
      [1, [], body],
      [1, Array.from({ length: 13 }, () => garbage), body],
      [1, ['wrap'], body],
      [1, [new Uint8Array()], body],
      [1, [new Uint8Array(4097)], body],
      [1, [garbage], new Uint8Array()],
      [1, [garbage], 'body'],
    ];
    for (const each of malformed)
      expect(await openedOf(each)).toMatchObject({ error: { code: 'malformed' } });
    const twelve = Array.from({ length: 12 }, () => new Uint8Array(4096));
    for (const wraps of [[Uint8Array.of(1)], twelve])
      expect(await openedOf([1, wraps, body])).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('is not opened by a key of another length, nor with a body that was changed', async () => {
    for (const bytes of [16, 31, 33])
      expect(await openedOf([1, [await wrapOf(bytes)], body])).toMatchObject({
        error: { code: 'wrong-key' },
      });
    const opened = await openedOf([1, [await wrapOf(32)], body]);
    expect(opened.ok).toBe(false);
  });
});

describe('where a letter lands', () => {
  const thread = new Uint8Array(16).fill(1);
  const known = idText<LetterId>(new Uint8Array(16).fill(7));
  const readers = [newId<AccountId>(ids), newId<AccountId>(ids)];

  it('alone is no place of its correspondence, nor of another letter, and there are several', async () => {
    const other = newId<LetterId>(ids);
    const all = [
      await letterDossier(space, { thread, readers }),
      await letterDossier(space, { thread, readers }, { letter, place: 0 }),
      await letterDossier(space, { thread, readers }, { letter, place: 1 }),
      await letterDossier(space, { thread, readers }, { letter, place: 2 }),
      await letterDossier(space, { thread, readers }, { letter: other, place: 0 }),
      await letterDossier(idText<SpaceId>(new Uint8Array(32)), { thread, readers }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(await letterDossier(space, { thread, readers }, null)).toBe(all[0]);
  });

  it('is the same on every device, whichever version runs there', async () => {
    const reader = idText<AccountId>(new Uint8Array(16).fill(8));
    const of = { thread, readers: [reader] };
    expect([
      await letterDossier(space, of),
      await letterDossier(space, of, { letter: known, place: 0 }),
      await letterDossier(space, of, { letter: known, place: 1 }),
      await letterRecord(known, 'words'),
    ]).toEqual([
      '6LTMFPWRKmJAQdcKOGTRxw',
      '-ndqNSloJFzW8zEfJSu8Ug',
      'GE1xXU9vquVV5Tg1YytNvA',
      'yqGaM7wt-vwgZ-obftN_lw',
    ]);
  });

  it('its records and files are its own, the same for everybody who opened it', async () => {
    const key = () => new Secret(new Uint8Array(32).fill(2));
    const records = [
      await letterRecord(letter, 'words'),
      await letterRecord(letter, 'file'),
      await letterRecord(newId<LetterId>(ids), 'words'),
    ];
    expect(new Set(records).size).toBe(3);
    expect(await letterRecord(letter, 'words')).toBe(records[0]);
    const [first, again, second] = [
      await letterFile(key(), 0),
      await letterFile(key(), 0),
      await letterFile(key(), 1),
    ];
    expect(again.blob).toBe(first.blob);
    expect(again.key.expose()).toEqual(first.key.expose());
    expect(second.blob).not.toBe(first.blob);
    expect(second.key.expose()).not.toEqual(first.key.expose());
    expect(first.key.expose()).not.toEqual(key().expose());
    const other = await letterFile(new Secret(new Uint8Array(32).fill(3)), 0);
    expect(other.blob).not.toBe(first.blob);
  });
});
