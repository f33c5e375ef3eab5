import type { LogItem } from '@dayaq/protocol';
import { type DossierId, idBytes, newEpochKey, readGeneration, startGeneration } from '@dayaq/sealing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  expectOk,
  lyingTransport,
  newCase,
  read,
  set,
  settle,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';
import { Insider } from '../../../worlds/devices/insider.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a member who is excluded from a case, with the server’s help', () => {
  it('can neither take the case over by a generation of its own, nor make the readers lose it', async () => {
    const seen: Uint8Array[] = [];
    const lie: { item: LogItem | null } = { item: null };
    const transport = lyingTransport(world.server.url, (route, _request, answer) => {
      if (route !== 'entries/pull') return answer;
      const page = answer as { items: LogItem[]; position: number; more: boolean };
      for (const item of page.items) if (item.t === 'generation') seen.push(item.header);
      if (lie.item === null) return answer;
      const forged = { ...lie.item, p: page.position + 1 };
      return { ...page, items: [...page.items, forged], position: page.position + 1 };
    });
    const leyla = await world.found('Leyla');
    const reader = await world.join(leyla, 'Reader', 'caseworker', { transport });
    const excluded = await world.join(leyla, 'Excluded');
    const id = await newCase(leyla, 'conflict of interest', [reader.account]);
    await settle(leyla, reader, excluded);

    const headers = await Promise.all(seen.map((bytes) => readGeneration(bytes)));
    const genuine = headers.flatMap((each) => (each.ok && each.value.dossier === id ? [each.value] : []))[0];
    if (genuine === undefined) throw new Error('the reader saw no header');
    const author = await accountOf(excluded);
    const forged = await startGeneration({
      space: genuine.space,
      dossier: id as DossierId,
      epoch: genuine.epoch,
      epochKey: newEpochKey(),
      author,
      time: Date.now(),
      restrictedTo: [author.public],
      previous: { header: genuine, key: newEpochKey() },
      view: await (await Insider.behind(world, excluded)).view(),
    });
    lie.item = { t: 'generation', p: 0, dossier: idBytes(id as DossierId), header: forged.bytes };
    await reader.vault.syncNow();
    lie.item = null;
    expect(await read(reader, id, 'alias')).toBe('conflict of interest');
    expect((await reader.vault.status()).sync.refused).toBeGreaterThan(0);

    expectOk(
      await reader.vault.save({
        dossier: id,
        changes: [set('case', id, { summary: 'only for the readers' })],
      }),
    );
    await settle(reader, leyla, excluded, leyla);
    expect(await read(leyla, id, 'summary')).toBe('only for the readers');
    expect(await read(excluded, id, 'summary')).toBeUndefined();
  });
});
