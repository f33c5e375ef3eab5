import type { Locator } from 'playwright-core';
import { theCase } from './cases.ts';
import type { Device } from './device.ts';

/** What a case holds: on which tab it stands, and the words above it. */
const SIDES = {
  story: ['cases.parts.story'],
  plan: ['cases.parts.help', 'plan.needs.title'],
  referrals: ['cases.parts.help', 'referrals.title'],
  costs: ['cases.parts.help', 'costs.title'],
  safety: ['safety.title', 'safety.standing.title'],
  papers: ['cases.parts.papersAndMatters', 'papers.title'],
  matters: ['cases.parts.papersAndMatters', 'matters.title'],
} as const;
export type Side = keyof typeof SIDES;

/** Goes to a side of the open case. */
export async function openSide(device: Device, side: Side): Promise<void> {
  const { words } = device;
  const [tab, heading] = SIDES[side];
  const name = words.t(tab);
  const sides = theCase(device).getByRole('navigation', { name: words.t('cases.parts.label') });
  await sides.getByRole('link').filter({ hasText: name }).click();
  await sides.locator('[aria-current="page"]').filter({ hasText: name }).waitFor();
  const inside = theCase(device).locator('.case-main');
  if (heading === undefined) await inside.getByRole('heading', { level: 3 }).first().waitFor();
  else await inside.getByRole('heading', { name: words.t(heading), exact: true }).waitFor();
}

/** A part of the open case, by its heading. */
export function partOf(device: Device, name: string): Locator {
  return theCase(device).getByRole('region', { name, exact: true });
}

/** Presses an act of the open tab's bar, where it stands: beside the first, or behind "Other". */
export async function actOnTab(device: Device, name: string): Promise<void> {
  const { words } = device;
  const bar = theCase(device).locator('.case-acts');
  await bar.getByRole('button').first().waitFor();
  const act = bar.getByRole('button', { name, exact: true });
  if (!(await act.isVisible()))
    await bar.getByRole('button', { name: words.t('cases.add.more'), exact: true }).click();
  await act.click();
}
