/** Threat: a colleague from whom the sender keeps a letter has the space's keys, and the server's help. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, person, type Space, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type AccountId,
  decodeCanonical,
  doorExcerpt,
  epochDropKeys,
  letterDossier,
  type LetterId,
  mailbox,
  newId,
  newReceipt,
  openDrop,
  openLetter,
  type PublicDoor,
  readDoor,
  readLetter,
  sealCover,
  sealLetter,
  signAct,
  unwrap,
  utf8,
  writeLetter,
} from './index.ts';

const letter = newId<LetterId>(seeded('letter'));

describe('a letter from which a reader was barred', () => {
  let readers: [Account, Account, Account];
  let space: Space;
  let door: PublicDoor;
  beforeAll(async () => {
    readers = (await Promise.all(['founder', 'lawyer', 'worker'].map(person))) as [Account, Account, Account];
    space = await found(readers[0]);
    await admit(space, readers[1], { role: 'coordinator' });
    await admit(space, readers[2]);
    for (const [by, act] of [
      [
        readers[0],
        {
          type: 'door',
          notice: utf8('hello'),
          readers: readers.map(({ id }, i) => ({ account: id, name: `reader ${i}` })),
        },
      ],
      [readers[1], { type: 'door-open', door: space.state.seq + 1 }],
    ] as const) {
      const signed = unwrap(await signAct(space.state, by, act, START + 5));
      space.entries.push(signed.entry);
      space.state = signed.state;
    }
    door = unwrap(await readDoor(space.state.space, doorExcerpt(space.state, space.entries) as Uint8Array[]));
  });

  const openAs = async (sealed: Uint8Array, account: Account, at: LetterId = letter) =>
    openLetter(sealed, {
      space: space.state.space,
      epoch: 1,
      keys: await epochDropKeys(space.epochKey),
      letter: at,
      account,
    });

  it('opens for the others, and never for the one who holds the keys of the space and the letter itself', async () => {
    const [founder, lawyer, worker] = readers;
    const sealed = await sealLetter(door, new Set([lawyer.id]), letter, utf8('what he did'));
    for (const account of [founder, worker])
      expect(unwrap(await openAs(sealed, account)).content).toEqual(utf8('what he did'));
    expect(await openAs(sealed, lawyer)).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('looks the same whoever is barred, so that nobody is suspected by a length or a place', async () => {
    const [founder, lawyer] = readers;
    const shapes = new Set<string>();
    for (const barred of [[], [lawyer.id], [lawyer.id, founder.id]]) {
      const sealed = await sealLetter(door, new Set(barred), letter, utf8('what he did'));
      const outer = unwrap(await openDrop(sealed, { ...door, keys: await epochDropKeys(space.epochKey) }));
      const [, wraps, body] = unwrap(decodeCanonical(outer, { maxBytes: 100_000 })) as [
        number,
        Uint8Array[],
        Uint8Array,
      ];
      shapes.add(`${sealed.length} ${body.length} ${wraps.map((wrap) => wrap.length).join(' ')}`);
    }
    expect(shapes.size).toBe(1);
  });

  it('looks to whoever is barred as one that says nothing and is for nobody', async () => {
    const [founder, lawyer] = readers;
    const cover = await sealCover(door, letter, utf8('what he did').length);
    const real = await sealLetter(door, new Set([lawyer.id]), letter, utf8('what he did'));
    expect(cover.length).toBe(real.length);
    expect(await openAs(cover, founder)).toEqual(await openAs(real, lawyer));
  });

  it('is refused where nobody would be left to read it', async () => {
    const everybody = new Set(readers.map(({ id }) => id));
    await expect(sealLetter(door, everybody, letter, utf8('x'))).rejects.toThrow('nobody');
  });

  it('opens under its own number only, and not when a byte of it is changed', async () => {
    const sealed = await sealLetter(door, new Set(), letter, utf8('what he did'));
    expect((await openAs(sealed, readers[0], newId<LetterId>(seeded('another')))).ok).toBe(false);
    for (const at of [0, 1, 700, 1200, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect((await openAs(changed, readers[0])).ok, String(at)).toBe(false);
    }
  });
});

describe('two letters of one sender', () => {
  it('share nothing that a server could see, and stand in one dossier that it cannot foresee', async () => {
    const box = await mailbox(newReceipt(seeded('receipt')));
    const content = writeLetter({
      words: 'it happened again',
      language: 'az',
      answers: {},
      readers: [newId<AccountId>(seeded('a reader'))],
      barred: [],
      files: [],
      thread: box.thread,
      address: box.address,
      verifier: box.verifier.publicKey,
      box: box.encryption.publicKey,
    });
    expect(unwrap(readLetter(content)).thread).toEqual(box.thread);
    const founder = await person('founder');
    const space = await found(founder);
    const door: PublicDoor = {
      space: space.state.space,
      epoch: 1,
      dropKey: space.state.epoch.dropKey,
      notice: utf8('x'),
      readers: [{ account: founder.id, name: 'x', encKey: founder.public.encKey }],
    };
    const sealed = await Promise.all(
      [1, 2].map(() => sealLetter(door, new Set(), newId<LetterId>(), content)),
    );
    const runs = (bytes: Uint8Array) =>
      new Set(Array.from({ length: bytes.length - 8 }, (_, i) => bytes.subarray(i, i + 8).join()));
    const [first, second] = sealed.map(runs) as [Set<string>, Set<string>];
    expect([...first].filter((run) => second.has(run))).toEqual([]);
    for (const address of [box.address, box.thread])
      for (const bytes of sealed) expect(Buffer.from(bytes).includes(Buffer.from(address))).toBe(false);
    const at = (readers: readonly AccountId[], thread = box.thread) =>
      letterDossier(space.state.space, { thread, readers });
    const [a, b] = ['a', 'b'].map((name) => newId<AccountId>(seeded(name))) as [AccountId, AccountId];
    expect(await at([a, b])).toBe(await at([b, a, a]));
    const others = await Promise.all([at([a]), at([a, b], new Uint8Array(16)), at([])]);
    expect(new Set([...others, await at([a, b])]).size).toBe(4);
  });
});
