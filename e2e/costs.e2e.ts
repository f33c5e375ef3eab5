import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMoney } from '@dayaq/locale';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSheet } from '../apps/workspace/src/costs/report/testing/read-workbook.ts';
import { openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { fillField } from './lib/fields.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photoWithPlace } from './lib/photo.ts';
import { photograph } from './lib/photograph.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('money for a client: asked on a phone, approved by another, paid, shown by a receipt, counted, in the report', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  const faults: string[] = [];
  const look = async (device: Device, name: string): Promise<void> => {
    faults.push(...(await inspect(device.page, name, device.options.language)));
    await photograph(device, name);
  };
  await addFund(laptop, { name: 'Срочная помощь', donor: 'Invented Foundation', amount: '100' });
  const reference = await quickCase(phone, 'Ülkər', 'Yol pulu lazımdır.');

  // The phone: how much, what for; the only fund is chosen already.
  await openCosts(phone, 'Ülkər');
  await look(phone, 'costs-empty');
  await startAsking(phone);
  await look(phone, 'costs-ask');
  const ask = phone.page.getByRole('dialog');
  await press(ask, phone.words.t('costs.ask.send'));
  await ask.getByText(phone.words.t('costs.ask.notAmount')).waitFor();
  await fillAsk(phone, { amount: '80,50', purpose: 'transport', second: '41' });
  await costIn(phone).getByText(state(phone, 'asked'), { exact: true }).waitFor();
  await costIn(phone).getByText(phone.words.t('costs.own')).waitFor();
  await look(phone, 'costs-asked');

  // The coordinator asks too, and can decide about the colleague's request alone.
  await openCosts(laptop, 'Ülkər');
  await startAsking(laptop);
  await fillAsk(laptop, { amount: '70', purpose: 'food' });
  await theCase(laptop).getByText(laptop.words.t('costs.own')).waitFor();
  await goToCosts(laptop);
  const { t } = laptop.words;
  const { page } = laptop;
  const lines = page.locator('.cost-line').filter({ hasText: reference });
  await page.getByText(t('costs.own')).waitFor();
  await page.getByText(t('costs.ownAlone', { page: t('shell.people') })).waitFor();
  const approve = page.getByRole('button', { name: named(laptop, 'approve', reference), exact: true });
  expect(await approve.count()).toBe(1);
  await look(laptop, 'costs-page-waiting');
  await approve.click();
  await page.getByRole('button', { name: named(laptop, 'pay', reference), exact: true }).click();
  await page.getByRole('heading', { name: t('costs.page.noReceipt') }).waitFor();

  // The receipt, by the phone's camera: file and cost in one entry.
  await costIn(phone).getByText(state(phone, 'paid'), { exact: true }).waitFor();
  await press(
    costIn(phone),
    named(phone, 'receipt', phone.words.label('codes', 'cost-purposes', 'transport')),
  );
  const path = join(phone.profile, '..', 'receipt.jpg');
  await writeFile(path, await photoWithPlace(phone.page));
  const receipt = phone.page.getByRole('dialog');
  await receipt.getByLabel(phone.words.t('files.add.camera'), { exact: true }).setInputFiles(path);
  await press(receipt, phone.words.t('files.add.save'));
  await costIn(phone).getByText(state(phone, 'receipted'), { exact: true }).waitFor();
  await costIn(phone).locator('.file-item').waitFor();
  await look(phone, 'costs-receipted');

  // What is left, and the table.
  const money = (minor: number) => formatMoney('ru', minor, 'AZN');
  await page.getByText(t('costs.funds.left', { amount: money(1950), given: money(10_000) })).waitFor();
  await lines.getByText(state(laptop, 'receipted'), { exact: true }).waitFor();
  await page.getByText(t('costs.funds.table'), { exact: true }).click();
  await look(laptop, 'costs-page');
  const sheets = await report(laptop);
  const row = sheets[0].find((cells) => cells[0] === reference && cells.includes('80.50'));
  expect(row).toContain('41.00');
  expect(row).toContain('EUR');
  expect(row).toContain('Срочная помощь');
  expect(sheets[1].at(-1)).toEqual([
    'Срочная помощь',
    'Invented Foundation',
    'AZN',
    '100.00',
    '70.00',
    '0.00',
    '80.50',
    '19.50',
  ]);
  expect(JSON.stringify(sheets)).not.toContain('Ülkər');

  // More promised than there is: said in words.
  const { device: third } = await aColleague(world, laptop, 'en', { role: 'coordinator' });
  await goToCosts(third);
  await press(third.page.getByRole('main'), named(third, 'approve', reference));
  const over = third.words.t('costs.funds.over', { amount: formatMoney('en', 5050, 'AZN') });
  await third.page.getByText(over).waitFor();
  await look(third, 'costs-page-phone');
  expect(faults).toEqual([]);
});

test('two coordinators decide apart from each other: neither counts, both are told, one decides again', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'az']);
  const { device: other } = await aColleague(world, laptop, 'ru', { role: 'coordinator' });
  const reference = await quickCase(phone, 'Ülkər', 'Yol pulu lazımdır.');
  await openCosts(phone, 'Ülkər');
  await startAsking(phone);
  await fillAsk(phone, { amount: '30', purpose: 'transport' });
  for (const device of [laptop, other]) {
    await goToCosts(device);
    await device.page
      .getByRole('button', { name: named(device, 'approve', reference), exact: true })
      .waitFor();
    await device.offline();
  }
  await press(laptop.page.getByRole('main'), named(laptop, 'approve', reference));
  await laptop.page.getByRole('heading', { name: laptop.words.t('costs.page.toPay') }).waitFor();
  await press(other.page.getByRole('main'), named(other, 'refuse', reference));
  const why = other.page.getByRole('dialog');
  await why.getByLabel(other.words.t('costs.refuse.why'), { exact: true }).fill('Есть бесплатный автобус.');
  await press(why, other.words.t('costs.act.refuse'));
  await why.waitFor({ state: 'detached' });
  for (const device of [laptop, other]) await device.online();

  for (const device of [laptop, other, phone]) {
    const beginning = device.words.t('costs.apart.text', { decisions: '' }).split(':')[0] ?? '';
    await device.page.getByText(beginning).first().waitFor();
  }
  await photograph(laptop, 'costs-decided-apart');
  await press(laptop.page.getByRole('main'), named(laptop, 'approve', reference));
  for (const device of [laptop, other])
    await device.page.getByRole('button', { name: named(device, 'pay', reference), exact: true }).waitFor();
  await costIn(phone).getByText(state(phone, 'approved'), { exact: true }).waitFor();
});

const state = ({ words }: Device, code: string): string => words.label('codes', 'cost-states', code);
const costIn = (device: Device): Locator => theCase(device).locator('.cost');
const press = (scope: Locator, name: string): Promise<void> =>
  scope.getByRole('button', { name, exact: true }).click();
const named = (
  { words: { t } }: Device,
  act: 'approve' | 'refuse' | 'pay' | 'receipt',
  what: string,
): string => t('costs.act.named', { act: t(`costs.act.${act}`), what });

async function goToCosts(device: Device): Promise<void> {
  await go(device, 'costs');
  await device.page
    .getByRole('heading', { name: device.words.t('costs.title'), exact: true, level: 1 })
    .waitFor();
}

async function openCosts(device: Device, alias: string): Promise<void> {
  await openCase(device, alias);
  await theCase(device)
    .getByRole('link', { name: device.words.t('costs.title'), exact: true })
    .click();
  await theCase(device)
    .getByRole('heading', { name: device.words.t('costs.title'), exact: true })
    .waitFor();
}

async function startAsking(device: Device): Promise<void> {
  await press(theCase(device), device.words.t('costs.ask.title'));
  await device.page.getByRole('dialog').waitFor();
}

async function fillAsk(
  { page, words }: Device,
  { amount, purpose, second }: { amount: string; purpose: string; second?: string },
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.label('kinds', 'cost', 'fields', 'amount'), { exact: true }).fill(amount);
  await fillField(dialog, words, ['cost', 'purpose'], purpose);
  if (second !== undefined)
    await dialog.getByLabel(words.t('costs.ask.second', { currency: 'EUR' }), { exact: true }).fill(second);
  await press(dialog, words.t('costs.ask.send'));
  await dialog.waitFor({ state: 'detached' });
}

/** A fund in the country's currency, whose donor reads euros. */
async function addFund(
  device: Device,
  { name, donor, amount }: { name: string; donor: string; amount: string },
): Promise<void> {
  const { page, words } = device;
  await goToCosts(device);
  await press(page.getByRole('main'), words.t('costs.funds.add'));
  const dialog = page.getByRole('dialog');
  await fillField(dialog, words, ['fund', 'name'], name);
  await fillField(dialog, words, ['fund', 'donor'], donor);
  await dialog.getByLabel(words.label('kinds', 'fund', 'fields', 'amount'), { exact: true }).fill(amount);
  await dialog
    .getByLabel(words.label('kinds', 'fund', 'fields', 'reportCurrency'), { exact: true })
    .selectOption('EUR');
  await press(dialog, words.t('cases.edit.save'));
  await dialog.waitFor({ state: 'detached' });
}

/** Saves the report of everything that is shown and reads both of its sheets back. */
async function report({ page, words }: Device): Promise<[string[][], string[][]]> {
  await press(page.getByRole('main'), words.t('costs.export.open'));
  const download = page.waitForEvent('download');
  await press(page.getByRole('dialog'), words.t('costs.export.save'));
  const bytes = await readFile(await (await download).path());
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return [readSheet(bytes, 1), readSheet(bytes, 2)];
}
