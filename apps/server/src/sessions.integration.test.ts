import { signInMessage } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, must, refusal } from './testing/client.ts';
import { accountBody, founder, type Person, signIn, stranger } from './testing/person.ts';
import { startWorld, type World } from './testing/world.ts';

const DAY = 86_400_000;
let world: World;
let now = Date.now();
beforeAll(async () => {
  world = await startWorld({ clock: () => now });
});
afterAll(() => world.stop());

async function signed(person: Person, challenge: Uint8Array, as = person) {
  const signature = await person.signIn.sign('sign-in', signInMessage(as.account.id, challenge));
  return { account: as.id, challenge, signature };
}
const newPerson = async (): Promise<Person> => founder(world.url, await world.foundingToken());
const challengeFor = async (person: Person): Promise<Uint8Array> =>
  (await must(person.client, 'sessions/challenge', { account: person.id })).challenge;

describe('signing in', () => {
  test('works once for each challenge', async () => {
    const person = await newPerson();
    const body = await signed(person, await challengeFor(person));
    await must(person.client, 'sessions/open', body);
    expect(await refusal(person.client, 'sessions/open', body)).toBe('sign-in-refused');
  });

  test('with one challenge from many places at once works in one', async () => {
    const person = await newPerson();
    const body = await signed(person, await challengeFor(person));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(person.client, 'sessions/open', body)),
    );
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
  });

  test('is refused alike for an unknown account, a wrong key, an altered, foreign or old challenge', async () => {
    const [person, other, nobody] = [await newPerson(), await newPerson(), await stranger(world.url)];
    const challenge = await challengeFor(person);
    const bent = Uint8Array.from(challenge);
    bent[3] = (bent[3] ?? 0) ^ 1;
    const attempts = [
      await signed(nobody, await challengeFor(nobody)),
      await signed(other, challenge, person),
      await signed(person, bent),
      await signed(person, await challengeFor(other)),
      await signed(person, new Uint8Array(32)),
    ];
    const answers = await Promise.all(attempts.map((body) => call(person.client, 'sessions/open', body)));
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, status: 401, refusal: { error: 'sign-in-refused' } });
    }
    const late = await signed(person, challenge);
    now += 121_000;
    expect(await refusal(person.client, 'sessions/open', late)).toBe('sign-in-refused');
  });

  test('asking for challenges stores nothing', async () => {
    const count = async () => (await world.server.data.db.pool.query('select from used_challenges')).rowCount;
    const before = await count();
    const nobody = await stranger(world.url);
    for (let i = 0; i < 20; i++) await challengeFor(nobody);
    expect(await count()).toBe(before);
  });
});

describe('a session', () => {
  test('ends on the day that was said, and not before', async () => {
    const person = await newPerson();
    const { token, expires } = await must(
      person.client,
      'sessions/open',
      await signed(person, await challengeFor(person)),
    );
    person.client.token = token;
    expect(expires % DAY).toBe(0);
    const start = now;
    now = expires - 1000;
    await must(person.client, 'spaces/list', {});
    now = expires;
    expect(await refusal(person.client, 'spaces/list', {})).toBe('not-signed-in');
    now = start;
  });

  test('ends when it is closed, here or everywhere', async () => {
    const person = await newPerson();
    const first = { ...person.client };
    await signIn(person);
    const second = { ...person.client };
    await must(first, 'sessions/close', { everywhere: false });
    expect(await refusal(first, 'spaces/list', {})).toBe('not-signed-in');
    await must(second, 'spaces/list', {});
    await signIn(person);
    await must(person.client, 'sessions/close', { everywhere: true });
    expect(await refusal(second, 'spaces/list', {})).toBe('not-signed-in');
  });

  test('is needed, and a made-up token is none', async () => {
    const client = { url: world.url, token: null };
    expect(await refusal(client, 'spaces/list', {})).toBe('not-signed-in');
    expect(await refusal({ ...client, token: new Uint8Array(32) }, 'spaces/list', {})).toBe('not-signed-in');
    expect(await refusal({ ...client, token: new Uint8Array(3) }, 'spaces/list', {})).toBe('not-signed-in');
  });

  test('ends in other places when the passphrase changes, and the old one signs in no more', async () => {
    const person = await newPerson();
    const elsewhere = { ...person.client };
    await signIn(person);
    const fresh = await stranger(world.url);
    const sealedRoot = new Uint8Array(70).fill(5);
    await must(person.client, 'accounts/rekey', { verifier: fresh.signIn.publicKey, sealedRoot });
    expect(await refusal(elsewhere, 'spaces/list', {})).toBe('not-signed-in');
    expect((await must(person.client, 'accounts/keys', {})).sealedRoot).toEqual(sealedRoot);
    expect(
      await refusal(person.client, 'sessions/open', await signed(person, await challengeFor(person))),
    ).toBe('sign-in-refused');
    person.signIn = fresh.signIn;
    await must(person.client, 'sessions/open', await signed(person, await challengeFor(person)));
  });
});

describe('an account', () => {
  test('cannot be taken over by somebody who knows its id', async () => {
    const [person, thief] = [await newPerson(), await stranger(world.url)];
    const body = accountBody(thief, { by: 'founding', token: await world.foundingToken() });
    expect(await refusal(thief.client, 'accounts/create', { ...body, account: person.id })).toBe(
      'account-exists',
    );
  });
});

describe('the first-run link', () => {
  test('is new with every start, only the newest works, and there is none once an organisation exists', async () => {
    const fresh = await startWorld();
    const tokenOf = (link: string | null) => Buffer.from(link?.split('#')[1] ?? '', 'base64url');
    const [older, newer] = [await fresh.server.foundingLink(), await fresh.server.foundingLink()];
    expect(newer).toMatch(new RegExp(`^${fresh.url}/begin#[\\w-]{43}$`));
    const person = await stranger(fresh.url);
    const body = (link: string | null) => accountBody(person, { by: 'founding', token: tokenOf(link) });
    expect(await refusal(person.client, 'accounts/create', body(older))).toBe('founding-unknown');
    await must(person.client, 'accounts/create', body(newer));
    await fresh.newSpace();
    expect(await fresh.server.foundingLink()).toBeNull();
    await fresh.stop();
  });
});
