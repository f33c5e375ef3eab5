import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPhotoMetadata } from '../apps/workspace/src/files/photo-metadata.ts';
import { exifWithPlace } from '../apps/workspace/src/files/testing/exif.ts';
import { unlock } from './lib/account.ts';
import { openCase } from './lib/cases.ts';
import { fileItems, picture, saveOpened, sealFile, startAddingFile } from './lib/files.ts';
import { openSavedCase, quickCase } from './lib/intake.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** As the sealing cuts files. */
const CHUNK = 256 * 1024;

test('a photo with its place inside: a clean copy to look at, and the same original on a colleague’s screen', async () => {
  const { laptop, phone } = await aTeam(await worlds.start(), ['en', 'az']);
  await quickCase(phone, 'Lalə', 'Qapısının şəkli var.');
  await openSavedCase(phone);
  const original = Buffer.from(exifWithPlace(await picture(phone)));
  expect(readPhotoMetadata(original)).toMatchObject({ hasPlace: true, hasDevice: true });

  const { camera, picker } = await startAddingFile(phone);
  expect(await camera.getAttribute('capture')).toBe('environment');
  expect(await camera.getAttribute('accept')).toBe('image/*');
  expect(await picker.getAttribute('capture')).toBeNull();
  expect(await picker.getAttribute('accept')).toContain('application/pdf');
  await phone.offline();
  await camera.setInputFiles({ name: 'IMG_20231104_211305.jpg', mimeType: 'image/jpeg', buffer: original });
  await phone.page.getByText(phone.words.t('files.add.placeInside')).waitFor();
  await photograph(phone, 'file-place-inside');
  await sealFile(phone);
  const kept = fileItems(phone);
  expect(await kept.innerText()).not.toContain('20231104');
  const copy = await saveOpened(phone, kept, 'copy');
  expect(readPhotoMetadata(copy)).toEqual({ blocks: [], hasPlace: false, hasDevice: false, takenOn: null });
  for (const trace of ['Exif', 'Phone', '2023:11:04']) expect(copy.includes(trace)).toBe(false);
  await phone.online();

  await openCase(laptop, 'Lalə');
  const seen = fileItems(laptop);
  await seen.waitFor();
  await phone.page.getByText(phone.words.t('shell.state.sending', { count: 1 })).waitFor({ state: 'hidden' });
  expect(sha256(await saveOpened(laptop, seen, 'original'))).toBe(sha256(original));
  expect((await seen.innerText()).toLowerCase()).toContain(sha256(original));
  await photograph(laptop, 'file-laptop');
  expect(sha256(await saveOpened(laptop, seen, 'copy'))).toBe(sha256(copy));
});

test('a file of 3 MiB goes on where the network, and then the browser, was cut', async () => {
  const { laptop, phone, phoneKeys } = await aTeam(await worlds.start(), ['ru', 'az']);
  await quickCase(phone, 'Nərgiz', 'Səs yazısı var.');
  await openSavedCase(phone);
  const recording = Buffer.alloc(3 * 1024 * 1024);
  for (let at = 0; at < recording.length; at += 4)
    recording.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
  const chunks = Math.ceil(recording.length / CHUNK);

  // The network lets a few chunks through and then goes away.
  const before = 4;
  let tried = 0;
  await phone.context.route('**/blobs/put', async (route) => {
    tried++;
    if (tried <= before) await route.continue();
    else await route.abort('internetdisconnected');
  });
  const { picker } = await startAddingFile(phone);
  await picker.setInputFiles({ name: 'səs.ogg', mimeType: 'audio/ogg', buffer: recording });
  await sealFile(phone);
  await expect.poll(() => tried, { timeout: 20_000 }).toBeGreaterThan(before);
  await phone.kill();

  await phone.open();
  let sent = 0;
  phone.context.on('requestfinished', (request) => {
    if (request.url().endsWith('/blobs/put')) sent++;
  });
  await phone.goto('/');
  await unlock(phone, phoneKeys.passphrase);
  await openCase(laptop, 'Nərgiz');
  await expect.poll(() => sent, { timeout: 20_000 }).toBe(chunks - before);
  const opened = await saveOpened(laptop, fileItems(laptop), 'copy');
  expect(sha256(opened)).toBe(sha256(recording));
  expect(sent).toBe(chunks - before);
});
