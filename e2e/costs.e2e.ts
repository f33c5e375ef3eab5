import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMoney } from '@dayaq/locale';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSheet } from '../apps/workspace/src/costs/report/testing/read-workbook.ts';
import { theCase } from './lib/cases.ts';
import {
  addFund,
  costAct,
  costState,
  fillAsk,
  goToCosts,
  openCosts,
  pressIn,
  startAsking,
} from './lib/costs.ts';
import type { Device } from './lib/device.ts';
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
  await addFund(laptop, {
    name: 'Срочная помощь',
    donor: 'Invented Foundation',
    amount: '100',
    report: 'EUR',
  });
  const reference = await quickCase(phone, 'Ülkər', 'Yol pulu lazımdır.');

  // The phone: how much, what for; the only fund is chosen already.
  await openCosts(phone, 'Ülkər');
  await look(phone, 'costs-empty');
  await startAsking(phone);
  await look(phone, 'costs-ask');
  const ask = phone.page.getByRole('dialog');
  await pressIn(ask, phone.words.t('costs.ask.send'));
  await ask.getByText(phone.words.t('costs.ask.notAmount')).waitFor();
  await fillAsk(phone, { amount: '80,50', purpose: 'transport', second: { amount: '41', currency: 'EUR' } });
  await costIn(phone).getByText(costState(phone, 'asked'), { exact: true }).waitFor();
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
  await page.getByText(t('costs.own')).waitFor();
  await page.getByText(t('costs.ownAlone', { page: t('shell.people') })).waitFor();
  const approve = page.getByRole('button', { name: costAct(laptop, 'approve', reference), exact: true });
  expect(await approve.count()).toBe(1);
  await look(laptop, 'costs-page-waiting');
  // What is decided stays where it is, ticked: nothing slides under the finger, and it can be undone.
  const before = await placesOf(laptop);
  expect(before).toHaveLength(2);
  await approve.click();
  const said = t('costs.said.approve', { amount: formatMoney('ru', 8050, 'AZN') });
  await page.locator('.toast').getByText(said, { exact: true }).waitFor();
  const pay = page.getByRole('button', { name: costAct(laptop, 'pay', reference), exact: true });
  await page.locator('.cost-done').getByText(costState(laptop, 'approved'), { exact: true }).waitFor();
  expect(await placesOf(laptop)).toEqual(before);
  expect(await pay.count(), 'nothing else lies where it was pressed').toBe(0);
  await look(laptop, 'costs-approved');
  await pressIn(page.locator('.toast'), t('cases.undo.undo'));
  await approve.click();
  await page.locator('.cost-done').waitFor();
  await comeBack(laptop);
  expect(await page.locator('.toast').count(), 'what was said stays on its page').toBe(0);
  await pay.click();
  await comeBack(laptop);
  await page.getByRole('heading', { name: t('costs.page.noReceipt') }).waitFor();

  // The receipt, by the phone's camera: file and cost in one entry.
  await costIn(phone).getByText(costState(phone, 'paid'), { exact: true }).waitFor();
  await pressIn(
    costIn(phone),
    costAct(phone, 'receipt', phone.words.label('codes', 'cost-purposes', 'transport')),
  );
  const path = join(phone.profile, '..', 'receipt.jpg');
  await writeFile(path, await photoWithPlace(phone.page));
  const receipt = phone.page.getByRole('dialog');
  await receipt.getByLabel(phone.words.t('files.add.camera'), { exact: true }).setInputFiles(path);
  await pressIn(receipt, phone.words.t('files.add.save'));
  await costIn(phone).getByText(costState(phone, 'receipted'), { exact: true }).waitFor();
  await costIn(phone).locator('.file-item').waitFor();
  await look(phone, 'costs-receipted');

  // What is left, and the table.
  const money = (minor: number) => formatMoney('ru', minor, 'AZN');
  await page.getByText(t('costs.funds.left', { amount: money(1950), given: money(10_000) })).waitFor();
  await page.locator('.costs-every').getByText(costState(laptop, 'receipted'), { exact: true }).waitFor();
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
    '0.00',
    '19.50',
  ]);
  expect(JSON.stringify(sheets)).not.toContain('Ülkər');

  // More promised than there is: said in words.
  const { device: third } = await aColleague(world, laptop, 'en', { role: 'coordinator' });
  await goToCosts(third);
  await pressIn(third.page.getByRole('main'), costAct(third, 'approve', reference));
  const over = third.words.t('costs.funds.over', { amount: formatMoney('en', 5050, 'AZN') });
  await third.page.getByText(over).waitFor();
  await look(third, 'costs-page-phone');

  // Spent from the paralegal's own pocket before anybody was asked: kept, owed to them, paid back once another approved.
  await startAsking(phone);
  await fillAsk(phone, { amount: '12,30', purpose: 'food', own: 'reimburse' });
  const spent = costIn(phone).filter({ hasText: formatMoney('az', 1230, 'AZN') });
  await spent.getByText(costState(phone, 'asked'), { exact: true }).waitFor();
  await look(phone, 'costs-own-money');
  const owed = (what: 'asked' | 'approved') =>
    third.page
      .getByText(third.words.t(`costs.owed.${what}`, { amount: formatMoney('en', 1230, 'AZN') }))
      .waitFor();
  await owed('asked');
  await pressIn(third.page.getByRole('main'), costAct(third, 'approve', reference));
  await owed('approved');
  await spent.getByText(costState(phone, 'approved'), { exact: true }).waitFor();
  await look(third, 'costs-own-money-page');
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
      .getByRole('button', { name: costAct(device, 'approve', reference), exact: true })
      .waitFor();
    await device.offline();
  }
  await pressIn(laptop.page.getByRole('main'), costAct(laptop, 'approve', reference));
  await laptop.page.locator('.cost-done').waitFor();
  await pressIn(other.page.getByRole('main'), costAct(other, 'refuse', reference));
  const why = other.page.getByRole('dialog');
  await why.getByLabel(other.words.t('costs.refuse.why'), { exact: true }).fill('Есть бесплатный автобус.');
  await pressIn(why, other.words.t('costs.act.refuse'));
  await why.waitFor({ state: 'detached' });
  for (const device of [laptop, other]) await device.online();

  for (const device of [laptop, other, phone]) {
    const beginning = device.words.t('costs.apart.text', { decisions: '' }).split(':')[0] ?? '';
    await device.page.getByText(beginning).first().waitFor();
  }
  await photograph(laptop, 'costs-decided-apart');
  await pressIn(laptop.page.getByRole('main'), costAct(laptop, 'approve', reference));
  await other.page.locator('.cost-done').waitFor();
  for (const device of [laptop, other]) {
    await comeBack(device);
    await device.page.getByRole('button', { name: costAct(device, 'pay', reference), exact: true }).waitFor();
  }
  await costIn(phone).getByText(costState(phone, 'approved'), { exact: true }).waitFor();
});

/** Where the rows of what waits begin, one's own to decide and others', in pixels below the first of them. */
const placesOf = ({ page, words }: Device): Promise<number[]> =>
  page
    .locator('.costs-section')
    .filter({
      has: page
        .getByRole('heading', { name: words.t('costs.page.waiting') })
        .or(page.getByRole('heading', { name: words.t('costs.page.others') })),
    })
    .locator('.cost-line')
    .evaluateAll((rows) => {
      const tops = rows.map((row) => row.getBoundingClientRect().top);
      return tops.map((top) => Math.round(top - (tops[0] ?? 0)));
    });

/** Leaves the page and opens it anew: what was decided stands in its new place only then. */
async function comeBack(device: Device): Promise<void> {
  await go(device, 'today');
  await goToCosts(device);
}

const costIn = (device: Device): Locator => theCase(device).locator('.cost');

/** Saves the report of everything that is shown and reads both of its sheets back. */
async function report({ page, words }: Device): Promise<[string[][], string[][]]> {
  await pressIn(page.getByRole('main'), words.t('costs.export.open'));
  const download = page.waitForEvent('download');
  await pressIn(page.getByRole('dialog'), words.t('costs.export.save'));
  const bytes = await readFile(await (await download).path());
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return [readSheet(bytes, 1), readSheet(bytes, 2)];
}
