import { rewriteCase } from '@dayaq/acts/rewrite/carry-out';
import { goesAlong } from '@dayaq/acts/rewrite/rewritten';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  aliases,
  expectOk,
  newCase,
  set,
  settle,
  startWorld,
  type World,
} from '../../../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('a person is destroyed for good by writing the case anew without them: same readers, what others need, dangers and files stand, links follow, and the old case is gone everywhere', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const murad = await world.join(leyla, 'Murad');
  const { vault } = leyla;
  const old = await newCase(leyla, 'Zeynəb', [leyla.account, rena.account]);
  const [client, neighbour, source, both, met, open, deed, kept] = await Promise.all(
    Array.from({ length: 8 }, () => vault.newId()),
  );
  const bytes = new Uint8Array(300_000).fill(9);
  const file = expectOk(
    await vault.addFile({ dossier: old, name: 'a.pdf', mediaType: 'application/pdf', bytes }),
  );
  const save = async (...changes: ReturnType<typeof set>[]) =>
    expectOk(await vault.save({ dossier: old, changes }));
  await save(
    set('person', client ?? '', { role: 'client', alias: 'Zeynəb' }),
    set('person', neighbour ?? '', { role: 'witness', alias: 'Pomegranate' }),
    set('source', source ?? '', { person: neighbour ?? '', connection: 'witness' }),
    set('violation', both ?? '', { type: 'evicted', victims: [client ?? '', neighbour ?? ''] }),
    set('threat', met ?? '', { type: ['kill'], credible: 'likely' }),
    set('file', kept ?? '', { role: 'medical', file: { ...file } }),
  );
  await save(
    set('response', deed ?? '', {
      type: 'shelter',
      done: { day: '2026-11-01' },
      safe: 'for-now',
      note: 'She is with her aunt.',
      forWhom: [client ?? ''],
    }),
  );
  await save(set('threat', open ?? '', { type: ['kill'], credible: 'likely', words: 'once more' }));
  const other = await newCase(leyla, 'Sister');
  const sister = await vault.newId();
  expectOk(
    await vault.save({
      dossier: other,
      changes: [
        set('person', sister, { role: 'client', alias: 'Sister', sameAs: [client ?? ''], alsoIn: [old] }),
      ],
    }),
  );
  await settle(leyla, rena, murad);
  const dangers = async () =>
    (await vault.dangers()).map(({ escalation, about }) => [
      escalation.state,
      about.kind,
      about.fields['words'],
    ]);
  const before = await dangers();

  const view = expectOk(await vault.dossier(old));
  const isMet = ({ kind, met: is }: (typeof view.records)[number]) => kind === 'threat' && is === true;
  expect(view.records.filter(isMet)).toHaveLength(1);
  const chosen = new Set([neighbour ?? '']);
  const gone = new Set([...chosen, ...goesAlong(view, chosen)]);
  expect([...gone].sort()).toEqual([neighbour, source].sort());
  const made = await rewriteCase(vault, view, gone, { why: 'the-person-asked', now: Date.now() });
  if (made.is !== 'done') throw new Error(JSON.stringify(made));
  await settle(leyla, rena, murad, leyla, rena);

  expect(await dangers()).toEqual(before);
  for (const device of [leyla, rena]) {
    expect(await device.vault.dossier(old)).toMatchObject({ ok: false });
    expect((await aliases(device)).sort()).toEqual(['Sister', 'Zeynəb']);
    const anew = expectOk(await device.vault.dossier(made.dossier));
    expect([...anew.readers].sort()).toEqual([leyla.account, rena.account].sort());
    expect(JSON.stringify([anew, await device.vault.history(made.dossier)])).not.toContain('Pomegranate');
    const violation = anew.records.find(({ kind }) => kind === 'violation');
    const person = anew.records.find(({ kind }) => kind === 'person');
    expect(violation?.fields['victims']?.value).toEqual([person?.id]);
    expect(anew.records.filter(isMet)).toHaveLength(1);
    const there = anew.records.find(({ kind }) => kind === 'file')?.fields['file']?.value;
    expect(expectOk(await device.vault.openFile({ dossier: made.dossier, file: there as never }))).toEqual(
      bytes,
    );
    const linked = expectOk(await device.vault.dossier(other)).records.find(({ id }) => id === sister);
    expect(linked?.fields['sameAs']?.value).toEqual([person?.id]);
    expect(linked?.fields['alsoIn']?.value).toEqual([made.dossier]);
  }
  expect(await aliases(murad)).toEqual(['Sister']);
  expect(await leyla.vault.erasures()).toMatchObject([{ what: 'case', isAnew: true, here: made.dossier }]);
});

it('nothing that a colleague wrote goes with the old case before whoever destroys it has seen it', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena');
  const old = await newCase(leyla, 'Zeynəb');
  const neighbour = await leyla.vault.newId();
  expectOk(
    await leyla.vault.save({
      dossier: old,
      changes: [set('person', neighbour, { role: 'witness', alias: 'Pomegranate' })],
    }),
  );
  await settle(leyla, rena);
  const gone = new Set([neighbour]);
  const how = { why: 'the-person-asked', now: Date.now() };
  const write = async (words: string): Promise<void> => {
    const threat = set('threat', await rena.vault.newId(), { type: ['kill'], credible: 'likely', words });
    expectOk(await rena.vault.save({ dossier: old, changes: [threat] }));
    await settle(rena);
  };
  const viewed = async () => expectOk(await leyla.vault.dossier(old));
  const view = await viewed();
  await write('tonight');
  expect(await rewriteCase(leyla.vault, view, gone, how)).toEqual({ is: 'refused', refusal: 'moved' });

  // She writes once more while it is written anew.
  const { vault } = leyla;
  const slow: Pick<typeof vault, 'linked'> = {
    linked: async (query) => {
      await write('they are here');
      return vault.linked(query);
    },
  };
  const meanwhile = new Proxy(vault, {
    get: (target, name) => {
      if (name === 'linked') return slow.linked;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const late = await rewriteCase(meanwhile, await viewed(), gone, how);
  expect(late.is).toBe('both-stand');
  for (const device of [leyla, rena]) {
    await settle(device);
    expect(JSON.stringify(expectOk(await device.vault.dossier(old)).records)).toContain('they are here');
  }
  expect((await rewriteCase(vault, await viewed(), gone, how)).is).toBe('done');
});
