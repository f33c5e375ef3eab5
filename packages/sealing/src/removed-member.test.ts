/** Threat: someone who was removed, and who kept every key and message, reads on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, NOTHING_SEEN, person, remove, rotate, type Space, START } from '../test/people.ts';
import {
  type Account,
  type DossierId,
  epochDropKeys,
  newId,
  openDrop,
  openEpochLink,
  openGeneration,
  openPreviousGeneration,
  type Secret,
  sealDrop,
  startGeneration,
  unwrap,
  unwrapEpochKey,
} from './index.ts';

describe('a removed member, with everything that they ever held', () => {
  let founder: Account;
  let leaver: Account;
  let space: Space;
  let oldKey: Secret;
  let wraps: Map<string, Uint8Array>;
  const dossier = newId<DossierId>();
  beforeAll(async () => {
    founder = await person('founder');
    leaver = await person('leaver');
    space = await found(founder);
    await admit(space, leaver);
    oldKey = space.epochKey;
    await remove(space, leaver);
    wraps = await rotate(space);
  });

  it('gets no wrap of the new epoch, and opens nobody else’s', async () => {
    expect([...wraps.keys()]).toEqual([founder.id]);
    for (const wrap of wraps.values()) {
      expect((await unwrapEpochKey(wrap, leaver, space.state.space, space.state.epoch)).ok).toBe(false);
    }
  });

  it('cannot walk from the old epoch’s key to the new one', async () => {
    const { epochs, epoch, space: id } = space.state;
    const link = epochs.get(2)?.link as Uint8Array;
    const opened = await openEpochLink(oldKey, 2, id, link, epoch);
    expect(opened).toMatchObject({ error: { code: 'wrong-key' } });
  });

  it('cannot open a generation that was started afterwards, nor what is written in it', async () => {
    const common = {
      space: space.state.space,
      dossier,
      author: founder,
      restrictedTo: null,
      view: NOTHING_SEEN,
    };
    const first = await startGeneration({
      ...common,
      epoch: 1,
      epochKey: oldKey,
      time: START,
      previous: null,
    });
    expect((await openGeneration(first.header, { epochKey: oldKey, account: leaver })).ok).toBe(true);
    const second = await startGeneration({
      ...common,
      epoch: 2,
      epochKey: space.epochKey,
      time: START + 9,
      previous: first,
    });
    for (const epochKey of [oldKey, null]) {
      expect((await openGeneration(second.header, { epochKey, account: leaver })).ok).toBe(false);
    }
    expect((await openPreviousGeneration(second.header, first.key, first.header)).ok).toBe(false);
    const current = unwrap(
      await openGeneration(second.header, { epochKey: space.epochKey, account: founder }),
    );
    const history = unwrap(await openPreviousGeneration(second.header, current, first.header));
    expect(history.expose()).toEqual(first.key.expose());
  });

  it('cannot open a drop that was sent afterwards', async () => {
    const { epoch, space: id } = space.state;
    const sealed = await sealDrop({ space: id, epoch: 2, dropKey: epoch.dropKey }, new Uint8Array(10));
    const oldKeys = await epochDropKeys(oldKey);
    expect((await openDrop(sealed, { space: id, epoch: 2, keys: oldKeys })).ok).toBe(false);
    const keys = await epochDropKeys(space.epochKey);
    expect((await openDrop(sealed, { space: id, epoch: 2, keys })).ok).toBe(true);
  });

  it('and even a member opens no restricted dossier that names others', async () => {
    const member = await person('member');
    await admit(space, member);
    const restricted = await startGeneration({
      space: space.state.space,
      dossier: newId<DossierId>(),
      epoch: 2,
      epochKey: space.epochKey,
      author: founder,
      time: START,
      restrictedTo: [founder.public],
      previous: null,
      view: NOTHING_SEEN,
    });
    const attempt = await openGeneration(restricted.header, { epochKey: space.epochKey, account: member });
    expect(attempt).toMatchObject({ error: { code: 'not-granted' } });
    expect((await openGeneration(restricted.header, { epochKey: null, account: founder })).ok).toBe(true);
  });
});
