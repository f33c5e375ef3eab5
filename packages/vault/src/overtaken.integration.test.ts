/** Threat: a caseworker who is about to be removed writes a few words a second, so that no act ever stands right behind the log. */
import { idBytes } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from './adapters.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { expectOk, newCase, settle, startWorld, unheard, type World } from '../../../worlds/devices/world.ts';
import { fetchTransport } from './transport.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A pause that is the thing tested: the way of a slow network, and between two words. */
const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** A network with this way there and back, in milliseconds. */
function slow(origin: string, way: { ms: number }): Transport {
  const honest = fetchTransport(origin);
  return unheard({
    ...honest,
    async call(route, request, token) {
      await pause(way.ms);
      const answer = await honest.call(route, request, token);
      await pause(way.ms);
      return answer;
    },
  });
}

describe('an insider who writes a few times a second', () => {
  it('is removed all the same, and a case is closed meanwhile, over a slow network', async () => {
    const way = { ms: 0 };
    const leyla = await world.found('Leyla', { transport: slow(world.server.url, way) });
    const mallory = await world.join(leyla, 'Mallory');
    const id = await newCase(leyla, 'a case');
    const other = await newCase(leyla, 'to be closed');
    await settle(leyla, mallory, leyla);
    const evil = await Insider.behind(world, mallory);
    await mallory.vault.lock();
    const held = await evil.hold(id);
    if (typeof held === 'string') throw new Error(held);
    const view = await evil.view();
    const note = await leyla.vault.newId();
    way.ms = 300;
    let isOn = true;
    let sent = 0;
    const flooding = (async () => {
      while (isOn) {
        const words = { changes: [change('note', note, { text: String(sent) })], view };
        const entries = await evil.seal(held, [words]);
        const answer = await evil.server.call('entries/append', {
          space: idBytes(evil.space),
          generations: [],
          entries,
        });
        if (answer.ok) sent++;
        await pause(250);
      }
    })();
    expectOk(await leyla.vault.restrict({ dossier: other, to: [leyla.account] }));
    await leyla.vault.syncNow();
    expect((await leyla.vault.waiting()).filter(({ kind }) => kind === 'readers')).toEqual([]);
    expectOk(await leyla.vault.removeMember(mallory.account));
    isOn = false;
    await flooding;
    expect(sent).toBeGreaterThan(0);
    const charter = await evil.charter();
    expect(charter.members.get(mallory.account as never)?.removedSeq).not.toBeNull();
  });
});
