import { PLACES } from '../../apps/workspace/src/shell/places.ts';
import type { Locator } from 'playwright-core';
import type { Device } from './device.ts';

const ADDRESS = {
  today: '/today',
  cases: '/cases',
  newCase: '/cases/new',
  inbox: '/inbox',
  services: '/services',
  addresses: '/addresses',
  people: '/people',
  settings: '/settings',
  costs: '/costs',
  matters: '/matters',
  pairs: '/pairs',
  coverage: '/coverage',
  surveys: '/surveys',
  calls: '/calls',
  plans: '/plans',
  consultations: '/consultations',
  laws: '/laws',
  figures: '/figures',
} as const;

/** Pages that are called in the navigation as by their own heading. */
const TITLED = {
  coverage: 'coverage.title',
  pairs: 'alike.title',
  surveys: 'surveys.title',
  calls: 'calls.title',
  plans: 'plans.title',
  consultations: 'consultations.title',
  laws: 'laws.title',
  figures: 'figures.title',
} as const;
type Untitled = Exclude<keyof typeof ADDRESS, keyof typeof TITLED>;

/** Goes to a page by the navigation, as people do: loading an address anew would lock. */
export async function go(device: Device, to: keyof typeof ADDRESS): Promise<void> {
  const { page, words } = device;
  const bar = barOf(device);
  await outOfTheCase(device);
  const stands = PLACES.find(({ href }) => href === ADDRESS[to])?.stands;
  const isInBar = device.options.size === 'laptop' || stands === 'bar' || stands === 'new';
  if (!isInBar) await openMore(device);
  const within = isInBar ? bar : page.getByRole('main');
  if (stands === 'help' || stands === 'office') await unfold(within, words.t(`shell.groups.${stands}`));
  const name = words.t(to in TITLED ? TITLED[to as keyof typeof TITLED] : `shell.${to as Untitled}`);
  // A count of what is there stands behind the name.
  await within.getByRole('link', { name: new RegExp(`^${name}`) }).click();
}

const barOf = ({ page, words }: Device): Locator =>
  page.getByRole('navigation', { name: words.t('shell.navigation') });

/** On a phone: the page of all that has no place in the bar. */
export async function openMore(device: Device): Promise<void> {
  await outOfTheCase(device);
  await barOf(device)
    .getByRole('link', { name: device.words.t('shell.more'), exact: true })
    .click();
}

/** Opens a group of places that is folded. */
async function unfold(within: Locator, name: string): Promise<void> {
  const head = within.getByRole('button', { name: new RegExp(`^${name}`) });
  await head.waitFor();
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}

/** On a phone what can be done in a case stands where the navigation stood: one goes back first. */
async function outOfTheCase(device: Device): Promise<void> {
  const { page, words } = device;
  const bar = barOf(device);
  if (device.options.size === 'laptop' || !/^\/cases\/(?!new$)./.test(new URL(page.url()).pathname)) return;
  // The navigation stands until the case does: which of the two it is, is seen only then.
  await page.locator('.case, .pane-detail > [role="alert"]').waitFor();
  if (await bar.isVisible()) return;
  await page.getByRole('link', { name: words.t('shell.back'), exact: true }).click();
  await bar.waitFor();
}
