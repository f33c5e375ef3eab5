/**
 * Threat: somebody who was removed still has a session, an unlocked phone, a kit, an address at which they are woken and links that they made,
 * and the server takes them for a member.
 */
import type { LogItem, Reply } from '@dayaq/protocol';
import {
  concatBytes,
  epochDropKeys,
  idBytes,
  idText,
  type LetterId,
  openGeneration,
  openLetter,
  readGeneration,
  type Secret,
} from '@dayaq/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPushService } from '../../../apps/server/src/testing/push-service.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { openDoor, Visitor } from '../../../worlds/devices/visitor.ts';
import {
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
let maker: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  maker = await startPushService();
  world = await startWorld({ reminders: { loopback: true, every: 25 } });
});
afterAll(async () => {
  await world.stop();
  await maker.close();
});

const hexOf = (account: string): string => Buffer.from(idBytes(account as never)).toString('hex');

/** The server takes somebody for a keyholder again, whatever the charter says. */
async function befriend({ account }: Device): Promise<void> {
  await world.server.data.db.pool.query(
    "update members set removed = false, keyholder = true, role = 'coordinator' where account_id = decode($1, 'hex')",
    [hexOf(account)],
  );
}

async function wholeLog({ server, space }: Insider): Promise<LogItem[]> {
  const items: LogItem[] = [];
  for (;;) {
    const page: Reply<'entries/pull'> = expectOk(
      await server.call('entries/pull', { space: idBytes(space), after: items.at(-1)?.p ?? 0, limit: 2000 }),
    );
    items.push(...page.items);
    if (!page.more) return items;
  }
}

it('opens nothing that came since, is handed no key, is woken for nothing, and nobody is told anything in their name', async () => {
  const leyla = await world.found('Leyla');
  const rena = await world.join(leyla, 'Rena', 'coordinator');
  const murad = await world.join(leyla, 'Murad');
  expectOk(await leyla.vault.setRole({ account: murad.account, role: 'coordinator', keyholder: true }));
  await settle(leyla, rena, murad);
  await openDoor(leyla, rena, [leyla, murad]);
  await settle(leyla, rena, murad);
  const { endpoint, p256dh, auth } = maker.subscribe('/to/murad');
  const mine = maker.subscribe('/to/leyla');
  expectOk(await murad.vault.turnPushOn({ endpoint, p256dh, auth }));
  expectOk(await leyla.vault.turnPushOn({ endpoint: mine.endpoint, p256dh: mine.p256dh, auth: mine.auth }));
  const { link } = expectOk(await murad.vault.invite({ role: 'coordinator', keyholder: true, days: 30 }));
  const old = await newCase(leyla, 'an old case');
  expectOk(await leyla.vault.save({ dossier: old, changes: [set('case', old, { owner: murad.account })] }));
  await settle(leyla, rena, murad, leyla);
  const insider = await Insider.behind(world, murad);
  const keys = new Map<number, Secret>([[1, await insider.epochKey(1)]]);
  const held = await insider.hold(old);
  if (typeof held === 'string') throw new Error(held);
  const before = (await insider.place()).position;

  expectOk(await leyla.vault.removeMember(murad.account));
  await settle(leyla, rena);
  await befriend(murad);
  const visitor = new Visitor(world.server.url, insider.space);
  const letter = await visitor.write('after he left');
  const fresh = await newCase(leyla, 'a new case');
  const threat = set('threat', await leyla.vault.newId(), { type: ['kill'], credible: 'likely' });
  expectOk(
    await leyla.vault.save({ dossier: old, changes: [threat, set('case', old, { summary: 'since' })] }),
  );
  const bytes = new Uint8Array(1000).fill(3);
  expectOk(await leyla.vault.addFile({ dossier: fresh, name: 'a.pdf', mediaType: 'application/pdf', bytes }));
  await settle(leyla, rena, leyla, rena);

  // What he has of keys opens no header that came since; what was handed to him is no key of a later time.
  const since = (await wholeLog(insider)).filter(({ p }) => p > before);
  expect(since.filter(({ t }) => t === 'entry').length).toBeGreaterThan(1);
  for (const item of since) {
    if (item.t !== 'generation') continue;
    const header = await readGeneration(item.header);
    if (!header.ok) throw new Error('no header');
    for (const epochKey of [keys.get(header.value.epoch) ?? null, ...keys.values()])
      expect((await openGeneration(header.value, { epochKey, account: insider.account })).ok).toBe(false);
  }
  const { rows } = await world.server.data.db.pool.query(
    "select 1 from wraps where account_id = decode($1, 'hex') and epoch > 1",
    [hexOf(murad.account)],
  );
  expect(rows).toEqual([]);
  // Nor does the letter, though the door had named him.
  const got = expectOk(
    await insider.server.call('letters/get', {
      space: idBytes(insider.space),
      letter: idBytes(letter),
      piece: 0,
    }),
  );
  for (const key of keys.values())
    for (const epoch of [1, 2])
      expect(
        (
          await openLetter(concatBytes(got.sealed), {
            space: insider.space,
            epoch,
            keys: await epochDropKeys(key),
            letter: idText<LetterId>(idBytes(letter)),
            account: insider.account,
          })
        ).ok,
      ).toBe(false);

  // Nobody's device sets a timer for him; what he was to do falls to others.
  const timers = await world.server.data.db.pool.query<{ whom: string }>(
    "select encode(account_ids, 'hex') as whom from timers",
  );
  expect(timers.rows.length).toBeGreaterThan(0);
  for (const { whom } of timers.rows) expect(whom).not.toContain(hexOf(murad.account));
  expect(maker.received.filter(({ path }) => path === '/to/murad')).toEqual([]);

  // What he writes is nobody's, under the old key and in the old case; what he destroys is gone from nobody's device.
  const [entry] = await insider.seal(held, [{ changes: [change('case', old, { summary: 'his' })] }]);
  if (entry === undefined) throw new Error('no entry');
  await insider.server.call('entries/append', {
    space: idBytes(insider.space),
    generations: [],
    entries: [entry],
  });
  await insider.server.call('dossiers/erase', {
    space: idBytes(insider.space),
    dossier: idBytes(fresh as never),
    said: entry.id,
  });
  await settle(leyla, rena, leyla);
  for (const device of [leyla, rena]) {
    expect(await read(device, old, 'summary')).toBe('since');
    expect(await read(device, fresh, 'alias')).toBe('a new case');
  }
  // His phone, which nobody locked, and a new one with his kit show nothing of it either.
  const phone = await world.restored(murad);
  await settle(murad, phone);
  for (const device of [murad, phone]) {
    expect(await read(device, old, 'summary')).not.toBe('since');
    expect(await read(device, fresh, 'alias')).toBeUndefined();
  }
  await expect(world.newcomer(link, 'a new volunteer')).rejects.toThrow('failed');
});
