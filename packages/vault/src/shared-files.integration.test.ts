import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SealedFile } from '@dayaq/domain';
import {
  acquaint,
  type Device,
  expectOk,
  handOver,
  read,
  set,
  settle,
  shared,
  startWorld,
  type World,
} from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Larger than one chunk. */
const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251);

async function attach(device: Device, dossier: string): Promise<SealedFile> {
  const request = { dossier, name: 'letter.pdf', mediaType: 'application/pdf', bytes };
  const file = expectOk(await device.vault.addFile(request));
  const changes = [set('file', await device.vault.newId(), { blob: { ...file } })];
  expectOk(await device.vault.save({ dossier, changes }));
  return file;
}

describe('files of a shared dossier', () => {
  it('open on the other side until it is taken back', async () => {
    const ana = await world.found('Ana');
    const bahar = await world.found('Bahar');
    const elza = await world.join(bahar, 'Elza');
    const other = await world.found('Chingiz');
    await acquaint(ana, bahar);
    const id = await handOver(ana, bahar, { words: 'with a letter' });
    const from = await attach(ana, id);
    await settle(ana, bahar, elza);
    expect(expectOk(await bahar.vault.openFile({ dossier: id, file: from }))).toEqual(bytes);
    expect(await other.vault.openFile({ dossier: id, file: from })).toMatchObject({ ok: false });

    expectOk(await ana.vault.endShare({ dossier: id }));
    await settle(ana, bahar, elza, ana);
    expect(await shared(bahar, id)).toMatchObject({ state: 'ended', acknowledged: true });
    for (const device of [bahar, elza]) {
      expect(await device.keep.names('chunk/')).toEqual([]);
      expect(await device.keep.names('unsent/')).toEqual([]);
      expect(await device.vault.openFile({ dossier: id, file: from })).toMatchObject({ ok: false });
    }
    expect(await read(ana, id, 'words')).toBe('with a letter');
    expect(expectOk(await ana.vault.openFile({ dossier: id, file: from }))).toEqual(bytes);
  });
});
