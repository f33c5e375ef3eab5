/**
 * A member who was removed, with a friend in another organisation to which a dossier was handed over. The server is honest, and
 * was put back once, long ago, with nothing lost.
 */
import {
  generationCipher,
  idBytes,
  openSharedGeneration,
  readGeneration,
  spaceGrantOf,
  type SpaceId,
} from '@dayaq/sealing';
import { writeEntry } from '@dayaq/journal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../worlds/devices/backup.ts';
import { change, Insider } from '../../../worlds/devices/insider.ts';
import {
  acquaint,
  expectOk,
  handOver,
  read,
  settle,
  spaceOfDevice,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a removed member, whose friend answers for another organisation', () => {
  it('writes nothing into what was handed over to it', async () => {
    const leyla = await world.found('Leyla');
    const rena = await world.join(leyla, 'Rena');
    const mallory = await world.join(leyla, 'Mallory');
    const bella = await world.found('Bella');
    await acquaint(leyla, bella);
    await settle(leyla, rena, mallory, bella);
    const insider = await Insider.behind(world, mallory);
    const known = await insider.view();
    await (await backUp(world))();
    await settle(leyla, rena, mallory, bella, leyla, rena);
    expectOk(await leyla.vault.removeMember(mallory.account));
    await settle(leyla, rena, bella, leyla);
    // It is made after Mallory was removed: they never saw it.
    const id = await handOver(leyla, bella, { words: 'as Leyla wrote it' });
    await settle(leyla, bella, leyla, rena);

    const owner = (await spaceOfDevice(leyla)) as SpaceId;
    const friend = await Insider.behind(world, bella);
    const page = await friend.server.call('shares/pull', {
      space: idBytes(friend.space),
      owner: idBytes(owner),
      dossier: idBytes(id as never),
      after: 0,
      limit: 2000,
    });
    if (!page.ok) throw new Error(page.code);
    const item = page.value.items.findLast((each) => each.t === 'generation');
    const header = item?.t === 'generation' ? await readGeneration(item.header) : null;
    if (header?.ok !== true) throw new Error('no header');
    const granted = spaceGrantOf(header.value);
    if (granted === null) throw new Error('not granted');
    const key = await openSharedGeneration(header.value, {
      space: friend.space,
      epochKey: await friend.epochKey(granted.epoch),
    });
    if (!key.ok) throw new Error('no key');
    // Signed by Mallory after the removal, with a place from before the restore; sealed and sent by the friend.
    const forged = await writeEntry(
      {
        space: owner,
        dossier: id as never,
        author: insider.account.id,
        time: Date.now(),
        heads: [],
        view: known,
        changes: [change('handover', id, { words: 'as Mallory has it' })],
      },
      insider.account.signing,
    );
    const g = header.value.generation;
    const cipher = await generationCipher(key.value);
    const sealed = await cipher.seal(
      { space: owner, dossier: id as never, generation: g, entry: forged.entry.id },
      forged.bytes,
    );
    const sent = await friend.server.call('shares/append', {
      space: idBytes(friend.space),
      owner: idBytes(owner),
      dossier: idBytes(id as never),
      entries: [{ g, id: idBytes(forged.entry.id), sealed }],
    });
    const named = await friend.sendReceived(owner, id, [
      { changes: [change('handover', id, { accepted: 1 })], heads: [forged.entry.id] },
    ]);
    await settle(leyla, rena, bella, leyla, rena);
    const history = expectOk(await leyla.vault.history(id));
    const report = {
      sent: sent.ok ? 'ok' : sent.code,
      named,
      leyla: await read(leyla, id, 'words'),
      rena: await read(rena, id, 'words'),
      bella: await read(bella, id, 'words'),
      byMallory: history.filter(({ by }) => by === mallory.account).length,
      refused: (await leyla.vault.status()).sync.refused,
      disputes: (await leyla.vault.status()).spaces[0]?.disputes,
      overstepped: (await leyla.vault.overstepped()).total,
    };
    expect(report.byMallory).toBe(0);
    expect(expectOk(await leyla.vault.dossier(id)).records[0]?.fields['words']).toMatchObject({
      value: 'as Leyla wrote it',
      alternatives: [],
    });
  });
});
