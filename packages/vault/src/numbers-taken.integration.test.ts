/** Threat: something else under the number of an entry that is kept here passes for that entry, come back. */
import { randomBytes } from 'node:crypto';
import type { LogItem } from '@dayaq/protocol';
import { derivedDossier, idBytes, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  aliases,
  cuttableTransport,
  type Device,
  expectOk,
  handOver,
  newCase,
  read,
  set,
  settle,
  spaceOfDevice,
  startWorld,
  unheard,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const nameOf = async (on: Device, who: Device) =>
  (await on.vault.members()).find(({ account }) => account === who.account)?.name;

/** What a member puts into a dossier under a number of their choice: bytes that are nothing. Answers what the server says. */
async function plant(by: Insider, dossier: string, id: Uint8Array): Promise<string> {
  const held = await by.hold(dossier);
  if (typeof held === 'string') return held;
  const { header } = held;
  const sealed = new Uint8Array(randomBytes(1052));
  const answer = await by.server.call('entries/append', {
    space: idBytes(by.space),
    generations: [],
    entries: [{ dossier: idBytes(header.dossier), g: header.generation, id, sealed }],
  });
  return answer.ok ? 'ok' : answer.code;
}

/** The number of the last entry of a dossier, as a member is shown it. */
async function lastNumber(by: Insider, dossier: string): Promise<Uint8Array> {
  const held = await by.hold(dossier);
  if (typeof held === 'string') throw new Error(held);
  const page = await by.server.call('entries/dossier', {
    space: idBytes(by.space),
    dossier: idBytes(held.header.dossier),
    after: 0,
    limit: 2000,
  });
  if (!page.ok) throw new Error(page.code);
  const last = page.value.items.findLast((item) => item.t === 'entry');
  if (last?.t !== 'entry') throw new Error('no entry');
  return last.id;
}

describe('another organisation that puts an item under the number of ours into what it handed over', () => {
  it('moves no entry in our log: whoever held the keys once renames nobody with its help', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const mallory = await world.join(leyla, 'Mallory');
    expectOk(await leyla.vault.setRole({ account: mallory.account, role: 'coordinator', keyholder: true }));
    await settle(leyla, rena, mallory);
    for (let i = 0; i < 10; i++) await newCase(leyla, `case ${i}`);
    await settle(leyla);
    expectOk(await leyla.vault.setRole({ account: mallory.account, role: 'caseworker', keyholder: false }));
    await settle(leyla, rena, mallory);
    const roster = await derivedDossier((await spaceOfDevice(leyla)) as SpaceId, 'roster');
    const insider = await Insider.behind(world, mallory);
    const renamed = change('profile', leyla.account, { name: 'Former volunteer' });
    expect(await insider.send(roster, [{ changes: [renamed] }])).toBe('ok');
    const number = await lastNumber(insider, roster);
    await settle(leyla, rena);
    expect(await nameOf(rena, leyla)).toBe('Leyla');

    const bella = await world.found('Bella');
    await acquaint(leyla, bella);
    const dossier = await handOver(bella, leyla, { words: 'please help' });
    await settle(bella, leyla, rena, bella);
    const friend = await Insider.behind(world, bella);
    // Their log is shorter: there it would stand before the act that took the keys away.
    expect(await plant(friend, dossier, number)).toBe('ok');
    await settle(bella, leyla, rena);
    const changes = [set('profile', rena.account, { name: 'Rena R.' })];
    expectOk(await rena.vault.save({ dossier: roster, changes }));
    await settle(rena, leyla);
    const again = await world.reopen(rena);
    await settle(again);
    expect(await nameOf(leyla, leyla)).toBe('Leyla');
    expect(await nameOf(again, leyla)).toBe('Leyla');
  });

  it('makes no case another kind of record', async () => {
    const leyla = await world.found('Leyla');
    const mallory = await world.join(leyla, 'Mallory');
    for (let i = 0; i < 10; i++) await newCase(leyla, `case ${i}`);
    const id = await newCase(leyla, 'the case against a friend');
    await settle(leyla, mallory);
    const insider = await Insider.behind(world, mallory);
    const other = { changes: [change('note', id, { text: 'x' })], heads: [], time: 0 };
    expect(await insider.send(id, [other])).toBe('ok');
    const number = await lastNumber(insider, id);
    await settle(leyla, mallory);

    const bella = await world.found('Bella');
    await acquaint(leyla, bella);
    const dossier = await handOver(bella, leyla, { words: 'please help' });
    await settle(bella, leyla, bella);
    const friend = await Insider.behind(world, bella);
    expect(await plant(friend, dossier, number)).toBe('ok');
    await settle(bella, leyla);
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'goes on' })] }));
    await settle(leyla);
    expect(await aliases(leyla)).toContain('the case against a friend');
    expect(expectOk(await leyla.vault.dossier(id)).kind).toBe('case');
  });
});

describe('somebody who takes the number of words that a restored server lost', () => {
  it('keeps them from nobody, and nobody is accused of anything', async () => {
    const away = cuttableTransport(world.server.url);
    const leyla = await world.found('Leyla', { transport: unheard(away) });
    const rena = await world.join(leyla, 'Rena', 'caseworker', { transport: unheard(away) });
    const mallory = await world.join(leyla, 'Mallory', 'caseworker', { transport: unheard(away) });
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena, mallory);
    const insider = await Insider.behind(world, mallory);
    const putBack = await backUp(world);
    const seen = [set('case', id, { summary: 'Mallory was seen there' })];
    expectOk(await leyla.vault.save({ dossier: id, changes: seen }));
    await settle(leyla, rena, mallory);
    const number = await lastNumber(insider, id);
    away.cut = true;
    await putBack();
    expect(await plant(insider, id, number)).toBe('ok');
    away.cut = false;
    // A colleague who has the words comes first, and not who wrote them.
    await settle(rena, leyla, rena);
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias: 'a case, seen again' })] }),
    );
    await settle(leyla, rena);
    const late = await world.join(leyla, 'Late');
    const anew = await world.restored(leyla);
    await settle(leyla, late, anew, leyla, rena, late, anew);
    for (const device of [leyla, rena, late, anew]) {
      expect(await read(device, id, 'summary')).toBe('Mallory was seen there');
      expect(await read(device, id, 'alias')).toBe('a case, seen again');
      const { sync, spaces } = await device.vault.status();
      expect(sync).toMatchObject({ problem: null, waiting: 0, held: 0 });
      expect(spaces[0]).toMatchObject({ disputes: 0 });
    }
    expect(expectOk(await late.vault.dossier(id)).complete).toBe(true);
  });
});

describe('a server that keeps of each entry its number alone', () => {
  it('does not make a device say that all is sent, and has it start no keys without end', async () => {
    const lie: { forge: Forge | null } = { forge: null };
    const leyla = await world.found('Leyla', { transport: unheard(hostileTransport(world.server.url, lie)) });
    await settle(leyla);
    let headers = 0;
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/append') headers += (request['generations'] as Uint8Array[]).length;
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      const items = (answer['items'] as LogItem[]).map((item) =>
        item.t === 'entry' ? { ...item, sealed: new Uint8Array(1052) } : item,
      );
      return { ...answer, items };
    };
    const id = await newCase(leyla, 'kept nowhere but here');
    for (let i = 0; i < 4; i++) await settle(leyla);
    expect((await leyla.vault.status()).sync.waiting).toBe(1);
    expect(headers).toBeLessThanOrEqual(3);
    lie.forge = null;
    const anew = await world.restored(leyla);
    await settle(leyla, anew);
    expect(await read(anew, id, 'alias')).toBe('kept nowhere but here');
  });
});
