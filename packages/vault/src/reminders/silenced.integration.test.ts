/** Threat: a caseworker who wants that nobody is woken for a danger uses the server's timers as any member may. */
import { idBytes, timerId } from '@dayaq/sealing';
import { aWholeLook } from '../../../../apps/server/src/testing/look.ts';
import { startPushService } from '../../../../apps/server/src/testing/push-service.ts';
import { expect, test } from 'vitest';
import { Insider } from '../../../../worlds/devices/insider.ts';
import { expectOk, newCase, set, settle, startWorld } from '../../../../worlds/devices/world.ts';

const HOUR = 3_600_000;
const QUARTER = 900_000;

test('they are woken for each step, although a colleague takes its timers back, sets them himself to run out, and sets as many as there is room for', async () => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const maker = await startPushService();
  const world = await startWorld({ clock: now, reminders: { loopback: true, every: 25 } });
  try {
    const leyla = await world.found('Leyla', { now });
    const murad = await world.join(leyla, 'Murad', 'caseworker', { now });
    const { endpoint, p256dh, auth } = maker.subscribe('/to/leyla');
    expectOk(await leyla.vault.turnPushOn({ endpoint, p256dh, auth }));
    await settle(leyla);
    const id = await newCase(leyla, 'Zeinab');
    expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { owner: leyla.account })] }));
    const threat = set('threat', await leyla.vault.newId(), { type: ['kill'], credible: 'likely' });
    expectOk(await leyla.vault.save({ dossier: id, changes: [threat] }));
    await settle(leyla, murad);
    await leyla.vault.lock();

    const insider = await Insider.behind(world, murad);
    const row = (await murad.vault.dangers()).find((each) => each.dossier === id);
    if (row === undefined) throw new Error('no danger');
    await murad.vault.lock();
    const { record, at } = row.escalation.danger;
    const key = await insider.epochKey((await insider.charter()).epoch.number);
    // Every step, as every device reckons them; all that stand on the server are among them.
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, i) => timerId(key, ['danger', id, record, at + i * 2 * HOUR])),
    );
    const known = new Set(ids.map((each) => Buffer.from(each).toString('hex')));
    const { rows } = await world.server.data.db.pool.query<{ id: string }>(
      "select encode(timer_id, 'hex') as id from timers",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((each) => !known.has(each.id))).toEqual([]);

    const space = idBytes(insider.space);
    const past = Math.floor(now() / QUARTER) * QUARTER - QUARTER;
    const call = { space, position: 1000, timers: ids };
    expectOk(await insider.server.call('timers/clear', call));
    expectOk(await insider.server.call('timers/only', { ...call, timers: [] }));
    for (const accounts of [[idBytes(insider.account.id)], [idBytes(leyla.account as never)]]) {
      const timers = ids.map((timer) => ({ timer, at: past, accounts }));
      expectOk(await insider.server.call('timers/set', { space, timers }));
      await aWholeLook(world.server);
    }
    for (let n = 0; n < 20; n++) {
      const timers = Array.from({ length: 64 }, () => ({
        timer: crypto.getRandomValues(new Uint8Array(16)),
        at: past + 9000 * HOUR,
        accounts: [idBytes(insider.account.id)],
      }));
      expectOk(await insider.server.call('timers/set', { space, timers }));
    }
    // What he had her woken for already, too early, takes nothing from her: she is woken at the time of each step.
    let woken = maker.received.length;
    expect(woken).toBe(1);
    for (const step of [QUARTER, 4 * HOUR, 2 * HOUR, 2 * HOUR]) {
      ahead += step;
      await aWholeLook(world.server);
      expect(maker.received.length).toBe(++woken);
    }
  } finally {
    await world.stop();
    await maker.close();
  }
});
