import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyBundle } from '@dayaq/bundle/verify';
import { expect, test } from 'vitest';
import { openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { openSavedCase, quickCase } from './lib/intake.ts';
import { photoWithPlace } from './lib/photo.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('a photo from the phone: the copy to pass on has lost its place, the colleague opens the very original', async () => {
  const { laptop, phone } = await aTeam(await worlds.start(), ['en', 'az']);
  await quickCase(phone, 'Ülkər', 'Şəkli var.');
  await openSavedCase(phone);
  const photo = await photoWithPlace(phone.page);
  expect(carriesPlace(photo)).toBe(true);
  const path = join(phone.profile, '..', 'IMG_20261120_104512.jpg');
  await writeFile(path, photo);

  const { page, words } = phone;
  await theCase(phone)
    .getByRole('button', { name: words.t('cases.add.more'), exact: true })
    .click();
  await theCase(phone)
    .getByRole('button', { name: words.t('cases.add.file'), exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  const camera = dialog.getByLabel(words.t('files.add.camera'), { exact: true });
  expect(await camera.getAttribute('capture')).toBe('environment');
  expect(await camera.getAttribute('accept')).toBe('image/*');
  await camera.setInputFiles(path);
  await dialog.getByText(words.t('files.add.placeInside')).waitFor();
  await photograph(phone, 'files-place-inside');
  await dialog
    .getByLabel(words.label('kinds', 'file', 'fields', 'description'), { exact: true })
    .fill('Qapıdakı yazı');
  await dialog.getByRole('button', { name: words.t('files.add.save'), exact: true }).click();
  await theCase(phone).getByText('Qapıdakı yazı').first().waitFor();
  // A camera calls a picture by its date and time: that name goes no further.
  expect(await theCase(phone).innerText()).not.toContain('IMG_2026');

  await openCase(laptop, 'Ülkər');
  const file = theCase(laptop).locator('.file-item').filter({ hasText: 'Qapıdakı yazı' });
  await file.getByText(laptop.words.t('files.item.details'), { exact: true }).click();
  expect(await file.locator('.file-hash').last().innerText()).toBe(sha256(photo));
  const copy = await opened(laptop, laptop.words.t('files.item.openNamed', { name: 'Qapıdakı yazı' }));
  expect(copy.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect(carriesPlace(copy)).toBe(false);
  expect(copy.includes('Exif')).toBe(false);
  expect(sha256(copy)).not.toBe(sha256(photo));
  const original = await opened(laptop, laptop.words.t('files.item.openOriginal'));
  expect(sha256(original)).toBe(sha256(photo));

  // A court gets the original with its sheet, signed; whoever receives it finds one changed byte.
  const { page: desk, words: said } = laptop;
  const makeBundle = async () => {
    await desk.getByRole('button', { name: said.t('cases.head.more'), exact: true }).click();
    await desk.getByRole('link', { name: said.t('files.bundle.title'), exact: true }).click();
    await desk.getByRole('checkbox', { name: said.label('codes', 'file-copies', 'original') }).check();
    await desk
      .getByLabel(said.label('kinds', 'custody', 'fields', 'to'), { exact: true })
      .fill('Nəsimi rayon məhkəməsi');
    await photograph(laptop, 'files-bundle');
    await desk.getByRole('button', { name: said.t('files.bundle.make'), exact: true }).click();
    await desk.getByText(said.t('files.bundle.made')).waitFor();
  };
  await makeBundle();
  // Who leaves without saving it has handed nothing over, and no sheet says so.
  await openCase(laptop, 'Ülkər');
  await file.getByText(said.t('files.item.details'), { exact: true }).click();
  await file.getByText(said.label('codes', 'received-ways', 'from-device')).waitFor();
  expect(await file.innerText()).not.toContain('Nəsimi');
  await makeBundle();
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: said.t('files.bundle.save'), exact: true }).click();
  await desk.getByText(said.t('files.bundle.noted')).waitFor();
  const bundle = new Uint8Array(await readFile(await (await download).path()));
  const verdict = await verifyBundle(bundle);
  expect(verdict.problems).toEqual([]);
  expect(verdict.files.map((each) => each.sha256)).toContain(sha256(photo));
  expect(await desk.locator('.file-hash').innerText()).toBe(verdict.fingerprint);
  expect(new TextDecoder().decode(bundle)).not.toContain('Nəsimi');
  const at = Buffer.from(bundle).indexOf(photo) + 1000;
  bundle[at] = (bundle[at] ?? 0) ^ 1;
  expect((await verifyBundle(bundle)).problems).toEqual([
    { what: 'heading', at: 'files/001-original.jpeg' },
    { what: 'changed', at: 'files/001-original.jpeg' },
  ]);
  // It stands on the sheet, for everybody in the case.
  const sheet = theCase(phone).locator('.custody-steps');
  await theCase(phone).getByText(words.t('files.item.details'), { exact: true }).click();
  await sheet.getByText('Nəsimi rayon məhkəməsi').waitFor();
  await sheet.getByText(words.label('codes', 'received-ways', 'from-device')).waitFor();
  await photograph(phone, 'files-custody-sheet');
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The degrees that the photo was given, as EXIF writes them. */
const carriesPlace = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from([0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 22, 0, 0, 0, 1]));

/** Opens a file in the case, sees that the page found it unchanged, and saves a copy. */
async function opened({ page, words }: Device, button: string): Promise<Buffer> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const viewer = page.getByRole('dialog');
  await viewer.getByText(words.t('files.view.unchanged')).waitFor();
  await viewer.getByRole('button', { name: words.t('files.view.save'), exact: true }).click();
  const download = page.waitForEvent('download');
  await viewer.getByRole('link', { name: words.t('files.view.saveSure'), exact: true }).click();
  const bytes = await readFile(await (await download).path());
  await viewer.getByRole('button', { name: words.t('shell.close'), exact: true }).click();
  return bytes;
}
