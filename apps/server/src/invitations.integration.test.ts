import { idBytes } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusal } from './testing/client.ts';
import { accountBody, founder, signIn, stranger } from './testing/person.ts';
import { act, found, invite, invitedBody, joinAct } from './testing/space.ts';
import { until } from './testing/until.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('an invitation', () => {
  test('lets its holder read the charter, make an account and join, each again after a broken connection', async () => {
    const space = await world.newSpace();
    const link = await invite(space, 'caseworker');
    const person = await stranger(world.url);
    const read = { space: space.id, invite: idBytes(link.id), from: 0 };
    expect((await must(person.client, 'invitations/read', read)).acts.length).toBe(space.charter.seq + 1);
    const body = await invitedBody(space, link, person);
    await must(person.client, 'accounts/create', body);
    await must(person.client, 'accounts/create', body);
    await signIn(person);
    const signed = await joinAct(space, link, person);
    const joining = { space: space.id, acts: [signed.entry], wraps: [] };
    const first = await must(person.client, 'charter/append', joining);
    expect(await must(person.client, 'charter/append', joining)).toEqual(first);
    space.charter = signed.state;

    expect(await refusal(person.client, 'invitations/read', read)).toBe('invitation-used');
    const late = await stranger(world.url);
    expect(await refusal(late.client, 'accounts/create', await invitedBody(space, link, late))).toBe(
      'invitation-used',
    );
    expect((await must(space.founder.client, 'epochs/missing', { space: space.id })).accounts).toEqual([
      Uint8Array.from(person.id),
    ]);
  });

  test('is worth nothing without its secret, after it was revoked, or after its time', async () => {
    const space = await world.newSpace();
    const person = await stranger(world.url);
    const link = await invite(space, 'viewer');
    const body = await invitedBody(space, link, person);
    const forged = { ...body, admission: { ...body.admission, proof: new Uint8Array(64) } };
    expect(await refusal(person.client, 'accounts/create', forged as typeof body)).toBe('invitation-unknown');
    const other = await stranger(world.url);
    expect(await refusal(other.client, 'accounts/create', { ...body, account: other.id })).toBe(
      'invitation-unknown',
    );
    await act(space, space.founder, { type: 'revoke', invite: link.id });
    expect(await refusal(person.client, 'accounts/create', body)).toBe('invitation-unknown');

    const expires = Date.now() + 3000;
    const brief = await invite(space, 'viewer', false, expires);
    await until('the end of an invitation', () => Date.now() > expires);
    const read = { space: space.id, invite: idBytes(brief.id), from: 0 };
    expect(await refusal(person.client, 'invitations/read', read)).toBe('invitation-expired');
    expect(await refusal(person.client, 'accounts/create', await invitedBody(space, brief, person))).toBe(
      'invitation-expired',
    );
  });
});

describe('founding', () => {
  test('uses its link up once: the same founder may repeat both calls, nobody else can use it', async () => {
    const token = await world.foundingToken();
    const space = await found(world.url, token);
    const other = await stranger(world.url);
    expect(
      await refusal(other.client, 'accounts/create', accountBody(other, { by: 'founding', token })),
    ).toBe('founding-used');
    await must(
      space.founder.client,
      'accounts/create',
      accountBody(space.founder, { by: 'founding', token }),
    );
    const { acts } = await must(space.founder.client, 'charter/read', { space: space.id, from: 0 });
    const wrap = new Uint8Array(10);
    const [first] = acts;
    if (!first) throw new Error('a charter begins');
    expect(await must(space.founder.client, 'spaces/create', { token, act: first, wrap })).toEqual({
      position: 1,
    });
    const another = await founder(world.url, await world.foundingToken());
    expect(await refusal(another.client, 'spaces/create', { token, act: first, wrap })).toBe('not-allowed');
  });

  test('needs a link that the server made, and a new organisation needs a new one', async () => {
    const unknown = new Uint8Array(32);
    const person = await stranger(world.url);
    const body = accountBody(person, { by: 'founding', token: unknown });
    expect(await refusal(person.client, 'accounts/create', body)).toBe('founding-unknown');
  });

  test('leaves nothing behind when two people use one link at the same moment, and one of them wins', async () => {
    const token = await world.foundingToken();
    const results = await Promise.allSettled([found(world.url, token), found(world.url, token)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
