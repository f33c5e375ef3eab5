import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { theCase } from './cases.ts';
import type { Device } from './device.ts';

export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A picture with something on it, as a camera's program would encode it. */
export async function picture({ page }: Device): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#f4efe6';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#1f4e79';
    pen.fillRect(80, 60, 200, 300);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** The two ways of adding to the open case, behind its menu. */
export async function startAddingFile(device: Device): Promise<{ camera: Locator; picker: Locator }> {
  const { page, words } = device;
  const article = theCase(device);
  await article.getByRole('button', { name: words.t('cases.add.more'), exact: true }).click();
  await article.getByRole('button', { name: words.t('cases.add.file'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const input = (label: string) =>
    dialog.locator('label').filter({ hasText: label }).locator('input[type="file"]');
  return { camera: input(words.t('files.add.camera')), picker: input(words.t('files.add.choose')) };
}

/** Seals what was chosen; when the dialog has gone, it is kept on the device. */
export async function sealFile({ page, words }: Device): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.t('files.add.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The files of the open case. */
export function fileItems(device: Device): Locator {
  return theCase(device).locator('.file-item');
}

/** Opens a file's clean copy or original, sees it checked, and saves it: what a person gets out of it, byte for byte. */
export async function saveOpened(device: Device, item: Locator, which: 'copy' | 'original'): Promise<Buffer> {
  const { page, words } = device;
  if (which === 'copy')
    await item
      .getByRole('button', { name: words.t('files.item.open') })
      .first()
      .click();
  else {
    await item.getByText(words.t('files.item.details'), { exact: true }).click();
    await item.getByRole('button', { name: words.t('files.item.openOriginal'), exact: true }).click();
  }
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.t('files.view.unchanged')).waitFor();
  await dialog.getByRole('button', { name: words.t('files.view.save'), exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('link', { name: words.t('files.view.saveSure'), exact: true }).click();
  const bytes = await readFile(await (await download).path());
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return bytes;
}
