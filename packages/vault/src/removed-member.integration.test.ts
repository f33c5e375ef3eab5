import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { fetchTransport } from './transport.ts';
import {
  aliases,
  type Device,
  expectOk,
  newCase,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A small repeatable sequence of numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

describe('removed: after any history exactly the members can read', () => {
  it('a removed member reads nothing that is written afterwards, and keeps what was read', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const before = await newCase(leyla, 'before');
    await settle(leyla, rena);
    expect(await read(rena, before, 'alias')).toBe('before');

    expectOk(await leyla.vault.removeMember(rena.account));
    const after = await newCase(leyla, 'after');
    expectOk(
      await leyla.vault.save({ dossier: before, changes: [set('case', before, { status: 'closed' })] }),
    );
    await settle(leyla, rena);

    expect(await aliases(rena)).toEqual(['before']);
    expect(await read(rena, after, 'alias')).toBeUndefined();
    expect(await read(rena, before, 'status')).toBe('new');
    const status = await rena.vault.status();
    expect(status.sync.problem?.code).toBe('removed');
    expect((await leyla.vault.status()).spaces[0]?.rotationOwed).toBe(false);
  });

  it('what a removed member writes reaches nobody', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const shared = await newCase(leyla, 'shared');
    await settle(leyla, rena);
    expectOk(await leyla.vault.removeMember(rena.account));
    await rena.vault.save({ dossier: shared, changes: [set('case', shared, { alias: 'forged' })] });
    await settle(rena, leyla);
    expect(await read(leyla, shared, 'alias')).toBe('shared');
  });

  it('a rotation that was cut off is finished by the next keyholder who comes by', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar', 'coordinator');
    expectOk(await leyla.vault.setRole({ account: nigar.account, role: 'coordinator', keyholder: true }));
    const rena = await world.join(leyla, 'Rena');
    await settle(leyla, nigar, rena);
    // The remove act goes through; Leyla's device dies before it can rotate.
    const raw = await world.reopen(leyla, { transport: dyingAfterRemoval(world.server.url) });
    await raw.vault.syncNow();
    await raw.vault.removeMember(rena.account);
    await raw.vault.lock();
    await nigar.vault.syncNow();
    expect((await nigar.vault.status()).spaces[0]?.rotationOwed).toBe(false);
    const fresh = await newCase(nigar, 'fresh');
    await settle(nigar, rena);
    expect(await read(rena, fresh, 'alias')).toBeUndefined();
  });

  it.each([11, 12, 13])(
    'holds over a random history of joins, removals, cases and restrictions (seed %i)',
    async (seed) => {
      const next = sequence(seed);
      const founder = await world.found('Founder');
      const present: Device[] = [founder];
      const gone: Device[] = [];
      const cases: { id: string; alias: string; readers: Set<string> }[] = [];
      for (let step = 0; step < 14; step++) {
        const dice = next();
        if (dice < 0.3 && present.length < 4) {
          present.push(await world.join(founder, `member ${step}`));
          const joined = present.at(-1) as Device;
          // A newcomer reads the space's history, and no restricted case.
          for (const each of cases) if (each.readers.has('everyone')) each.readers.add(joined.account);
        } else if (dice < 0.45 && present.length > 1) {
          const leaving = present.splice(1 + Math.floor(next() * (present.length - 1)), 1)[0] as Device;
          await settle(...present, leaving);
          expectOk(await founder.vault.removeMember(leaving.account));
          gone.push(leaving);
        } else {
          const author = present[Math.floor(next() * present.length)] as Device;
          const alias = `case ${step}`;
          const restricted = next() < 0.4;
          const id = await newCase(author, alias, restricted ? [] : undefined);
          const readers = restricted
            ? [author.account]
            : ['everyone', ...present.map((each) => each.account)];
          cases.push({ id, alias, readers: new Set(readers) });
        }
        await settle(...present, ...gone);
      }
      for (const device of [...present, ...gone]) {
        const readable = cases.filter((each) => each.readers.has(device.account)).map((each) => each.alias);
        expect(await aliases(device), device.account).toEqual(readable.sort());
      }
    },
  );
});

/** Lets the first charter act through, then no network any more. */
function dyingAfterRemoval(origin: string): Transport {
  const honest = fetchTransport(origin);
  let dead = false;
  return {
    ...honest,
    async call(route, request, token) {
      if (dead) return { ok: false, failure: { code: 'offline' }, code: 'offline' };
      const answer = await honest.call(route, request, token);
      if (route === 'charter/append') dead = true;
      return answer;
    },
  };
}
