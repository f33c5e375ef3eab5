/** Threat: the server shows different people different charters, or yesterday's. */
import { beforeAll, describe, expect, it } from 'vitest';
import { admit, found, person, remove, type Space } from '../test/people.ts';
import { type Account, continuesFrom, extendCharter, foldCharter, unwrap } from './index.ts';

describe('a server that forks or rolls back a charter', () => {
  let founder: Account;
  let second: Account;
  let third: Account;
  /** The same beginning, and then two histories, which only a keyholder could have signed. */
  let one: Space;
  let other: Space;
  beforeAll(async () => {
    [founder, second, third] = (await Promise.all(['founder', 'second', 'third'].map(person))) as [
      Account,
      Account,
      Account,
    ];
    one = await found(founder);
    await admit(one, second);
    other = { ...one, entries: [...one.entries] };
    await remove(one, second);
    await admit(one, third);
    await admit(other, third);
    await remove(other, second);
  });

  it('cannot splice two histories together', async () => {
    for (let cut = 4; cut < one.entries.length; cut++) {
      const spliced = [...one.entries.slice(0, cut), ...other.entries.slice(cut)];
      expect(await foldCharter(spliced)).toMatchObject({ error: { code: 'bad-chain' } });
    }
  });

  it('cannot drop, repeat or reorder entries', async () => {
    const { entries } = one;
    const [a, b, c] = entries as [Uint8Array, Uint8Array, Uint8Array];
    for (const wrong of [[a, c], [a, b, b], [a, c, b], [b, c], [...entries].reverse()]) {
      expect((await foldCharter(wrong)).ok).toBe(false);
    }
  });

  it('is found out by a client that knows a later head, when it goes back', async () => {
    const { seq, head } = one.state;
    const rolledBack = one.entries.slice(0, 3);
    expect((await foldCharter(rolledBack)).ok).toBe(true);
    expect(await continuesFrom(seq, head, rolledBack)).toBe(false);
    expect(await continuesFrom(seq, head, one.entries)).toBe(true);
  });

  it('is found out by a client that knows another head, when it shows the other history', async () => {
    expect((await foldCharter(other.entries)).ok).toBe(true);
    expect(await continuesFrom(one.state.seq, one.state.head, other.entries)).toBe(false);
    const next = other.entries.at(-1) as Uint8Array;
    expect(await extendCharter(one.state, next)).toMatchObject({ error: { code: 'bad-chain' } });
  });

  it('leaves a client that only lagged behind to go on', async () => {
    const early = unwrap(await foldCharter(one.entries.slice(0, 2)));
    expect(await continuesFrom(early.seq, early.head, one.entries)).toBe(true);
  });
});
