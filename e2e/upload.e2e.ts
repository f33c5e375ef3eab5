import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { unlock } from './lib/account.ts';
import { openCase } from './lib/cases.ts';
import { fileItems, saveOpened, sealFile, startAddingFile } from './lib/files.ts';
import { openSavedCase, quickCase } from './lib/intake.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** As the sealing cuts files. */
const CHUNK = 256 * 1024;

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
  const picker = await startAddingFile(phone);
  await picker.setInputFiles({ name: 'səs.ogg', mimeType: 'audio/ogg', buffer: recording });
  await sealFile(phone);
  await expect.poll(() => tried).toBeGreaterThan(before);
  await phone.kill();

  await phone.open();
  let sent = 0;
  phone.context.on('response', (response) => {
    if (response.url().endsWith('/blobs/put') && response.ok()) sent++;
  });
  await phone.goto('/');
  await unlock(phone, phoneKeys.passphrase);
  await openCase(laptop, 'Nərgiz');
  await expect.poll(() => sent).toBe(chunks - before);
  const opened = await saveOpened(laptop, fileItems(laptop));
  expect(sha256(opened)).toBe(sha256(recording));
  expect(sent).toBe(chunks - before);
});
