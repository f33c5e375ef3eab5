/** Threat: a list of readers that was made before a case was closed to somebody opens it to them again. Nobody lies, and nothing is put back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryKeep } from './node/index.ts';
import type { Keep } from './adapters.ts';
import {
  cuttableTransport,
  expectOk,
  lastingDatabase,
  newCase,
  read,
  set,
  settle,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const quiet = () => unheard(cuttableTransport(world.server.url));

describe('a case that was closed to Murad', () => {
  it('is not opened to him again by a phone that was killed right after it had sent who may read, days before', async () => {
    const inner = memoryKeep();
    const life = { isOver: false };
    // Once the process is killed, nothing is deleted beside the database any more.
    const keep: Keep = {
      ...inner,
      get: (name) => inner.get(name),
      put: (name, value) => inner.put(name, value),
      names: (prefix) => inner.names(prefix),
      delete: (name) => (life.isOver ? Promise.resolve() : inner.delete(name)),
    };
    const database = await lastingDatabase(world);
    const leyla = await world.found('Leyla', { transport: quiet() });
    const nigar = {
      ...(await world.join(leyla, 'Nigar', 'caseworker', { transport: quiet(), keep, database })),
      keep,
    };
    const murad = await world.join(leyla, 'Murad', 'caseworker', { transport: quiet() });
    await settle(leyla, nigar, murad);
    const id = await newCase(leyla, 'a case');
    await settle(leyla, nigar, murad);
    expectOk(await nigar.vault.restrict({ dossier: id, to: [leyla.account, nigar.account, murad.account] }));
    life.isOver = true;
    await settle(nigar);
    await nigar.vault.lock();
    await settle(leyla, murad);
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
    await settle(leyla, murad);
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'it was Murad' })] }),
    );
    await settle(leyla, murad);
    const before = await read(murad, id, 'summary');
    life.isOver = false;
    const again = await world.reopen(nigar, { transport: quiet(), database });
    await settle(again, leyla, murad, leyla, murad);
    expect(before).toBeUndefined();
    expect(await read(murad, id, 'summary')).toBeUndefined();
    expect(await read(again, id, 'summary')).toBe('it was Murad');
    expect(await again.vault.waiting()).toEqual([]);
  });

  it('is not opened to him again by a colleague who named one more reader before she heard of it', async () => {
    const network = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: quiet() });
    const nigar = await world.join(leyla, 'Nigar', 'caseworker', { transport: unheard(network) });
    const murad = await world.join(leyla, 'Murad', 'caseworker', { transport: quiet() });
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport: quiet() });
    await settle(leyla, nigar, murad, rena);
    const three = [leyla.account, nigar.account, murad.account];
    const id = await newCase(leyla, 'a case', three);
    await settle(leyla, nigar, murad);
    network.cut = true;
    expectOk(await nigar.vault.restrict({ dossier: id, to: [...three, rena.account] }));
    expectOk(await leyla.vault.restrict({ dossier: id, to: [leyla.account, nigar.account] }));
    await settle(leyla, murad);
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'it was Murad' })] }),
    );
    await settle(leyla, murad);
    const before = await read(murad, id, 'summary');
    network.cut = false;
    await settle(nigar, leyla, murad, rena, nigar, leyla, murad);
    expect(before).toBeUndefined();
    expect(await read(murad, id, 'summary')).toBeUndefined();
    expect(await read(rena, id, 'summary')).toBeUndefined();
    expect(await nigar.vault.waiting()).toMatchObject([
      { kind: 'readers', dossier: id, held: 'readers-moved' },
    ]);
    // Who reads now is known to her: what she asks for after that counts.
    expectOk(await nigar.vault.restrict({ dossier: id, to: [leyla.account, nigar.account, rena.account] }));
    await settle(nigar, leyla, murad, rena, nigar, rena);
    expect(await read(rena, id, 'summary')).toBe('it was Murad');
    expect(await read(murad, id, 'summary')).toBeUndefined();
    expect(await nigar.vault.waiting()).toEqual([]);
  });
});
