import type { Locator } from 'playwright-core';
import { openCase, theCase } from './cases.ts';
import type { Device } from './device.ts';
import { fillField } from './fields.ts';
import { go } from './navigate.ts';
import { actOnTab, openSide } from './sides.ts';

/** A fund in the country's currency. */
export interface Fund {
  name: string;
  donor: string;
  amount: string;
  /** The currency that its donor reads, where it is another. */
  report?: string;
}

export interface Asking {
  amount: string;
  purpose: string;
  words?: string;
  /** The same in the currency of the donor's report. */
  second?: { amount: string; currency: string };
  /** Spent already, from one's own pocket: whether it is wanted back. */
  own?: 'reimburse' | 'gift';
}

export const pressIn = (scope: Locator, name: string): Promise<void> =>
  scope.getByRole('button', { name, exact: true }).click();

/** The words of a button that does something about one cost: by its purpose in the case, by the case among all. */
export const costAct = (
  { words: { t } }: Device,
  act: 'approve' | 'refuse' | 'pay' | 'receipt' | 'noReceipt',
  what: string,
): string => t('costs.act.named', { act: t(`costs.act.${act}`), what });

export const costState = ({ words }: Device, code: string): string =>
  words.label('codes', 'cost-states', code);

export async function goToCosts(device: Device): Promise<void> {
  await go(device, 'costs');
  await device.page
    .getByRole('heading', { name: device.words.t('costs.title'), exact: true, level: 1 })
    .waitFor();
}

export async function openCosts(device: Device, search: string): Promise<void> {
  await openCase(device, search);
  await openSide(device, 'costs');
}

export async function startAsking(device: Device): Promise<void> {
  await actOnTab(device, device.words.t('costs.ask.title'));
  await device.page.getByRole('dialog').waitFor();
}

export async function fillAsk({ page, words }: Device, asking: Asking): Promise<void> {
  const { amount, purpose, second } = asking;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.label('kinds', 'cost', 'fields', 'amount'), { exact: true }).fill(amount);
  await fillField(dialog, words, ['cost', 'purpose'], purpose);
  if (asking.words !== undefined) await fillField(dialog, words, ['cost', 'words'], asking.words);
  if (asking.own !== undefined) {
    await fillField(dialog, words, ['cost', 'spentFrom'], 'own');
    await fillField(dialog, words, ['cost', 'ownMoney'], asking.own);
  }
  if (second !== undefined)
    await dialog
      .getByLabel(words.t('costs.ask.second', { currency: second.currency }), { exact: true })
      .fill(second.amount);
  await pressIn(dialog, words.t('costs.ask.send'));
  await dialog.waitFor({ state: 'detached' });
}

export async function addFund(device: Device, { name, donor, amount, report }: Fund): Promise<void> {
  const { page, words } = device;
  await goToCosts(device);
  await pressIn(page.getByRole('main'), words.t('costs.funds.add'));
  const dialog = page.getByRole('dialog');
  await fillField(dialog, words, ['fund', 'name'], name);
  await fillField(dialog, words, ['fund', 'donor'], donor);
  await dialog.getByLabel(words.label('kinds', 'fund', 'fields', 'amount'), { exact: true }).fill(amount);
  if (report !== undefined)
    await dialog
      .getByLabel(words.label('kinds', 'fund', 'fields', 'reportCurrency'), { exact: true })
      .selectOption(report);
  await pressIn(dialog, words.t('cases.edit.save'));
  await dialog.waitFor({ state: 'detached' });
}

/** Something that was approved is paid, from the case. */
export async function pay(device: Device, purpose: string): Promise<void> {
  const what = device.words.label('codes', 'cost-purposes', purpose);
  await theCase(device)
    .getByRole('button', { name: costAct(device, 'pay', what), exact: true })
    .click({ timeout: 90_000 });
  await theCase(device).getByText(costState(device, 'paid'), { exact: true }).waitFor();
}

/** Paid where nobody gives a receipt. */
export async function payWithoutReceipt(device: Device, purpose: string, why: string): Promise<void> {
  const { t, label } = device.words;
  await openSide(device, 'costs');
  await pay(device, purpose);
  await pressIn(theCase(device), costAct(device, 'noReceipt', label('codes', 'cost-purposes', purpose)));
  const dialog = device.page.getByRole('dialog');
  await dialog.getByLabel(t('costs.refuse.why'), { exact: true }).fill(why);
  await pressIn(dialog, t('cases.edit.save'));
  await dialog.waitFor({ state: 'detached' });
  await theCase(device).getByText(costState(device, 'receipted'), { exact: true }).waitFor();
}
