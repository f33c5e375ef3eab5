import { readEntry } from '@dayaq/journal';
import { type DossierId, type EntryId, generationCipher, idText } from '@dayaq/sealing';
import type { LogItem } from '@dayaq/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutLog, positionOf } from '../../../worlds/devices/cut-log.ts';
import { Insider } from '../../../worlds/devices/insider.ts';
import { hostile } from '../../../worlds/devices/openings.ts';
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
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Sent {
  dossier: Uint8Array;
  g: number;
  id: Uint8Array;
  sealed: Uint8Array;
}

/** The operator cuts the log's end off, keeping its identity: no restore, a lie. */
const cutOff = (device: Device, position: number) => cutLog(world, device, position, null);

describe('a server that cuts its log short and says nothing of it', () => {
  it('opens to nobody a case that was restricted from its first word', async () => {
    const leyla = await world.found('Leyla');
    const nigar = await world.join(leyla, 'Nigar');
    await newCase(leyla, 'ordinary');
    await settle(leyla, nigar, leyla, nigar);
    const before = await positionOf(world, leyla);
    const quiet = await newCase(leyla, 'quiet, for Leyla alone', []);
    await settle(leyla, nigar, leyla, nigar);
    expect(await read(nigar, quiet, 'alias')).toBeUndefined();
    expect((await leyla.vault.status()).sync).toMatchObject({ waiting: 0 });
    await cutOff(leyla, before);
    await nigar.vault.syncNow();
    for (let i = 0; i < 3; i++) await settle(leyla, nigar);
    expect(await read(nigar, quiet, 'alias')).toBeUndefined();
  });

  it('is sent nothing more of a closed case under the key that the excluded still hold', async () => {
    const { device: leyla, lie } = await hostile(world, 'Leyla');
    const mallory = await world.join(leyla, 'Mallory');
    const id = await newCase(leyla, 'a case');
    await settle(leyla, mallory, leyla, mallory);
    const evil = await Insider.behind(world, mallory);
    const held = await evil.hold(id);
    if (typeof held === 'string') throw new Error(held);
    const cut = (await evil.place()).position;
    expectOk(await leyla.vault.restrict({ dossier: id, to: [] }));
    await settle(leyla, leyla);
    expectOk(
      await leyla.vault.save({
        dossier: id,
        changes: [set('case', id, { summary: 'after it was closed to Mallory' })],
      }),
    );
    await settle(leyla, leyla);
    const heard: string[] = [];
    let first = true;
    lie.forge = async (route, request, pass) => {
      if (route === 'entries/append') {
        for (const e of request['entries'] as Sent[]) {
          if (idText<DossierId>(e.dossier) !== id || e.g !== held.header.generation) continue;
          const cipher = await generationCipher(held.key);
          const plain = await cipher.open(
            {
              space: held.header.space,
              dossier: held.header.dossier,
              generation: e.g,
              entry: idText<EntryId>(e.id),
            },
            e.sealed,
          );
          if (plain.ok) {
            const r = await readEntry(plain.value);
            if (r.ok) heard.push(JSON.stringify(r.value.changes));
          }
        }
        return { position: cut + 50 };
      }
      if (route !== 'entries/pull') return undefined;
      const answer = await pass();
      if (answer === null) return undefined;
      if (first) {
        first = false;
        return { ...answer, at: new Uint8Array(32) };
      }
      return { ...answer, items: (answer['items'] as LogItem[]).filter(({ p }) => p <= cut), more: false };
    };
    await leyla.vault.syncNow();
    expectOk(
      await leyla.vault.save({ dossier: id, changes: [set('case', id, { summary: 'the newest words' })] }),
    );
    await leyla.vault.syncNow();
    expect(heard.join()).not.toContain('closed to Mallory');
  });
});
