import { idText } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import { leafOf } from './sync/open-page.ts';
import { hostile } from '../../../worlds/devices/openings.ts';
import { expectOk, newCase, read, settle, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a server that says that it was put back, and was not', () => {
  it('puts no words of a removed member in front of the removal', async () => {
    const { device: leyla, lie } = await hostile(world, 'Leyla');
    const rena = await world.join(leyla, 'Rena');
    const id = await newCase(leyla, 'a case');
    await settle(leyla, rena, leyla);
    const evil = await Insider.behind(world, rena);
    const held = await evil.hold(id);
    if (typeof held === 'string') throw new Error(held);
    const view = await evil.view();
    const until = view.place!.position - 1;
    expectOk(await leyla.vault.removeMember(rena.account));
    await settle(leyla, leyla);
    await newCase(leyla, 'after the removal');
    await settle(leyla, leyla);
    // Long afterwards the removed member signs something.
    const note = await leyla.vault.newId();
    const [slipped] = await evil.seal(held, [
      {
        changes: [
          change('note', note, { text: 'slipped in' }),
          change('case', id, { alias: 'renamed by Rena' }),
        ],
        view,
      },
    ]);
    const newLog = crypto.getRandomValues(new Uint8Array(16));
    lie.forge = async (route, request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const whole = await pass({ ...request, after: 0, limit: 2000 });
      if (whole === null) return undefined;
      const items: LogItem[] = [];
      for (const item of whole['items'] as LogItem[]) {
        if (item.p === until + 1)
          items.push({
            t: 'entry',
            p: until + 1,
            dossier: slipped!.dossier,
            g: slipped!.g,
            id: slipped!.id,
            sealed: slipped!.sealed,
          } as LogItem);
        items.push(item.p > until ? { ...item, p: item.p + 1 } : item);
      }
      const after = request['after'] as number;
      const at = items.find(({ p }) => p === after);
      return {
        ...whole,
        log: newLog,
        former: [{ log: whole['log'] as Uint8Array, until }],
        at: at ? await leafOf(at) : null,
        items: items.filter(({ p }) => p > after),
        position: items.at(-1)!.p,
        more: false,
      };
    };
    await leyla.vault.syncNow();
    await leyla.vault.syncNow();
    expect(await read(leyla, id, 'alias')).toBe('a case');
  });

  it('does not show a newcomer less than whoever let them in had seen without their being told', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    await settle(leyla, nigar);
    const cut = (await (await Insider.behind(world, nigar)).place()).position;
    const id = await newCase(nigar, 'newer than what the server shows');
    await settle(nigar, leyla);
    const newLog = crypto.getRandomValues(new Uint8Array(16));
    const forge: Forge = async (route, request, pass) => {
      if (route !== 'entries/pull') return undefined;
      const answer = await pass({ ...request, after: 0, limit: 2000 });
      if (answer === null) return undefined;
      const items = (answer['items'] as LogItem[]).filter(
        (item) => item.t === 'charter' || item.t === 'closed' || idText(item.dossier) !== id,
      );
      const after = request['after'] as number;
      const at = items.find(({ p }) => p === after);
      return {
        ...answer,
        log: newLog,
        former: [{ log: answer['log'], until: cut }],
        at: at ? await leafOf(at) : null,
        items: items.filter(({ p }) => p > after),
        more: false,
      };
    };
    const fatima = await world.join(leyla, 'Fatima', 'caseworker', {
      transport: hostileTransport(world.server.url, { forge }),
    });
    await fatima.vault.syncNow();
    await fatima.vault.syncNow();
    expect((await fatima.vault.status()).sync.problem?.code).toBe('server-lies');
  });
});
