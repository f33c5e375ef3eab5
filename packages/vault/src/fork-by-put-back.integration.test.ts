/**
 * A server that lies: it says to one that it was put back (with nothing lost), and to the other nothing. From then on the second is
 * shown a log of her own, in the life that the first believes to be over. Her words reach him; his never reach her.
 */
import { randomBytes } from 'node:crypto';
import { idBytes } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Forge, hostileTransport } from '../../../worlds/devices/hostile.ts';
import { positionOf } from '../../../worlds/devices/cut-log.ts';
import { leafOf } from './sync/open-page.ts';
import {
  type Device,
  expectOk,
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

async function beginAnotherLife(device: Device): Promise<void> {
  const space = Buffer.from(idBytes((await device.vault.status()).space as never));
  const { pool } = world.server.data.db;
  await pool.query(
    `insert into former_logs(space_id, number, log_id, until)
     select space_id, coalesce((select max(number) from former_logs f where f.space_id = s.space_id), 0) + 1, log_id, position
       from spaces s where space_id = $1`,
    [space],
  );
  await pool.query('update spaces set log_id = $2 where space_id = $1', [space, randomBytes(16)]);
}

interface Sent {
  dossier: Uint8Array;
  g: number;
  id: Uint8Array;
  sealed: Uint8Array;
}

describe.each(['says to Murad that it was put back', 'says nothing of the kind (control)'])(
  'a server that %s',
  (how) => {
    it('cannot keep two members in different histories while the words of one go to the other', async () => {
      const lie: { forge: Forge | null } = { forge: null };
      let ahead = 0;
      const leyla = await world.found('Leyla', {
        transport: unheard(hostileTransport(world.server.url, lie)),
        now: () => Date.now() + ahead,
      });
      const murad = await world.join(leyla, 'Murad');
      const id = await newCase(leyla, 'a case');
      await settle(leyla, murad, leyla, murad, leyla);
      const p = await positionOf(world, leyla);
      const own: LogItem[] = [];
      let log: unknown;
      let former: unknown;
      lie.forge = async (route, request, pass) => {
        if (route === 'entries/append') {
          const answer = await pass();
          if (answer === null) return undefined;
          for (const { dossier, g, id: entry, sealed } of request['entries'] as Sent[])
            own.push({ t: 'entry', p: p + own.length + 1, dossier, g, id: entry, sealed } as LogItem);
          return { ...answer, position: p + own.length };
        }
        if (route !== 'entries/pull') return undefined;
        const after = request['after'] as number;
        const answer = await pass({ ...request, after: Math.min(after, p) });
        if (answer === null) return undefined;
        log ??= answer['log'];
        former ??= answer['former'];
        const last = own.find((item) => item.p === after);
        const items = [...(answer['items'] as LogItem[]).filter((item) => item.p <= p), ...own].filter(
          (item) => item.p > after,
        );
        const at = last === undefined ? answer['at'] : await leafOf(last);
        return { ...answer, log, former, at, items, more: false, position: p + own.length };
      };
      await settle(leyla);
      if (how.startsWith('says to')) await beginAnotherLife(murad);
      await settle(murad);
      expectOk(
        await murad.vault.save({
          dossier: id,
          changes: [set('case', id, { summary: 'do not call her, he listens' })],
        }),
      );
      await settle(murad);
      ahead = 3_600_000;
      for (const alias of ['one', 'two', 'three', 'I call her at six']) {
        expectOk(await leyla.vault.save({ dossier: id, changes: [set('case', id, { alias })] }));
        await settle(leyla, murad);
      }
      const says = async ({ vault }: Device) => {
        const { sync, spaces } = await vault.status();
        return {
          problem: sync.problem,
          refused: sync.refused,
          disputes: spaces[0]?.disputes,
          restored: spaces[0]?.restored !== null,
        };
      };
      const report = {
        leylaReads: await read(leyla, id, 'summary'),
        muradReads: await read(murad, id, 'alias'),
        leyla: await says(leyla),
        murad: await says(murad),
      };
      expect(report.murad.disputes).toBeGreaterThan(0);
    });
  },
);
