import { charterLeaf, encodeCanonical, nextLogHash, signAct, unwrap, writePlace } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, must, refusal } from './testing/client.ts';
import { type Person } from './testing/person.ts';
import { join, placeOf } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('the charter', () => {
  test('is extended by one of two who try at once; the other is told that it moved', async () => {
    const space = await world.newSpace();
    const second = await join(space, 'coordinator', true);
    const target = await join(space);
    const place = await placeOf(space);
    const make = async (by: Person, role: 'viewer' | 'coordinator') => {
      const change = { type: 'role', account: target.account.id, role, keyholder: false } as const;
      const signed = unwrap(await signAct(space.charter, by.account, change, Date.now(), place));
      return call(by.client, 'charter/append', { space: space.id, acts: [signed.entry], wraps: [] });
    };
    const answers = await Promise.all([make(space.founder, 'viewer'), make(second, 'coordinator')]);
    expect(answers.map((answer) => (answer.ok ? 'won' : answer.refusal.error)).toSorted()).toEqual([
      'charter-moved',
      'won',
    ]);
  });

  test('takes acts only in order, only from their author, only with valid signatures, all or none', async () => {
    const space = await world.newSpace();
    const member = await join(space);
    const change = (role: 'viewer' | 'caseworker') =>
      ({ type: 'role', account: member.account.id, role, keyholder: false }) as const;
    const by = space.founder.account;
    const place = await placeOf(space);
    const one = unwrap(await signAct(space.charter, by, change('viewer'), Date.now(), place));
    const leaf = await charterLeaf(one.state.head);
    const position = place.position + 1;
    const behind = { ...place, position, hash: await nextLogHash(place.hash, position, leaf) };
    const two = unwrap(await signAct(one.state, by, change('caseworker'), Date.now(), behind));
    const send = (by: Person, ...acts: Uint8Array[]) =>
      refusal(by.client, 'charter/append', { space: space.id, acts, wraps: [] });
    expect(await send(space.founder, two.entry)).toBe('charter-moved');
    expect(await send(space.founder, two.entry, one.entry)).toBe('charter-moved');
    expect(await send(member, one.entry)).toBe('not-allowed');
    const bent = Uint8Array.from(one.entry);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await send(space.founder, bent)).toBe('charter-invalid');
    expect(await send(space.founder, one.entry, bent)).toBe('charter-moved');
    const { acts } = await must(member.client, 'charter/read', { space: space.id, from: 0 });
    expect(acts.length).toBe(space.charter.seq + 1);

    const body = { space: space.id, acts: [one.entry, two.entry], wraps: [] };
    const first = await must(space.founder.client, 'charter/append', body);
    expect(await must(space.founder.client, 'charter/append', body)).toEqual(first);
  });

  test('refuses what only a keyholder may do from someone who is none', async () => {
    const space = await world.newSpace();
    const member = await join(space);
    const target = await join(space);
    const { seq, head } = space.charter;
    const body = encodeCanonical({
      space: space.id,
      seq: seq + 1,
      prev: head,
      time: Date.now(),
      author: member.id,
      place: writePlace(await placeOf(space)),
      act: { type: 'remove', account: target.id },
    });
    const entry = encodeCanonical([1, body, await member.account.signing.sign('charter', body)]);
    const send = { space: space.id, acts: [entry], wraps: [] };
    expect(await refusal(member.client, 'charter/append', send)).toBe('charter-invalid');
    expect((await must(target.client, 'charter/read', { space: space.id, from: seq + 1 })).acts).toEqual([]);
  });

  test('tells a client with newer acts than the server knows that the versions differ', async () => {
    const space = await world.newSpace();
    const { seq, head } = space.charter;
    const act = { type: 'merge', with: space.id };
    const body = encodeCanonical({
      space: space.id,
      seq: seq + 1,
      prev: head,
      time: 1,
      author: space.founder.id,
      place: null,
      act,
    });
    const entry = encodeCanonical([1, body, await space.founder.account.signing.sign('charter', body)]);
    const send = { space: space.id, acts: [entry], wraps: [] };
    expect(await refusal(space.founder.client, 'charter/append', send)).toBe('version-mismatch');
  });
});
