import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  DAY,
  found,
  invite,
  join,
  person,
  remove,
  rotate,
  type Space,
  START,
} from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type CharterAct,
  charterHead,
  currentMembers,
  encodeCanonical,
  epochPublic,
  extendCharter,
  foldCharter,
  idBytes,
  type InviteId,
  joinProof,
  linkEpoch,
  newEpochKey,
  newId,
  readCharterEntry,
  signAct,
  unwrap,
} from './index.ts';
import { encodeCharterBody, encodeCharterEntry } from './charter-encoding.ts';

let founder: Account;
let second: Account;
let third: Account;
let outsider: Account;
beforeAll(async () => {
  [founder, second, third, outsider] = (await Promise.all(
    ['founder', 'second', 'third', 'outsider'].map(person),
  )) as [Account, Account, Account, Account];
});

const act = (space: Space, author: Account, what: CharterAct, time = START + 10) =>
  signAct(space.state, author, what, time);
const notAllowed = { ok: false, error: { code: 'not-allowed' } };

async function inviteAct(name: string): Promise<CharterAct> {
  const space = await found(founder, 'elsewhere');
  const link = await invite(space, name);
  const { verifier, role, keyholder, expires, sealed } = space.state.invites.get(link.id) ?? {
    verifier: link.verifier,
    role: 'viewer',
    keyholder: false,
    expires: 0,
    sealed: new Uint8Array(0),
  };
  return { type: 'invite', invite: link.id, verifier, role, keyholder, expires, sealed };
}

describe('a charter', () => {
  it('folds to the state that its writers saw', async () => {
    const space = await found(founder);
    await admit(space, second, { keyholder: true });
    await admit(space, third);
    await remove(space, third, second);
    await rotate(space, second);
    expect(unwrap(await foldCharter(space.entries))).toEqual(space.state);
    expect(currentMembers(space.state).map((member) => member.account)).toEqual([founder.id, second.id]);
    expect(space.state.epoch.number).toBe(2);
    expect(space.state.epochs.get(1)).toMatchObject({ seq: 0, link: null });
    expect(space.state.epochs.get(2)?.link).toBeInstanceOf(Uint8Array);
  });

  it('is not changed by going on from it', async () => {
    const space = await found(founder);
    const before = space.state;
    const copy = structuredClone({ ...before });
    await admit(space, second);
    await remove(space, second);
    expect({ ...before }).toEqual(copy);
  });

  it('founds another space each time, though the founder and the time are the same', async () => {
    expect((await found(founder, 'one')).state.space).not.toBe((await found(founder, 'two')).state.space);
  });

  it('does not begin with anything but a founding, nor found twice', async () => {
    const space = await found(founder);
    const [first] = space.entries;
    await admit(space, second);
    expect(await extendCharter(null, space.entries[1] as Uint8Array)).toMatchObject({
      error: { code: 'bad-chain' },
    });
    expect(await extendCharter(space.state, first as Uint8Array)).toMatchObject({
      error: { code: 'bad-chain' },
    });
    expect(await foldCharter([])).toMatchObject({ error: { code: 'malformed' } });
  });
});

describe('who may do what', () => {
  let space: Space;
  beforeAll(async () => {
    space = await found(founder);
    await admit(space, second);
    await admit(space, third, { role: 'coordinator' });
    await invite(space, 'pending');
  });

  it('only a keyholder invites, revokes, changes roles, removes others, rotates and introduces', async () => {
    const key = newEpochKey(seeded('mutiny'));
    const pending = [...space.state.invites].find(([, one]) => one.usedBy === null)?.[0] as InviteId;
    const peer = (await found(outsider, 'peer')).state;
    const acts: CharterAct[] = [
      await inviteAct('by whom'),
      { type: 'revoke', invite: pending },
      { type: 'role', account: second.id, role: 'viewer', keyholder: false },
      { type: 'remove', account: third.id },
      {
        type: 'rotate',
        epoch: await epochPublic(key, 2),
        members: currentMembers(space.state).map((member) => member.account),
        link: await linkEpoch(key, 2, space.state.space, space.epochKey),
      },
      {
        type: 'introduce',
        peer: peer.space,
        head: peer.head,
        dropKey: peer.epoch.dropKey,
        sealed: new Uint8Array(0),
      },
    ];
    for (const what of acts) {
      expect(await act(space, second, what)).toMatchObject(notAllowed);
      expect(await act(space, outsider, what)).toMatchObject(notAllowed);
      expect((await act(space, founder, what)).ok).toBe(true);
    }
  });

  it('anyone removes themselves, and then a rotation is owed', async () => {
    const left = unwrap(await act(space, second, { type: 'remove', account: second.id }));
    expect(left.state.rotationOwed).toBe(true);
    expect(left.state.members.get(second.id)?.removedSeq).toBe(left.state.seq);
  });

  it('a removed member can do nothing, not even leave again', async () => {
    const left = unwrap(await act(space, founder, { type: 'remove', account: second.id }));
    const after = { ...space, state: left.state };
    expect(await act(after, second, { type: 'remove', account: second.id })).toMatchObject(notAllowed);
    expect(await act(after, founder, { type: 'remove', account: second.id })).toMatchObject(notAllowed);
  });

  it('the last keyholder neither leaves nor gives the keys up, until there is another', async () => {
    const leave: CharterAct = { type: 'remove', account: founder.id };
    const giveUp: CharterAct = { type: 'role', account: founder.id, role: 'viewer', keyholder: false };
    expect(await act(space, founder, leave)).toMatchObject(notAllowed);
    expect(await act(space, founder, giveUp)).toMatchObject(notAllowed);
    const another: CharterAct = { type: 'role', account: second.id, role: 'caseworker', keyholder: true };
    const after = { ...space, state: unwrap(await act(space, founder, another)).state };
    expect((await act(after, founder, leave)).ok).toBe(true);
    expect((await act(after, founder, giveUp)).ok).toBe(true);
    expect((await act(after, second, leave)).ok).toBe(true);
  });

  it('nobody introduces a space to itself', async () => {
    const { space: peer, head, epoch } = space.state;
    const what: CharterAct = {
      type: 'introduce',
      peer,
      head,
      dropKey: epoch.dropKey,
      sealed: new Uint8Array(0),
    };
    expect(await act(space, founder, what)).toMatchObject(notAllowed);
  });

  it('nobody introduces a space twice, neither with other keys nor with the same', async () => {
    const { state: peer } = await found(outsider, 'peer');
    const what: CharterAct = {
      type: 'introduce',
      peer: peer.space,
      head: peer.head,
      dropKey: peer.epoch.dropKey,
      sealed: new Uint8Array(0),
    };
    const known = { ...space, state: unwrap(await act(space, founder, what)).state };
    expect(await act(known, founder, { ...what, head: new Uint8Array(32) })).toMatchObject(notAllowed);
    expect(await act(known, founder, what)).toMatchObject(notAllowed);
  });
});

describe('an invitation', () => {
  async function joining(
    space: Space,
    link: Awaited<ReturnType<typeof invite>>,
    joiner: Account,
    time = START + 2,
  ) {
    const proof = await joinProof(link, space.state.space, joiner.public);
    return signAct(
      space.state,
      joiner,
      { type: 'join', invite: link.id, member: joiner.public, proof },
      time,
    );
  }

  it('is taken up by the joiner in their own name', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a');
    const inAnothersName: Account = { ...second, id: third.id };
    expect(await joining(space, link, inAnothersName)).toMatchObject(notAllowed);
  });

  it('gives its role, and owes no rotation', async () => {
    const space = await found(founder);
    await join(space, await invite(space, 'a', { role: 'viewer', keyholder: true }), second);
    expect(space.state.members.get(second.id)).toMatchObject({ role: 'viewer', keyholder: true });
    expect(space.state.rotationOwed).toBe(false);
  });

  it('works once', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a');
    await join(space, link, second);
    expect(await joining(space, link, third)).toMatchObject(notAllowed);
    expect([...space.state.invites.values()][0]?.usedBy).toBe(second.id);
  });

  it('expires', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a', { expires: START + DAY });
    expect((await joining(space, link, second, START + DAY)).ok).toBe(true);
    expect(await joining(space, link, second, START + DAY + 1)).toMatchObject(notAllowed);
  });

  it('must not be expired, known or used already when it is made or revoked', async () => {
    const space = await found(founder);
    const what = await inviteAct('a');
    expect(await act(space, founder, what, START + 8 * DAY)).toMatchObject(notAllowed);
    space.state = unwrap(await act(space, founder, what)).state;
    expect(await act(space, founder, what)).toMatchObject(notAllowed);
    expect(await act(space, founder, { type: 'revoke', invite: newId() })).toMatchObject(notAllowed);
    const link = await invite(space, 'b');
    await join(space, link, second);
    expect(await act(space, founder, { type: 'revoke', invite: link.id })).toMatchObject(notAllowed);
  });

  it('is of no use once revoked, or where it was not made', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a');
    space.state = unwrap(await act(space, founder, { type: 'revoke', invite: link.id })).state;
    expect(await joining(space, link, second)).toMatchObject(notAllowed);
    expect(await joining(await found(founder, 'another'), link, second)).toMatchObject(notAllowed);
  });

  it('lets a former member back with the keys that they had, and no others', async () => {
    const space = await found(founder);
    await admit(space, second);
    const link = await invite(space, 'again');
    expect(await joining(space, link, second)).toMatchObject(notAllowed);
    await remove(space, second);
    const otherKeys: Account = {
      ...outsider,
      id: second.id,
      public: { ...outsider.public, account: second.id },
    };
    expect(await joining(space, link, otherKeys)).toMatchObject(notAllowed);
    await join(space, link, second);
    expect(space.state.members.get(second.id)?.removedSeq).toBeNull();
    expect(space.state.rotationOwed).toBe(true);
  });
});

describe('a rotation', () => {
  it('names exactly the members and the next number', async () => {
    const space = await found(founder);
    await admit(space, second);
    await admit(space, third);
    await remove(space, third);
    const key = newEpochKey(seeded('next'));
    const link = await linkEpoch(key, 2, space.state.space, space.epochKey);
    const rotation = async (members: Account[], number = 2): Promise<CharterAct> => ({
      type: 'rotate',
      epoch: await epochPublic(key, number),
      members: members.map((member) => member.id),
      link,
    });
    for (const members of [
      [founder],
      [founder, second, third],
      [founder, second, second],
      [founder, outsider],
    ]) {
      expect(await act(space, founder, await rotation(members))).toMatchObject(notAllowed);
    }
    expect(await act(space, founder, await rotation([founder, second], 3))).toMatchObject(notAllowed);
    expect(await act(space, founder, await rotation([founder, second], 1))).toMatchObject(notAllowed);
    const done = unwrap(await act(space, founder, await rotation([second, founder])));
    expect(done.state.rotationOwed).toBe(false);
    expect(done.state.epoch.number).toBe(2);
  });
});

describe('an entry that is not what it should be', () => {
  let space: Space;
  let last: Uint8Array;
  let before: Space['state'];
  beforeAll(async () => {
    space = await found(founder);
    before = space.state;
    await invite(space, 'a');
    last = space.entries[1] as Uint8Array;
  });

  it('is refused with any bit flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(last.length * 8 - 1), async (bit) => {
        const changed = last.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect((await extendCharter(before, changed)).ok).toBe(false);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('is refused truncated, lengthened, oversized or as noise, without throwing', async () => {
    for (let length = 0; length < last.length; length += 37) {
      expect((await extendCharter(before, last.subarray(0, length))).ok).toBe(false);
    }
    expect(readCharterEntry(new Uint8Array(65_537))).toMatchObject({ error: { code: 'too-large' } });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(readCharterEntry(noise).ok).toBe(false);
      }),
      { seed: 6 },
    );
  });

  it('is refused with another version, or an act that only a newer client knows, each by its name', async () => {
    const { body, signature } = unwrap(readCharterEntry(last));
    expect(readCharterEntry(encodeCanonical([2, body, signature]))).toMatchObject({
      error: { code: 'unsupported-version' },
    });
    const newer = encodeCanonical({
      space: idBytes(before.space),
      seq: 1,
      prev: before.head,
      time: START,
      author: idBytes(founder.id),
      place: null,
      act: { type: 'merge-spaces', with: 1 },
    });
    const signed = encodeCharterEntry(newer, await founder.signing.sign('charter', newer));
    expect(await extendCharter(before, signed)).toMatchObject({ error: { code: 'unknown-act' } });
  });

  it('is refused with a field more, a field less, or a value out of bounds', async () => {
    const good = { type: 'revoke', invite: new Uint8Array(16) };
    const bodyWith = (act: unknown, extra: object = {}) =>
      encodeCharterEntry(
        encodeCanonical({
          space: idBytes(before.space),
          seq: 1,
          prev: before.head,
          time: START,
          author: idBytes(founder.id),
          place: null,
          act,
          ...extra,
        }),
        new Uint8Array(64),
      );
    expect(readCharterEntry(bodyWith(good)).ok).toBe(true);
    for (const entry of [
      bodyWith({ ...good, more: 1 }),
      bodyWith({ type: 'revoke' }),
      bodyWith({ type: 'revoke', invite: new Uint8Array(15) }),
      bodyWith({ type: 'revoke', invite: 'text' }),
      bodyWith(good, { seq: -1 }),
      bodyWith(good, { seq: 10_000 }),
      bodyWith(good, { seq: 1.5 }),
      bodyWith(good, { time: '0' }),
      bodyWith(good, { space: new Uint8Array(31) }),
      bodyWith(good, { more: 1 }),
      bodyWith(good, { place: 4 }),
      bodyWith(good, { place: { position: 1, hash: new Uint8Array(32) } }),
      bodyWith({ type: 'role', account: new Uint8Array(16), role: 'owner', keyholder: true }),
      bodyWith({ type: 'role', account: new Uint8Array(16), role: 'viewer', keyholder: 1 }),
      bodyWith([]),
      bodyWith({}),
    ]) {
      expect(readCharterEntry(entry)).toMatchObject({ error: { code: 'malformed' } });
    }
  });

  it('is refused out of turn, replayed, or in another space', async () => {
    const other = await found(founder, 'another');
    expect(await extendCharter(space.state, last)).toMatchObject({ error: { code: 'bad-chain' } });
    expect(await extendCharter(other.state, last)).toMatchObject({ error: { code: 'bad-chain' } });
    const skipping = encodeCharterBody({ ...unwrap(readCharterEntry(last)), seq: 5 });
    const signed = encodeCharterEntry(skipping, await founder.signing.sign('charter', skipping));
    expect(await extendCharter(before, signed)).toMatchObject({ error: { code: 'bad-chain' } });
    expect(await charterHead(last)).toEqual(space.state.head);
  });
});
