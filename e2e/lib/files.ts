import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { theCase } from './cases.ts';
import type { Device } from './device.ts';

/** Opens the dialog that adds to the open case, behind its menu, and answers its picker. */
export async function startAddingFile(device: Device): Promise<Locator> {
  const { page, words } = device;
  const article = theCase(device);
  await article.getByRole('button', { name: words.t('cases.add.more'), exact: true }).click();
  await article.getByRole('button', { name: words.t('cases.add.file'), exact: true }).click();
  const choose = page
    .getByRole('dialog')
    .locator('label')
    .filter({ hasText: words.t('files.add.choose') });
  return choose.locator('input[type="file"]');
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

/** Opens a file, sees it checked, and saves it: what a person gets out of it, byte for byte. */
export async function saveOpened({ page, words }: Device, item: Locator): Promise<Buffer> {
  await item
    .getByRole('button', { name: words.t('files.item.open') })
    .first()
    .click();
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
