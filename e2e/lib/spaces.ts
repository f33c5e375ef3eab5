import type { Locator } from 'playwright-core';
import type { Device } from './device.ts';
import { openMore } from './navigate.ts';

/** The list of organisations over the page. */
export const spacesOf = ({ page, words }: Device): Locator =>
  page.getByRole('dialog', { name: words.t('spaces.menu.title'), exact: true });

/** The button at the top that says in which organisation one works. */
export const spaceButton = ({ page, words }: Device, organisation: string): Locator =>
  page.getByRole('button', { name: words.t('spaces.menu.open', { organisation }), exact: true });

/** Opens the list by the button at the top; where a phone has one organisation only, among "more". */
export async function openSpaces(device: Device, organisation: string): Promise<void> {
  const atTop = spaceButton(device, organisation);
  if (device.options.size === 'phone' && !(await atTop.isVisible())) {
    await openMore(device);
    await atTop.waitFor();
  }
  await atTop.click();
  await spacesOf(device).waitFor();
}

/** Chooses another organisation at the top. */
export async function switchTo(device: Device, from: string, to: string): Promise<void> {
  await openSpaces(device, from);
  await spacesOf(device).getByRole('listitem').filter({ hasText: to }).getByRole('button').click();
  await spaceButton(device, to).waitFor();
}

/** Pastes an invitation or founding link into the list of organisations. */
export async function pasteLink(device: Device, organisation: string, link: string): Promise<void> {
  const { words } = device;
  await openSpaces(device, organisation);
  const list = spacesOf(device);
  await list.getByLabel(words.t('spaces.further.link'), { exact: true }).fill(link);
  await list.getByRole('button', { name: words.t('account.link.act'), exact: true }).click();
  await list.waitFor({ state: 'detached' });
}

/** Looks over this organisation or over all, where that can be chosen. */
export async function lookOver(device: Device, where: Locator, what: string): Promise<void> {
  const choice = where.getByRole('group', { name: device.words.t('spaces.scope.label'), exact: true });
  await choice.getByRole('button', { name: what, exact: true }).click();
  await choice.getByRole('button', { name: what, exact: true, pressed: true }).waitFor();
}
