/** Threat: the device's own haste is taken for a lying server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileTransport, type Forge } from '../../../../worlds/devices/hostile.ts';
import { expectOk, newCase, settle, startWorld, type World } from '../../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Turns of the event loop in which a reading that need not wait for another would have asked. */
const TURNS = 200;

it('an invitation that has to read the log first, while the log is being read anyway, is no lie of the server', async () => {
  const slow: { forge: Forge | null } = { forge: null };
  const leyla = await world.found('Leyla', { transport: hostileTransport(world.server.url, slow) });
  const rena = await world.join(leyla, 'Rena', 'coordinator');
  await settle(leyla, rena, leyla);
  let reading = 0;
  let refused = false;
  let done = false;
  slow.forge = async (route, _request, pass) => {
    if (route === 'charter/append') {
      const answer = await pass();
      refused = true;
      return answer ?? undefined;
    }
    if (route !== 'entries/pull') return undefined;
    const isFirst = ++reading === 1;
    const answer = await pass();
    // The first answer comes after all that the second led to, unless nobody asks a second time before it came. A pause
    // lets the others go on between two looks; the state decides.
    for (let turn = 0; isFirst && !done && turn < TURNS; turn += refused && reading === 1 ? 1 : 0)
      await new Promise((next) => setTimeout(next, 1));
    return answer ?? undefined;
  };
  // A nudge of this may begin the first reading, or Leyla does.
  await newCase(rena, 'meanwhile');
  await settle(rena);
  const synced = leyla.vault.syncNow();
  const invited = leyla.vault.invite({ role: 'caseworker', keyholder: false, days: 1 });
  expectOk(await invited);
  done = true;
  await synced;
  slow.forge = null;
  await settle(leyla);
  expect((await leyla.vault.disputes()).map(({ what }) => what)).toEqual([]);
  expect((await leyla.vault.status()).sync.problem).toBeNull();
});
