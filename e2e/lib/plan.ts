import type { Locator } from 'playwright-core';
import { type Fields, fillDialog } from './cases.ts';
import type { Device } from './device.ts';
import { openSide, partOf } from './sides.ts';

const button = (scope: Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });

/** Plans something for a need of the open case, from the need itself. */
export async function planFor(device: Device, want: string, fields: Fields): Promise<void> {
  const { t, label } = device.words;
  await openSide(device, 'plan');
  const need = label('codes', 'wants', want);
  const row = partOf(device, t('plan.needs.title')).getByRole('listitem').filter({ hasText: need });
  await button(row.first(), t('plan.needs.planFor', { need })).click();
  await fillDialog(device, 'response', fields);
  await row.first().getByText(t('plan.needs.statesOf.planned'), { exact: true }).waitFor();
}

/** Something planned was done today, with what came of it. */
export async function doToday(device: Device, type: string, result: string): Promise<void> {
  const { t, label } = device.words;
  await openSide(device, 'plan');
  const ahead = partOf(device, t('plan.ahead.title'));
  const what = label('codes', 'response-types', type);
  await button(ahead, t('plan.ahead.doneOf', { what })).click();
  await button(ahead, label('codes', 'results', result)).click();
  await partOf(device, t('plan.done.title')).getByText(what, { exact: true }).first().waitFor();
}

/** Ticks off everything that is due in the open case, but for what its own record ends. */
export async function finishDue(device: Device): Promise<void> {
  const { t } = device.words;
  await openSide(device, 'plan');
  const due = partOf(device, t('plan.due.title'));
  const rows = due.getByText(t('plan.due.done'), { exact: true });
  for (let left = await rows.count(); left > 0; left--) {
    await rows.first().click();
    await rows.nth(left - 1).waitFor({ state: 'detached' });
  }
  await due.getByRole('heading', { name: t('plan.due.title') }).waitFor();
}
