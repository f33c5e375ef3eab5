import type { Locator } from 'playwright-core';
import type { Device } from './device.ts';
import { fillField, type Entered } from './fields.ts';
import { answersTo } from './cases.ts';
import { go } from './navigate.ts';

/** The provider on the page. */
export function theProvider({ page, words }: Device): Locator {
  return page.getByRole('article', { name: words.label('kinds', 'provider', 'one'), exact: true });
}

/** Writes down somebody new by the page's form; the provider's page stands there afterwards. */
export async function addProvider(
  device: Device,
  fields: { name: string; serves: readonly string[]; service?: string; area?: string } & Record<
    string,
    Entered | undefined
  >,
): Promise<void> {
  const { page, words } = device;
  await go(device, 'services');
  await page
    .getByRole('main')
    .getByRole('link', { name: words.t('services.new.short'), exact: true })
    .click();
  const main = page.getByRole('main');
  await main.getByRole('heading', { name: words.t('services.new.provider'), exact: true }).waitFor();
  const named = (kind: 'provider' | 'service') =>
    main.getByLabel(words.label('kinds', kind, 'fields', 'name'), { exact: true });
  await named('provider').fill(fields.name);
  if (fields.service !== undefined) await named('service').fill(fields.service);
  await fillField(main, words, ['service', 'serves'], fields.serves);
  if (fields.area !== undefined) await fillField(main, words, ['location', 'area'], { area: fields.area });
  await main.getByRole('button', { name: words.t('services.new.save'), exact: true }).click();
  await theProvider(device).getByRole('heading', { level: 2, name: fields.name, exact: true }).waitFor();
}

/** Opens a menu of the provider's page and chooses an act in it. */
export async function chooseAct(device: Device, menu: string, act: string): Promise<void> {
  const article = theProvider(device);
  await article.getByRole('button', { name: menu, exact: true }).click();
  await article.getByRole('button', { name: act, exact: true }).click();
}

/** The titles of the lines that the list shows for a search. */
export async function searchServices(device: Device, search: string): Promise<string[]> {
  const { page, words } = device;
  await go(device, 'services');
  await page.getByLabel(words.t('services.list.search'), { exact: true }).fill(search);
  await answersTo(page, search);
  const rows = page.getByRole('list', { name: words.t('services.list.label') }).getByRole('link');
  return rows.locator('.case-row-title').allInnerTexts();
}
