import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Download } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { addProvider, chooseAct, searchServices, theProvider } from './lib/directory.ts';
import { fillField } from './lib/fields.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aColleague } from './lib/team.ts';
import { aWorld, type World } from './lib/world.ts';

const worlds = aWorld();
let phone: Device;
/** Another organisation, on a server of its own. */
let laptop: Device;
let elsewhere: World;
const faults: string[] = [];

beforeAll(async () => {
  const [here, there] = [await worlds.start(), await worlds.start()];
  phone = await here.device('phone', 'az');
  await found(phone, here.server.foundingLink, { organisation: 'Yaxın Əl', name: 'Nigar' });
  elsewhere = there;
  laptop = await there.device('laptop', 'ru');
  await found(laptop, there.server.foundingLink, { organisation: 'Опора', name: 'Марьям' });
});

async function look(device: Device, name: string): Promise<void> {
  await isStill(device.page);
  faults.push(...(await inspect(device.page, name, device.options.language)));
  await photograph(device, `services-${name}`);
}

test('a provider is written down on a phone, with whom they refuse, what happened there, and that it is true today', async () => {
  const { page, words } = phone;
  const { t } = words;
  await go(phone, 'services');
  await page.getByText(t('services.list.empty')).waitFor();
  await look(phone, 'empty');
  await addProvider(phone, {
    name: 'Sığal Evi',
    service: 'Qadınlar üçün sığınacaq',
    serves: ['shelter'],
    area: 'az-ganja',
  });
  const article = theProvider(phone);
  await article
    .getByText(words.label('packs', 'areas', 'az-ganja'))
    .first()
    .waitFor();

  // Whom they refuse, in the table of the form.
  await chooseAct(
    phone,
    t('services.moreOf', { what: 'Qadınlar üçün sığınacaq' }),
    t('services.editService'),
  );
  const dialog = page.getByRole('dialog');
  await dialog.locator('summary', { hasText: t('services.admission.title') }).click();
  const group = words.label('codes', 'admission-groups', 'trans');
  await dialog
    .getByRole('radio', { name: `${group}: ${words.label('codes', 'admission', 'refuses')}`, exact: true })
    .check();
  await look(phone, 'form');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article.locator('.service-refuses', { hasText: group }).waitFor();

  // A refusal in three taps.
  await article.getByRole('button', { name: t('services.event.act'), exact: true }).click();
  await dialog
    .getByRole('radio', { name: words.label('codes', 'service-event-types', 'refusal'), exact: true })
    .check();
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article
    .getByRole('region', { name: words.label('kinds', 'service-event', 'one'), exact: true })
    .getByText(words.label('codes', 'service-event-types', 'refusal'), { exact: true })
    .waitFor();

  // Checked today by me, in one.
  await article.getByText(t('services.verify.never')).waitFor();
  await article.getByRole('button', { name: t('services.verify.today'), exact: true }).click();
  await article.getByText('Nigar').first().waitFor();
  expect(await article.getByRole('button', { name: t('services.verify.today'), exact: true }).count()).toBe(
    0,
  );

  // The provider's own hours, with a mistake first: it is told, and nothing is lost.
  await chooseAct(
    phone,
    t('services.more'),
    t('services.add', { what: words.label('kinds', 'schedule', 'one') }),
  );
  await fillField(dialog, words, ['schedule', 'monday'], 'səhər');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.getByText('09:00-13:00, 14:00-18:00').last().waitFor();
  await fillField(dialog, words, ['schedule', 'monday'], '00:00-24:00');
  await dialog.getByRole('button', { name: t('services.hours.likeMonday'), exact: true }).click();
  await fillField(dialog, words, ['schedule', 'saturday'], '00:00-24:00');
  await fillField(dialog, words, ['schedule', 'sunday'], '00:00-24:00');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await article.getByText(t('services.hours.always')).waitFor();
  await look(phone, 'provider');
  await chooseAct(phone, t('services.more'), t('cases.history.title'));
  await dialog.locator('li').filter({ hasText: 'Nigar' }).first().waitFor();
  await look(phone, 'history');
  await page.keyboard.press('Escape');
});

test('a hidden place shows its front gate, and its address only behind a press and on no paper', async () => {
  const { page, words } = phone;
  const article = theProvider(phone);
  await article
    .getByRole('button', {
      name: words.t('services.editWhat', { what: words.label('packs', 'areas', 'az-ganja') }),
    })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await fillField(dialog, words, ['location', 'frontGate'], '+994 00 111 22 33');
  await dialog.locator('summary', { hasText: words.t('services.ours') }).click();
  await fillField(dialog, words, ['location', 'address'], 'Söyüd küçəsi 4');
  await dialog.getByLabel(words.label('kinds', 'location', 'fields', 'hidden')).check();
  await dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const address = article.getByText('Söyüd küçəsi 4', { exact: true });
  expect(await article.getByText('+994 00 111 22 33').first().isVisible()).toBe(true);
  expect(await address.isVisible()).toBe(false);
  await article.getByText(words.t('services.showAddress'), { exact: true }).click();
  expect(await address.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await address.isVisible()).toBe(false);
  expect(await article.getByText('+994 00 111 22 33').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});

test('without a network, a need finds whom to ask, with the reasons, and whom not', async () => {
  const { page, words } = phone;
  const { t } = words;
  await addProvider(phone, { name: 'Ana Ocağı', serves: ['shelter', 'legal-aid'], area: 'az-baku-nasimi' });
  await chooseAct(
    phone,
    t('services.more'),
    t('services.becomes', { state: words.label('codes', 'provider-states', 'paused') }),
  );
  await phone.offline();
  expect(await searchServices(phone, 'sigal')).toEqual(['Sığal Evi']);
  expect(await searchServices(phone, 'Ана Оджагы')).toEqual(['Ana Ocağı']);
  expect(await searchServices(phone, 'zzzz')).toEqual([]);
  await look(phone, 'nothing found');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('services.filters.clear'), exact: true })
    .click();
  await look(phone, 'list');
  await page.getByRole('button', { name: t('services.filters.all'), exact: true }).click();
  await look(phone, 'filters');
  await page.keyboard.press('Escape');
  await page
    .getByRole('main')
    .getByRole('link', { name: t('services.match.title'), exact: true })
    .click();
  const need = page.locator('.picker-button').first();
  await need.click();
  await page.locator('.picker-panel').locator('input[value="shelter"]').click();
  await page.getByText(t('services.reason.open-now')).first().waitFor();
  const fits = page.locator('.match-tier').filter({ hasText: 'Sığal Evi' });
  expect(await fits.locator('h3').innerText()).toContain(t('services.tier.fits'));
  const refused = page.locator('details.match-tier').filter({ hasText: t('services.tier.refuses') });
  await refused.locator('> summary').click();
  await refused.getByText(t('services.reason.not-working')).waitFor();
  await look(phone, 'match');
  await fits
    .getByRole('button', { name: t('services.match.chooseWhat', { what: 'Qadınlar üçün sığınacaq' }) })
    .click();
  await theProvider(phone).getByRole('heading', { level: 2, name: 'Sığal Evi', exact: true }).waitFor();
  await phone.online();
});

/** Goes to the page of import and export. */
async function toExchange(device: Device, shows = device.words.t('services.exchange.import')): Promise<void> {
  await go(device, 'services');
  const main = device.page.getByRole('main');
  await main.getByRole('button', { name: device.words.t('services.list.more'), exact: true }).click();
  await main.getByRole('link', { name: device.words.t('services.exchange.title'), exact: true }).click();
  await device.page.getByText(shows, { exact: true }).waitFor();
}

interface Saved {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function save({ page }: Device, name: string): Promise<Saved> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.locator(`a[download="${name}"]`).click();
  const download = await waiting;
  return { name: basename(name), mimeType: 'text/plain', buffer: await readFile(await download.path()) };
}

async function choose(device: Device, files: readonly Saved[]): Promise<void> {
  await device.page.locator('input[type="file"]').setInputFiles([...files]);
}

test('the directory goes to another organisation as HSDS and back: the same file again changes nothing', async () => {
  const { t } = phone.words;
  await toExchange(phone);
  await phone.page.getByRole('button', { name: t('services.exchange.prepare'), exact: true }).click();
  await phone.page.getByText(t('services.exchange.why.only-as-counts')).first().waitFor();
  await look(phone, 'export');
  const json = await save(phone, 'hsds.json');
  await phone.page.locator('summary', { hasText: t('services.exchange.csv') }).click();
  const names = await phone.page
    .locator('.exchange-files a')
    .evaluateAll((all) => all.map((a) => a.textContent ?? ''));
  expect(names).toContain('datapackage.json');
  const csv: Saved[] = [];
  for (const name of names) csv.push(await save(phone, name.trim()));
  for (const { buffer } of [json, ...csv]) {
    expect(buffer.toString()).toContain(buffer === json.buffer ? 'Sığal Evi' : '');
    expect(buffer.toString()).not.toContain('Söyüd küçəsi');
  }

  const there = laptop.words;
  const { page } = laptop;
  await toExchange(laptop);
  await look(laptop, 'exchange');
  await choose(laptop, [json]);
  await page.getByRole('button', { name: there.t('services.exchange.importAct'), exact: true }).click();
  await page.getByText(there.t('services.exchange.done')).waitFor();
  expect((await searchServices(laptop, '')).sort()).toEqual(['Ana Ocağı', 'Sığal Evi']);
  await page
    .getByRole('list', { name: there.t('services.list.label') })
    .getByRole('link')
    .filter({ hasText: 'Sığal Evi' })
    .click();
  const article = theProvider(laptop);
  await article.getByText('+994 00 111 22 33').first().waitFor();
  expect(await article.getByText('Söyüd küçəsi').count()).toBe(0);
  await look(laptop, 'imported');

  for (const files of [[json], csv]) {
    await toExchange(laptop);
    await choose(laptop, files);
    await page.getByText(there.t('services.exchange.nothingToDo')).waitFor();
  }
});

test('a file that is broken, or half right, gives its report line by line and brings in nothing', async () => {
  const { page, words } = laptop;
  const before = await searchServices(laptop, '');
  await toExchange(laptop);
  await choose(laptop, [
    { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"services": [') },
  ]);
  await page.getByText(words.t('services.exchange.remark.not-json')).waitFor();
  const half = [
    'id,name,description',
    '0c1a7f1e-5d2b-4c33-9f60-0a1b2c3d4e5f,Good house,It stands',
    'not-an-id,Bad house,',
  ].join('\n');
  await choose(laptop, [{ name: 'organizations.csv', mimeType: 'text/csv', buffer: Buffer.from(half) }]);
  await page.getByText(words.t('services.exchange.refused')).waitFor();
  await page
    .getByText(/organizations\.csv:3/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: words.t('services.exchange.importAct') }).count()).toBe(0);
  await look(laptop, 'refused');
  expect(await searchServices(laptop, '')).toEqual(before);
});

test('somebody who only reads finds everything and is offered nothing to write', async () => {
  const { device } = await aColleague(elsewhere, laptop, 'en', { role: 'viewer' });
  const { page, words } = device;
  expect(await searchServices(device, 'sigal')).toEqual(['Sığal Evi']);
  const main = page.getByRole('main');
  expect(await main.getByRole('link', { name: words.t('services.new.short'), exact: true }).count()).toBe(0);
  await main
    .getByRole('list', { name: words.t('services.list.label') })
    .getByRole('link')
    .click();
  await theProvider(device).getByRole('heading', { level: 2 }).waitFor();
  // The leaving button and the pages of the bar stand outside.
  expect(await theProvider(device).getByRole('button').count()).toBe(0);
  await look(device, 'viewer');
  await toExchange(device, words.t('services.viewerOnly'));
  expect(await page.locator('input[type="file"]').count()).toBe(0);
});

test('none of these pages has a fault that a critical reader would find', () => {
  expect(faults).toEqual([]);
});
