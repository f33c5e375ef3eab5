import { afterAll, expect, test } from 'vitest';
import { found, join } from './lib/account.ts';
import { add, openCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { LyingServer } from './lib/lying-server.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam, isReady } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');
const liars: LyingServer[] = [];
afterAll(async () => {
  for (const liar of liars) await liar.close();
});

test('two colleagues compare the team’s number by voice and by code; a change of the team shows that it is old', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'az']);
  await startComparing(laptop);
  await startComparing(phone);
  // Read aloud: what stands on the one stands on the other, in groups of five digits.
  const heard = await digits(phone);
  expect(heard).toHaveLength(6);
  for (const group of heard) expect(group).toMatch(/^\d{5}$/);
  await expect.poll(() => digits(laptop)).toEqual(heard);
  expect(await inspect(laptop.page, 'comparing', 'en')).toEqual([]);
  expect(await inspect(phone.page, 'comparing', 'az')).toEqual([]);
  await photograph(laptop, 'compare-read-laptop');
  await photograph(phone, 'compare-read-phone');
  await press(laptop, laptop.words.t('people.same.compare.same'));
  await dialog(laptop).getByText(laptop.words.t('people.same.verdict.same')).waitFor();
  await press(laptop, laptop.words.t('people.done'));
  await laptop.page.getByText(laptop.words.t('people.same.comparedOn', { date: '' }).trim()).waitFor();

  // By code: its text comes by the field that a camera fills.
  await startComparing(laptop);
  await choose(laptop, 'show');
  await press(laptop, laptop.words.t('people.same.show.asText'), 'text');
  const code = await dialog(laptop).locator('.share-link').innerText();
  await photograph(laptop, 'compare-show-laptop');
  await choose(phone, 'take');
  const { t } = phone.words;
  await take(
    phone,
    heard.join(' ').replace(/\d$/, (last) => String((Number(last) + 1) % 10)),
  );
  await dialog(phone).getByText(t('people.same.verdict.different')).waitFor();
  await photograph(phone, 'compare-differs-phone');
  await take(
    phone,
    code.replace(/\/(\d+)\/(\d{30})$/, (_, acts, number) => `/${Number(acts) + 1}/${number}`),
  );
  await dialog(phone).getByText(t('people.same.verdict.behind')).waitFor();
  expect(await inspect(phone.page, 'one is behind', 'az')).toEqual([]);
  await photograph(phone, 'compare-behind-phone');
  await take(phone, code);
  await dialog(phone).getByText(t('people.same.verdict.same')).waitFor();
  await photograph(phone, 'compare-same-phone');
  await press(phone, t('people.done'));
  await press(laptop, laptop.words.t('shell.close'));

  await invite(laptop);
  const old = t('people.same.comparedBefore', { date: '' }).split(';')[1]?.trim() ?? '';
  await phone.page.getByText(old).waitFor();
  await photograph(phone, 'people-compared-phone');

  // Whatever was joined is here already, and that is said.
  await go(laptop, 'settings');
  const settings = laptop.page.getByRole('main');
  const look = laptop.words.t('settings.elsewhere.act');
  await settings.getByRole('button', { name: look, exact: true }).click();
  await settings.getByText(laptop.words.t('settings.elsewhere.came', { count: 0 })).waitFor();
  await photograph(laptop, 'settings-elsewhere-laptop');
});

test('whoever is shown another history than a colleague is told in words, and keeps the proof', async () => {
  const world = await worlds.start();
  const liar = await LyingServer.before(world.server.url);
  liars.push(liar);
  const phone = await worlds.around(liar.url).device('phone', 'ru');
  await found(phone, liar.through(world.server.foundingLink), { organisation: 'Опора', name: 'Марьям' });
  // Another door to the same server, an honest one: by it is seen what has come back to the laptop.
  const honest = await LyingServer.before(world.server.url);
  liars.push(honest);
  const laptop = await worlds.around(honest.url).device('laptop', 'en');
  await join(laptop, honest.through(liar.past(await invite(phone))), 'Alice');
  await isReady(laptop);
  await quickCase(phone, 'Стриж', 'Это дело видят обе.');
  await openCase(laptop, 'Стриж');
  await expect.poll(() => liar.shown).toBe(honest.shown);

  liar.withhold();
  for (const text of ['Kept back from Maryam.', 'Written with that in mind.']) {
    const before = honest.shown;
    await add(laptop, 'note', { text });
    // Only what has come back to her device is what she builds on.
    await expect.poll(() => honest.shown, { timeout: 90_000 }).toBeGreaterThan(before);
  }
  // Nothing can be noticed yet: that is said under "what no device can know".
  const { page, words } = phone;
  await go(phone, 'people');
  expect(await page.getByText(words.t('shell.state.disputes')).count()).toBe(0);
  liar.hideOne();
  await page.getByText(words.t('shell.state.disputes')).waitFor({ timeout: 90_000 });
  const told = page.getByRole('region', { name: words.t('people.disputes.title') });
  await told
    .getByText(words.t('people.disputes.what.entry', { name: 'Alice' }))
    .first()
    .waitFor();
  await told.getByText(words.t('people.disputes.do.decide')).waitFor();
  // Her device says so to the others, in sight of the history that it was shown: thereby the laptop is told as well.
  await laptop.page.getByText(laptop.words.t('shell.state.disputes')).waitFor({ timeout: 90_000 });
  await go(laptop, 'people');
  await laptop.page
    .getByText(laptop.words.t('people.disputes.what.entry', { name: 'Марьям' }))
    .first()
    .waitFor();
  await photograph(laptop, 'disputes-laptop');
  // By now it has said so beside her own name: the page does not grow any more while it is looked at.
  const beside = words.t('people.disputes.saw', { date: '', name: 'Alice' }).split(',')[0] ?? '';
  await page.getByText(beside).first().waitFor();
  expect(await inspect(page, 'told of another history', 'ru')).toEqual([]);
  await photograph(phone, 'disputes-phone');
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: liar.url });
  const line = told
    .getByRole('listitem')
    .filter({ hasText: words.t('people.disputes.done.entry') })
    .first();
  await line.getByRole('button', { name: words.t('people.disputes.copy'), exact: true }).click();
  await expect.poll(() => copied(phone)).toMatch(/^claim: \w+\/\d+\/\w+$/m);
  expect(await copied(phone)).toContain('proof: left out');
  await line.getByRole('button', { name: words.t('people.disputes.copyWhole'), exact: true }).click();
  await expect.poll(() => copied(phone)).toMatch(/^proof: [\w-]{100,}$/m);
});

const dialog = (device: Device) => device.page.getByRole('dialog');
const digits = (device: Device): Promise<string[]> =>
  dialog(device).locator('.same-digits > li').allInnerTexts();
const copied = ({ page }: Device): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function press(device: Device, name: string, what: 'button' | 'text' = 'button'): Promise<void> {
  const scope = dialog(device);
  await (what === 'button'
    ? scope.getByRole('button', { name, exact: true })
    : scope.getByText(name)
  ).click();
}

async function startComparing(device: Device): Promise<void> {
  const { page, words } = device;
  await go(device, 'people');
  await page.getByRole('button', { name: words.t('people.same.act'), exact: true }).click();
  await dialog(device).waitFor();
}

async function choose(device: Device, way: 'read' | 'show' | 'take'): Promise<void> {
  await dialog(device)
    .getByRole('radio', { name: device.words.t(`people.same.way.${way}`) })
    .check();
}

async function take(device: Device, text: string): Promise<void> {
  await dialog(device).getByLabel(device.words.t('people.same.take.label'), { exact: true }).fill(text);
  await press(device, device.words.t('people.same.take.act'));
}
