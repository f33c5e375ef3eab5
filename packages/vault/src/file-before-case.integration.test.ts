import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Device, expectOk, set, startWorld, type World } from '../../../worlds/devices/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const VOICE = new Uint8Array(300_000).fill(7);

/** Seals a recording for a case that does not exist yet. */
async function recorded(device: Device) {
  const dossier = await device.vault.newId();
  const request = { dossier, name: 'voice.weba', mediaType: 'audio/webm', bytes: VOICE };
  return { dossier, file: expectOk(await device.vault.addFile(request)) };
}

const chunksOf = async (device: Device, blob: string) => (await device.keep.names(`chunk/${blob}/`)).length;

it('what is recorded while a case is taken down waits for the case, and goes out behind it', async () => {
  const device = await world.found('Rena');
  const { dossier, file } = await recorded(device);
  await device.vault.syncNow();
  expect(await chunksOf(device, file.blob)).toBe(2);
  expect((await device.vault.status()).sync.problem).toBeNull();

  const changes = [
    set('case', dossier, { alias: 'Zeinab' }),
    set('file', await device.vault.newId(), { file: { ...file }, role: 'recording' }),
  ];
  expectOk(await device.vault.save({ dossier, changes }));
  await device.vault.syncNow();
  expect((await device.vault.status()).sync).toMatchObject({ waiting: 0, held: 0, problem: null });
  expect(await device.vault.waiting()).toEqual([]);
  expect(expectOk(await device.vault.openFile({ dossier, file }))).toEqual(VOICE);
  expect(await device.vault.dropFile({ dossier, blob: file.blob })).toMatchObject({
    ok: false,
    failure: { code: 'not-allowed' },
  });
});

it('a recording that is taken away before the case is saved is destroyed here, and waits for nothing', async () => {
  const device = await world.found('Leyla');
  const { dossier, file } = await recorded(device);
  expectOk(await device.vault.dropFile({ dossier, blob: file.blob }));
  expect(await chunksOf(device, file.blob)).toBe(0);
  expect(await device.vault.waiting()).toEqual([]);
  expect(await device.vault.dropFile({ dossier, blob: file.blob })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  });
});
