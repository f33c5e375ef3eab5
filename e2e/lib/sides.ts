import type { Locator } from 'playwright-core';
import { theCase } from './cases.ts';
import type { Device } from './device.ts';

/** The sides of a case, with the words on their way in. */
const SIDES = {
  story: 'cases.parts.story',
  plan: 'plan.title',
  safety: 'safety.title',
  papers: 'papers.title',
  matters: 'matters.title',
  costs: 'costs.title',
  referrals: 'referrals.title',
} as const;
export type Side = keyof typeof SIDES;

/** Goes to a side of the open case. */
export async function openSide(device: Device, side: Side): Promise<void> {
  const { words } = device;
  const name = words.t(SIDES[side]);
  const sides = theCase(device).getByRole('navigation', { name: words.t('cases.parts.label') });
  await sides.getByRole('link', { name, exact: true }).click();
  await sides.locator('[aria-current="page"]').filter({ hasText: name }).waitFor();
  const headings = theCase(device).locator('.case-main').getByRole('heading', { level: 3 });
  if (side === 'costs' || side === 'referrals')
    await theCase(device).getByRole('heading', { name, exact: true }).waitFor();
  else if (side !== 'papers') await headings.first().waitFor();
}

/** A part of the open case, by its heading. */
export function partOf(device: Device, name: string): Locator {
  return theCase(device).getByRole('region', { name, exact: true });
}
