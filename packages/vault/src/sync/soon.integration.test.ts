import { toBase64url } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchTransport } from '../transport.ts';
import { until } from '../../../../apps/server/src/testing/until.ts';
import { expectOk, newCase, set, startWorld, type World } from '../../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('what is saved at the very end of a turn is sent at once, not a minute later', async () => {
  const before = await world.found('Leyla');
  const id = await newCase(before, 'Zeinab');
  const threat = set('threat', await before.vault.newId(), { type: ['kill'], credible: 'likely' });
  expectOk(await before.vault.save({ dossier: id, changes: [threat] }));
  await before.vault.syncNow();
  await before.vault.lock();

  let atTheEnd: (() => Promise<unknown>) | null = null;
  const honest = fetchTransport(world.server.url);
  const { vault } = await world.reopen(before, {
    transport: {
      ...honest,
      async call(route, request, token) {
        const answer = await honest.call(route, request, token);
        // The last call of a turn in which something dangerous waits; nothing was sent, so no nudge will come of it.
        if (route === 'push/listeners' && atTheEnd !== null) {
          const work = atTheEnd;
          atTheEnd = null;
          await work();
        }
        return answer;
      },
    },
  });
  let isSaved = false;
  atTheEnd = async () => {
    expectOk(await vault.save({ dossier: id, changes: [set('case', id, { summary: 'Late' })] }));
    isSaved = true;
  };
  // Sooner than the next turn would have come by itself.
  await until(
    'what was saved at the end of the turn, sent',
    async () => isSaved && (await vault.waiting()).length === 0,
    50_000,
  );
});

test('what only asks makes no turn: a page that asks anew whenever it is told would make one after the other', async () => {
  const timers: number[] = [];
  const { vault, account } = await world.found('Zeynab', {
    // Nobody tells this device of anything: what is put on the clock is so by its own.
    transport: {
      ...fetchTransport(world.server.url),
      async *nudges(_, signal) {
        await new Promise((over) => signal.addEventListener('abort', over));
        yield;
      },
    },
    later: (ms, run) => {
      timers.push(ms);
      // A pause of the device itself, as it would be: the test only counts them.
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  await vault.syncNow();
  timers.length = 0;
  const nothing = toBase64url(new Uint8Array(32));
  expectOk(await vault.roster());
  expectOk(await vault.removalEffects(account));
  expectOk(await vault.surveyCodes(nothing));
  await Promise.all([vault.publishedSurvey(nothing), vault.publishedSound(nothing)]);
  await Promise.all([vault.members(), vault.invitations(), vault.peers(), vault.comparisons(), vault.door()]);
  expect(timers).toEqual([]);
});
