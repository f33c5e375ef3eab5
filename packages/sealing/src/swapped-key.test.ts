/** Threat: the server hands out other keys than people's own, to read or to speak for them. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  found,
  invite,
  join,
  NOTHING_SEEN,
  person,
  rotate,
  type Space,
  START,
} from '../test/people.ts';
import {
  type Account,
  extendCharter,
  joinProof,
  readCharterEntry,
  signAct,
  unwrap,
  unwrapEpochKey,
  wrapEpochKey,
} from './index.ts';
import { encodeCharterBody, encodeCharterEntry } from './charter-encoding.ts';

describe('a server that swaps keys', () => {
  let founder: Account;
  let second: Account;
  let attacker: Account;
  let space: Space;
  beforeAll(async () => {
    [founder, second, attacker] = (await Promise.all(['founder', 'second', 'attacker'].map(person))) as [
      Account,
      Account,
      Account,
    ];
    space = await found(founder);
  });

  it('cannot exchange the joiner’s keys in a join', async () => {
    const invited = await found(founder, 'invited');
    const link = await invite(invited, 'second');
    const before = invited.state;
    await join(invited, link, second);
    const entry = unwrap(readCharterEntry(invited.entries.at(-1) as Uint8Array));
    if (entry.act.type !== 'join') throw new Error('the last entry is a join');
    const swaps = [
      { ...entry.act.member, encKey: attacker.public.encKey },
      { ...entry.act.member, signKey: attacker.public.signKey },
      { ...attacker.public, account: second.id },
    ];
    for (const member of swaps) {
      const body = encodeCharterBody({ ...entry, act: { ...entry.act, member } });
      for (const signature of [entry.signature, await attacker.signing.sign('charter', body)]) {
        const result = await extendCharter(before, encodeCharterEntry(body, signature));
        expect(result).toMatchObject({ error: { code: 'bad-signature' } });
      }
    }
  });

  it('cannot have someone join with keys that cannot be sealed to, which would stop every rotation', async () => {
    const invited = await found(founder, 'invited');
    const link = await invite(invited, 'saboteur');
    const member = { ...attacker.public, encKey: new Uint8Array(1216).fill(255) };
    const proof = await joinProof(link, invited.state.space, member);
    const act = { type: 'join', invite: link.id, member, proof } as const;
    expect(await signAct(invited.state, attacker, act, START)).toMatchObject({
      error: { code: 'malformed' },
    });
  });

  it('cannot give a member another epoch key than the charter signed for', async () => {
    await admit(space, second);
    const wraps = await rotate(space);
    const { state } = space;
    const good = wraps.get(second.id) as Uint8Array;
    expect((await unwrapEpochKey(good, second, state.space, state.epoch)).ok).toBe(true);
    const other = await found(attacker, 'other');
    const bad = await wrapEpochKey(
      other.epochKey,
      state.epoch.number,
      state.space,
      second.public,
      NOTHING_SEEN,
    );
    expect(await unwrapEpochKey(bad, second, state.space, state.epoch)).toMatchObject({
      error: { code: 'commitment-mismatch' },
    });
  });

  it('cannot pass one member’s wrap, or an older one, to another', async () => {
    const { state } = space;
    const wraps = await rotate(space);
    const own = wraps.get(founder.id) as Uint8Array;
    expect(await unwrapEpochKey(own, second, state.space, space.state.epoch)).toMatchObject({
      error: { code: 'wrong-key' },
    });
    const later = wraps.get(second.id) as Uint8Array;
    expect((await unwrapEpochKey(later, second, state.space, state.epoch)).ok).toBe(false);
  });
});
