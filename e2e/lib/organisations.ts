import type { Language } from '@dayaq/locale';
import { found } from './account.ts';
import type { Device, Size } from './device.ts';
import { go } from './navigate.ts';
import type { World } from './world.ts';

/** One organisation with one person who may do everything. The first founds on the server's own link. */
export async function anOrganisation(
  world: World,
  {
    size,
    language,
    organisation,
    name,
  }: { size: Size; language: Language; organisation: string; name: string },
  link: string = world.server.foundingLink,
): Promise<Device> {
  const device = await world.device(size, language);
  await found(device, link, { organisation, name });
  return device;
}

/** Two organisations learn each other's keys, as people do it: one gives a link, the other answers it. */
export async function introduce(
  one: Device,
  other: Device,
  names: { one: string; other: string },
): Promise<void> {
  await go(one, 'people');
  await one.page.getByRole('button', { name: one.words.t('people.peers.make'), exact: true }).click();
  const offer = one.page.getByRole('dialog', { name: one.words.t('people.peers.madeTitle') });
  const link = await offer.locator('.share-link').innerText();
  await offer.getByRole('button', { name: one.words.t('shell.close'), exact: true }).click();

  await go(other, 'people');
  await other.page.getByRole('button', { name: other.words.t('people.peers.accept'), exact: true }).click();
  const answer = other.page.getByRole('dialog', { name: other.words.t('people.peers.acceptTitle') });
  await answer.getByLabel(other.words.t('people.peers.linkLabel'), { exact: true }).fill(link);
  const act = { name: other.words.t('people.peers.acceptAct'), exact: true };
  await answer.getByRole('button', act).click();
  await other.page.getByRole('main').getByRole('button', act).click();
  await other.page.getByRole('main').getByText(names.one, { exact: true }).waitFor();
  // The first learns of the answer at its next look.
  await one.page.getByRole('main').getByText(names.other, { exact: true }).waitFor({ timeout: 90_000 });
}
