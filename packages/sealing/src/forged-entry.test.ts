/** Threat: whoever serves or writes a charter gives an entry that is right in everything but one. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, DAY, found, invite, join, person, remove, type Space, START } from '../test/people.ts';
import { seeded } from '../test/seeded.ts';
import {
  type Account,
  type AccountId,
  type CharterAct,
  continuesFrom,
  currentMembers,
  epochPublic,
  extendCharter,
  foldCharter,
  idText,
  linkKeys,
  newEpochKey,
  readCharterEntry,
  Secret,
  signAct,
  unwrap,
} from './index.ts';
import { encodeCharterBody, encodeCharterEntry } from './charter-encoding.ts';
import { CHARTER_LIMITS, type CharterEntry } from './charter-types.ts';

type Body = Omit<CharterEntry, 'body' | 'signature'>;

async function signedBy(signer: Account, body: Body): Promise<Uint8Array> {
  const bytes = encodeCharterBody(body);
  return encodeCharterEntry(bytes, await signer.signing.sign('charter', bytes));
}

const refused = (code: string) => ({ ok: false, error: { code } });

let founder: Account;
let second: Account;
let outsider: Account;
beforeAll(async () => {
  [founder, second, outsider] = (await Promise.all(['founder', 'second', 'outsider'].map(person))) as [
    Account,
    Account,
    Account,
  ];
});

describe('a founding', () => {
  let body: Body;
  beforeAll(async () => {
    const { space, seq, prev, time, author, place, act } = unwrap(
      readCharterEntry((await found(founder)).entries[0] as Uint8Array),
    );
    body = { space, seq, prev, time, author, place, act };
  });
  const both = async (entry: Uint8Array, code: string) => {
    expect(await extendCharter(null, entry)).toMatchObject(refused(code));
    expect(await foldCharter([entry])).toMatchObject(refused(code));
  };

  it('signed by somebody else than its founder founds nothing', async () => {
    expect((await extendCharter(null, await signedBy(founder, body))).ok).toBe(true);
    await both(await signedBy(outsider, body), 'bad-signature');
  });

  it('in another’s name founds nothing', async () => {
    await both(await signedBy(founder, { ...body, author: outsider.id }), 'not-allowed');
  });

  it('is an entry of no space, the first, after nothing', async () => {
    const elsewhere = (await found(founder, 'elsewhere')).state.space;
    await both(await signedBy(founder, { ...body, space: elsewhere }), 'bad-chain');
    await both(await signedBy(founder, { ...body, seq: 1 }), 'bad-chain');
    await both(await signedBy(founder, { ...body, prev: new Uint8Array(32).fill(1) }), 'bad-chain');
  });

  it('starts the first epoch and no other', async () => {
    const epoch = await epochPublic(newEpochKey(seeded('later')), 2);
    const act = { ...(body.act as Extract<CharterAct, { type: 'create' }>), epoch };
    await both(await signedBy(founder, { ...body, act }), 'not-allowed');
  });

  it('is nothing but a founding', async () => {
    await both(
      await signedBy(founder, { ...body, act: { type: 'remove', account: founder.id } }),
      'not-allowed',
    );
  });

  it('makes its founder a keyholder of the first epoch, who was there from the start', async () => {
    const { members, rotationOwed, epoch, epochs, seq } = (await found(founder)).state;
    expect(members.get(founder.id)).toMatchObject({ keyholder: true, joinedSeq: 0, removedSeq: null });
    expect({ rotationOwed, seq, number: epoch.number }).toEqual({ rotationOwed: false, seq: 0, number: 1 });
    expect(epochs.get(1)).toMatchObject({ seq: 0, link: null });
  });
});

describe('an entry that goes on from a charter', () => {
  let space: Space;
  let body: Body;
  beforeAll(async () => {
    space = await found(founder);
    await admit(space, second);
    const act: CharterAct = { type: 'role', account: second.id, role: 'viewer', keyholder: false };
    const { state } = space;
    const next = { space: state.space, seq: state.seq + 1, prev: state.head, time: START + 5, place: null };
    body = { ...next, author: founder.id, act };
  });

  it('stands where all is right', async () => {
    expect((await extendCharter(space.state, await signedBy(founder, body))).ok).toBe(true);
  });

  it('of another space, of another place or after another entry is refused, though its author signed it', async () => {
    const elsewhere = (await found(founder, 'elsewhere')).state.space;
    const prev = new Uint8Array(32).fill(1);
    for (const wrong of [{ space: elsewhere }, { space: null }, { seq: body.seq + 1 }, { prev }]) {
      const entry = await signedBy(founder, { ...body, ...wrong });
      expect(await extendCharter(space.state, entry)).toMatchObject(refused('bad-chain'));
      expect(await foldCharter([...space.entries, entry])).toMatchObject(refused('bad-chain'));
    }
  });

  it('in a keyholder’s name is refused from a member who holds no keys, and from a stranger', async () => {
    for (const signer of [second, outsider]) {
      const entry = await signedBy(signer, body);
      expect(await extendCharter(space.state, entry)).toMatchObject(refused('bad-signature'));
    }
  });

  it('in the name of somebody who was never a member is refused, whoever signed it', async () => {
    const entry = await signedBy(outsider, { ...body, author: outsider.id });
    expect(await extendCharter(space.state, entry)).toMatchObject(refused('not-allowed'));
  });

  it('founds nothing again', async () => {
    const first = unwrap(readCharterEntry(space.entries[0] as Uint8Array));
    const entry = await signedBy(founder, { ...body, act: first.act });
    expect(await extendCharter(space.state, entry)).toMatchObject(refused('not-allowed'));
  });

  it('concerns members who are there', async () => {
    for (const act of [
      { type: 'role', account: outsider.id, role: 'viewer', keyholder: true },
      { type: 'remove', account: outsider.id },
    ] as const)
      expect(await signAct(space.state, founder, act, START)).toMatchObject(refused('not-allowed'));
    const left = await found(founder, 'left');
    await admit(left, second);
    await remove(left, second);
    const back: CharterAct = { type: 'role', account: second.id, role: 'coordinator', keyholder: true };
    expect(await signAct(left.state, founder, back, START)).toMatchObject(refused('not-allowed'));
  });
});

describe('an invitation', () => {
  it('lasts from after it was made to as long as it may, and no longer', async () => {
    const lasting = async (life: number) => {
      const space = await found(founder);
      // It is made at `START + 1`.
      return invite(space, 'a', { expires: START + 1 + life }).then(
        () => true,
        () => false,
      );
    };
    expect(await lasting(0)).toBe(false);
    expect(await lasting(1)).toBe(true);
    expect(await lasting(CHARTER_LIMITS.inviteLife)).toBe(true);
    expect(await lasting(CHARTER_LIMITS.inviteLife + 1)).toBe(false);
    expect(CHARTER_LIMITS.inviteLife).toBeGreaterThan(DAY);
  });

  it('is revoked once', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a');
    const act: CharterAct = { type: 'revoke', invite: link.id };
    space.state = unwrap(await signAct(space.state, founder, act, START + 2)).state;
    expect(space.state.invites.get(link.id)).toMatchObject({ by: founder.id, usedBy: null, revoked: true });
    expect(await signAct(space.state, founder, act, START + 2)).toMatchObject(refused('not-allowed'));
  });

  it('lets in as many as a space may have, and beyond these only who was there before', async () => {
    const space = await found(founder);
    await admit(space, second);
    await remove(space, second);
    const link = await invite(space, 'a');
    const [pattern] = space.state.members.values();
    if (pattern === undefined) throw new Error('the founder is a member');
    const crowd = (size: number): Space => {
      const members = new Map(space.state.members);
      for (let i = 0; members.size < size; i++) {
        const id = idText<AccountId>(
          Uint8Array.from({ length: 16 }, (_, at) => (at < 2 ? (i >> (8 * at)) & 255 : 7)),
        );
        members.set(id, { ...pattern, account: id });
      }
      return { ...space, entries: [], state: { ...space.state, members } };
    };
    await join(crowd(CHARTER_LIMITS.members - 1), link, outsider);
    await expect(join(crowd(CHARTER_LIMITS.members), link, outsider)).rejects.toThrow('too many members');
    await join(crowd(CHARTER_LIMITS.members), link, second);
  });

  it('remembers who made it, and is open until somebody uses or revokes it', async () => {
    const space = await found(founder);
    const link = await invite(space, 'a', { role: 'viewer' });
    expect(space.state.invites.get(link.id)).toMatchObject({
      by: founder.id,
      role: 'viewer',
      keyholder: false,
      usedBy: null,
      revoked: false,
    });
    await join(space, link, second);
    expect(space.state.invites.get(link.id)).toMatchObject({ usedBy: second.id, revoked: false });
    expect(space.state.members.get(second.id)).toMatchObject({ joinedSeq: 2, removedSeq: null });
  });
});

describe('a former member', () => {
  it('comes back with neither of their two keys exchanged', async () => {
    const space = await found(founder);
    await admit(space, second);
    await remove(space, second);
    const link = await invite(space, 'again');
    const keys = (given: Partial<Account['public']>, signing = second.signing): Account => ({
      ...second,
      signing,
      public: { ...second.public, ...given },
    });
    const { signKey, encKey } = outsider.public;
    for (const joiner of [keys({ encKey }), keys({ signKey }, outsider.signing)])
      await expect(join(space, link, joiner)).rejects.toThrow();
    await join(space, link, keys({}));
  });

  it('who came back stands behind those who joined meanwhile', async () => {
    const space = await found(founder);
    await admit(space, second);
    await admit(space, outsider);
    await remove(space, second);
    expect(currentMembers(space.state).map(({ account }) => account)).toEqual([founder.id, outsider.id]);
    await admit(space, second);
    const inOrder = [founder.id, outsider.id, second.id];
    expect(currentMembers(space.state).map(({ account }) => account)).toEqual(inOrder);
  });

  it('does not count among the keyholders: the last of these who is there stays', async () => {
    const space = await found(founder);
    await admit(space, second, { keyholder: true });
    await remove(space, second);
    await admit(space, outsider);
    for (const act of [
      { type: 'remove', account: founder.id },
      { type: 'role', account: founder.id, role: 'viewer', keyholder: false },
    ] as const)
      expect(await signAct(space.state, founder, act, START + 5)).toMatchObject(refused('not-allowed'));
  });
});

describe('an introduction', () => {
  it('keeps what was said of the other space', async () => {
    const space = await found(founder);
    const peer = (await found(outsider, 'peer')).state;
    const said = { head: peer.head, dropKey: peer.epoch.dropKey, sealed: new Uint8Array(3).fill(1) };
    const act: CharterAct = { type: 'introduce', peer: peer.space, ...said };
    space.state = unwrap(await signAct(space.state, founder, act, START)).state;
    expect(space.state.peers.get(peer.space)).toEqual(said);
  });
});

describe('the secret of a link', () => {
  it('of another length opens nothing', async () => {
    for (const length of [15, 17, 32])
      await expect(linkKeys(new Secret(new Uint8Array(length)), 'invitation')).rejects.toThrow('16 bytes');
  });
});

describe('a chain with something in it that is no entry', () => {
  it('is refused, wherever that stands', async () => {
    const { entries } = await found(founder);
    const noise = new Uint8Array(40);
    expect(await foldCharter([noise])).toMatchObject(refused('malformed'));
    expect(await foldCharter([...entries, noise])).toMatchObject(refused('malformed'));
  });
});

describe('a charter that a device knew before', () => {
  it('is continued only by one that still has the entry it knew, at its place', async () => {
    const space = await found(founder);
    const [known] = [space.state];
    await admit(space, second);
    expect(await continuesFrom(known.seq, known.head, space.entries)).toBe(true);
    expect(await continuesFrom(space.state.seq, space.state.head, space.entries)).toBe(true);
    expect(await continuesFrom(1, known.head, space.entries)).toBe(false);
    expect(await continuesFrom(space.state.seq, space.state.head, space.entries.slice(0, -1))).toBe(false);
    expect(await continuesFrom(0, known.head, (await found(founder, 'another')).entries)).toBe(false);
  });
});
