/** Threat: the server gives visitors a key of its own to seal their letters to, or opens a door that nobody opened. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, person, remove, rotate, type Space, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type CharterAct,
  doorExcerpt,
  encodeCanonical,
  epochPublic,
  newEpochKey,
  readCharterEntry,
  readDoor,
  signAct,
  unwrap,
  utf8,
} from './index.ts';
import { encodeCharterBody, encodeCharterEntry } from './charter-encoding.ts';

async function act(space: Space, by: Account, what: CharterAct) {
  const signed = await signAct(space.state, by, what, START + 5);
  if (signed.ok) {
    space.entries.push(signed.value.entry);
    space.state = signed.value.state;
  }
  return signed;
}

const doorOf = (...readers: Account[]): CharterAct => ({
  type: 'door',
  notice: utf8('who we are'),
  readers: readers.map(({ id }, i) => ({ account: id, name: `Reader ${i}` })),
});

describe('a public door', () => {
  let founder: Account;
  let lawyer: Account;
  let worker: Account;
  let bystander: Account;
  let space: Space;
  beforeAll(async () => {
    [founder, lawyer, worker, bystander] = (await Promise.all(
      ['founder', 'lawyer', 'worker', 'bystander'].map(person),
    )) as [Account, Account, Account, Account];
    space = await found(founder);
    await admit(space, bystander);
    await admit(space, lawyer, { role: 'coordinator' });
    await admit(space, worker);
  });

  it('is opened by two: not by its proposer alone, nor by one who holds neither keys nor the role', async () => {
    expect((await act(space, lawyer, doorOf(founder))).ok).toBe(false);
    expect((await act(space, founder, doorOf(founder, lawyer))).ok).toBe(true);
    const proposal = space.state.seq;
    expect(space.state.door).toBeNull();
    for (const by of [founder, worker])
      expect((await act(space, by, { type: 'door-open', door: proposal })).ok).toBe(false);
    expect((await act(space, lawyer, { type: 'door-open', door: proposal - 1 })).ok).toBe(false);
    expect((await act(space, lawyer, { type: 'door-open', door: proposal })).ok).toBe(true);
    expect(space.state.door).toMatchObject({ by: founder.id, openedBy: lawyer.id });
  });

  it('is checked by a visitor from a few acts, which name nobody but those whom it needs', async () => {
    const excerpt = doorExcerpt(space.state, space.entries) as Uint8Array[];
    const door = unwrap(await readDoor(space.state.space, excerpt));
    expect(door.readers.map(({ account }) => account)).toEqual([founder.id, lawyer.id]);
    expect(door.dropKey).toEqual(space.state.epoch.dropKey);
    const named = excerpt.map((entry) => unwrap(readCharterEntry(entry)).author);
    expect(named).not.toContain(bystander.id);
    expect(named).not.toContain(worker.id);
    expect(excerpt.length).toBeLessThan(space.entries.length);
  });

  it('goes with the keys: after a removal visitors seal to the new one, and to nobody who left', async () => {
    await act(space, founder, doorOf(founder, lawyer, worker));
    await act(space, lawyer, { type: 'door-open', door: space.state.seq });
    await remove(space, worker);
    await rotate(space);
    const door = unwrap(
      await readDoor(space.state.space, doorExcerpt(space.state, space.entries) as Uint8Array[]),
    );
    expect(door.epoch).toBe(2);
    expect(door.dropKey).toEqual(space.state.epoch.dropKey);
    expect(door.readers.map(({ account }) => account)).toEqual([founder.id, lawyer.id]);
  });

  it('names no two readers alike: nobody could keep a letter from one of them', async () => {
    for (const names of [
      ['Lawyer', 'Lawyer'],
      ['Lawyer', ' lawyer'],
      ['Legal  aid', 'legal aid'],
    ])
      expect(
        await act(space, founder, {
          type: 'door',
          notice: utf8('x'),
          readers: [founder, lawyer].map(({ id }, i) => ({ account: id, name: names[i] ?? '' })),
        }),
      ).toMatchObject({ error: { code: 'not-allowed' } });
  });

  it('is not opened on the word of one who holds the keys no more', async () => {
    const turned = await person('turned');
    await admit(space, turned, { keyholder: true });
    expect((await act(space, turned, doorOf(turned))).ok).toBe(true);
    const proposal = space.state.seq;
    const demotion = { type: 'role', account: turned.id, role: 'caseworker', keyholder: false } as const;
    expect((await act(space, founder, demotion)).ok).toBe(true);
    expect(space.state.proposedDoor).toBeNull();
    expect((await act(space, lawyer, { type: 'door-open', door: proposal })).ok).toBe(false);
  });

  it('is refused with a key, a reader or a door that nobody of the space signed', async () => {
    const ghost = await person('ghost');
    const excerpt = doorExcerpt(space.state, space.entries) as Uint8Array[];
    const id = space.state.space;
    const forge = async (what: CharterAct, author: Account, by: Account): Promise<Uint8Array> => {
      const body = encodeCharterBody({
        space: id,
        seq: space.state.seq + 1,
        prev: space.state.head,
        time: START + 9,
        author: author.id,
        place: null,
        act: what,
      });
      return encodeCharterEntry(body, await by.signing.sign('charter', body));
    };
    const epoch = await epochPublic(newEpochKey(seeded('ghost')), 3);
    const rotation: CharterAct = { type: 'rotate', epoch, members: [founder.id], link: new Uint8Array(1) };
    for (const entry of [
      await forge(rotation, founder, ghost),
      await forge(rotation, ghost, ghost),
      await forge(rotation, lawyer, lawyer),
      await forge(doorOf(ghost), founder, ghost),
    ])
      expect((await readDoor(id, [...excerpt, entry])).ok).toBe(false);
    const other = await found(ghost, 'other');
    await admit(other, await person('second ghost'), { role: 'coordinator' });
    await act(other, ghost, doorOf(ghost));
    await act(other, await person('second ghost'), { type: 'door-open', door: other.state.seq });
    const foreign = doorExcerpt(other.state, other.entries) as Uint8Array[];
    expect((await readDoor(other.state.space, foreign)).ok).toBe(true);
    expect(await readDoor(id, foreign)).toMatchObject({ error: { code: 'bad-chain' } });
  });

  it('is refused when any act that it rests on is left out, doubled or altered', async () => {
    const excerpt = doorExcerpt(space.state, space.entries) as Uint8Array[];
    for (let i = 0; i < excerpt.length; i++) {
      const entry = excerpt[i] as Uint8Array;
      const altered = entry.slice();
      altered[altered.length - 1] = (altered.at(-1) as number) ^ 1;
      const { act: what } = unwrap(readCharterEntry(entry));
      const changed = [...excerpt.slice(0, i), altered, ...excerpt.slice(i + 1)];
      expect((await readDoor(space.state.space, changed)).ok, what.type).toBe(false);
      expect(
        (await readDoor(space.state.space, [...excerpt.slice(0, i), entry, ...excerpt.slice(i)])).ok,
      ).toBe(false);
      // That somebody left, or the keys changed, a server can keep from a visitor: SECURITY.md says so.
      if (what.type === 'remove' || what.type === 'rotate') continue;
      expect((await readDoor(space.state.space, excerpt.toSpliced(i, 1))).ok, what.type).toBe(false);
    }
    expect((await readDoor(space.state.space, [encodeCanonical([1])])).ok).toBe(false);
  });

  it('is shut by one keyholder, and then there is nothing to check', async () => {
    expect((await act(space, lawyer, { type: 'door-close' })).ok).toBe(false);
    expect((await act(space, founder, { type: 'door-close' })).ok).toBe(true);
    expect(doorExcerpt(space.state, space.entries)).toBeNull();
  });
});
