/**
 * A figure says what it counts, one person in two cases is one, a month is frozen and revised openly, and what leaves (a file, a
 * spreadsheet, paper) says no number that tells of single people.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFoundingToken } from '@dayaq/server';
import { systemRandomness } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthBefore } from '../apps/workspace/src/figures/periods.ts';
import { type Device as NodeDevice, expectOk, set, startWorld, type World } from '../worlds/devices/world.ts';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
/** Minutes east of UTC: the organisation's day. */
const OFFSET = 240;
const MINUTE = 60_000;

const browsers = aWorld();
let world: World;
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES });
});
afterAll(() => world.stop());

const press = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = ({ page }: Device, label: string, value: string) =>
  page.getByLabel(label, { exact: true }).selectOption(value);

const lastMonth = (): string => monthBefore(new Date(Date.now() + OFFSET * MINUTE).toISOString().slice(0, 7));

/** Where each act was done: where three were, nobody outside hears how many. */
const PLACES: Readonly<Record<string, string>> = {
  'care-denied': 'az-ganja',
  evicted: 'az-lankaran',
  extortion: 'az-shaki',
};

const UNIT = '5-ci polis bölməsi';

/** A case of one client who agreed to statistics; answers who that is. */
async function aCase({ vault }: NodeDevice, type: string, sameAs: readonly string[] = []): Promise<string> {
  const [id, client, consent, act] = [
    await vault.newId(),
    await vault.newId(),
    await vault.newId(),
    await vault.newId(),
  ];
  const day = `${lastMonth()}-10`;
  // Of the others nobody knows who did it.
  const by = type === 'extortion' ? await vault.newId() : null;
  expectOk(
    await vault.save({
      dossier: id,
      changes: [
        set('case', id, {
          alias: 'Invented',
          status: 'new',
          opened: { day },
          channel: 'outreach',
          area: { area: PLACES[type] ?? '' },
        }),
        set('person', client, { role: 'client', sameAs: [...sameAs] }),
        set('consent', consent, { of: client, to: 'statistics', decision: 'yes' }),
        set('violation', act, {
          type,
          date: { day },
          victims: [client],
          perpetrators: by === null ? [] : [by],
        }),
        ...(by === null ? [] : [set('perpetrator', by, { type: 'police', unit: UNIT })]),
      ],
    }),
  );
  return client;
}

test('a figure says what it counts, is frozen and revised openly, and gives no small number away', async () => {
  const here = browsers.around(world.server.url);
  const laptop = await here.device('laptop', 'az');
  const { page, words } = laptop;
  const { t } = words;
  const token = await makeFoundingToken({
    db: world.server.data.db,
    clock: Date.now,
    random: systemRandomness,
  });
  await found(laptop, `${world.server.url}/begin#${token}`, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  const second = await world.newcomer(await invite(laptop, { role: 'coordinator' }), 'Bahar');
  for (let n = 0; n < 8; n += 1) await aCase(second, 'care-denied');
  for (let n = 0; n < 6; n += 1) await aCase(second, 'evicted');
  for (let n = 0; n < 2; n += 1) await aCase(second, 'extortion');
  const before = await aCase(second, 'extortion');
  await aCase(second, 'care-denied', [before]);
  await second.vault.syncNow();

  await go(laptop, 'figures');
  await choose(laptop, t('figures.ask.period'), 'last-month');
  const finding = page.locator('#figure-found');
  await expect.poll(() => finding.textContent()).toBe(t('figures.count.cases', { count: 18 }));
  await photograph(laptop, 'figures-cases');
  // One person stands in two of them.
  await choose(laptop, t('figures.ask.unit'), 'persons');
  await expect.poll(() => finding.textContent()).toBe(t('figures.count.persons', { count: 17 }));
  await choose(laptop, t('figures.ask.unit'), 'cases');

  // What leaves: three are not said, nor is another number by which they could be reckoned.
  await press(laptop, t('figures.give.open'));
  const giving = page.locator('.figure-giving');
  expect(await giving.getByText(t('figures.keptBack'), { exact: true }).count()).toBe(2);
  const download = page.waitForEvent('download');
  await press(laptop, t('figures.give.csv'));
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('#indicator+num+cases');
  expect(csv).not.toMatch(/,[1-4],/);
  await photograph(laptop, 'figures-giving');
  // Nothing is on paper before it was written down that it leaves.
  const printed = () => page.locator('.figures td:visible').allInnerTexts();
  await page.emulateMedia({ media: 'print' });
  expect(await finding.isVisible()).toBe(false);
  expect(await printed()).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    globalThis.print = () => document.body.setAttribute('data-printed', '');
  });
  await press(laptop, t('figures.give.print'));
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await printed()).toEqual(['9', t('figures.keptBack'), t('figures.keptBack')]);
  await page.emulateMedia({ media: 'screen' });
  await page.getByText(t('figures.give.before', { count: 1 }), { exact: true }).waitFor();

  // Kept, and on everybody's Today.
  await press(laptop, t('figures.keep'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.label('kinds', 'figure', 'fields', 'name')).fill('Aylıq pozuntular');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await page.getByRole('link', { name: 'Aylıq pozuntular', exact: true }).click();
  await press(laptop, t('figures.pin'));

  // A month as it stands today; then more comes in of it.
  await press(laptop, t('figures.frozen.freeze'));
  const month = page.locator('.figure-months > li');
  await month
    .getByText(t('figures.count.cases', { count: 18 }))
    .first()
    .waitFor();
  await aCase(second, 'evicted');
  await second.vault.syncNow();
  await expect.poll(() => finding.textContent()).toBe(t('figures.count.cases', { count: 19 }));
  // One alone is not told of by the difference.
  await press(laptop, t('figures.frozen.revise'));
  await page.getByText(t('figures.refused.with-before', { most: 4 })).waitFor();
  for (let n = 0; n < 4; n += 1) await aCase(second, 'evicted');
  await second.vault.syncNow();
  await expect.poll(() => finding.textContent()).toBe(t('figures.count.cases', { count: 23 }));
  await press(laptop, t('figures.frozen.revise'));
  await month.getByText(t('figures.frozen.later', { count: 5 })).waitFor();
  // What was frozen first stands as it was.
  expect(await month.locator('ol > li').allTextContents()).toEqual([
    expect.stringContaining(t('figures.count.cases', { count: 18 })),
    expect.stringContaining(t('figures.count.cases', { count: 23 })),
  ]);
  await photograph(laptop, 'figures-frozen');
  expect(await inspect(page, 'figures', 'az')).toEqual([]);

  // By month and by two things, on the width of a phone.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText(t('figures.change'), { exact: true }).click();
  await choose(laptop, t('figures.ask.by'), 'month');
  await page.locator('.figure-series').first().waitFor();
  await choose(laptop, t('figures.ask.andBy'), 'violation.type');
  await page.getByRole('region').locator('.figure-table').first().waitFor();
  // Each kind of act by month beside the others, on one scale.
  await expect.poll(() => page.locator('.figure-multiples svg').count()).toBe(3);
  await photograph(laptop, 'figures-phone');
  expect(await inspect(page, 'figures on a phone', 'az')).toEqual([]);

  // As a map: each district where it lies; what is given away hatches what it keeps back.
  await page.getByLabel(t('figures.ask.andBy'), { exact: true }).first().selectOption('');
  await choose(laptop, t('figures.ask.by'), 'place');
  await page.getByLabel(t('figures.ask.fine'), { exact: true }).check();
  const looks = (area: string) =>
    page
      .locator(`.figure-map [data-area="${area}"]`)
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-look')));
  await expect.poll(() => looks('az-shaki')).toEqual(['0']);
  expect(await looks('az-lankaran')).toEqual(['2']);
  expect(await looks('az-baku')).toEqual(['none']);
  await photograph(laptop, 'figures-map-phone');
  expect(await inspect(page, 'a map on a phone', 'az')).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(laptop, t('figures.give.open'));
  await expect.poll(() => looks('az-shaki')).toEqual(['0', 'kept']);
  await photograph(laptop, 'figures-map');
  // As values of a DHIS2: shown first, with what is kept back, then saved.
  const uid = (n: number): string => `a${String(n).padStart(10, '0')}`;
  const mapping = {
    dataElements: [{ unit: 'cases', dataElement: uid(1) }],
    orgUnits: Object.values(PLACES).map((place, at) => ({ place, orgUnit: uid(2 + at) })),
  };
  await page.getByText(t('figures.dhis2.title'), { exact: true }).click();
  const brought = (value: unknown) =>
    page.locator('.figure-giving input[type="file"]').setInputFiles({
      name: 'm.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(value)),
    });
  await brought({ ...mapping, orgUnits: [{ place: 'az-nowhere', orgUnit: uid(2) }] });
  await page.getByText(t('figures.dhis2.row', { list: 'orgUnits', row: '1' })).waitFor();
  await brought(mapping);
  await page.getByText(t('figures.dhis2.unsent.kept-back'), { exact: true }).nth(1).waitFor();
  await photograph(laptop, 'figures-dhis2');
  const values = page.waitForEvent('download');
  await press(laptop, t('figures.dhis2.save'));
  const { dataValues } = JSON.parse(await readFile(await (await values).path(), 'utf8'));
  expect(dataValues).toEqual([
    expect.objectContaining({ dataElement: uid(1), value: expect.stringMatching(/^\d{1,}$/) }),
  ]);

  // What is alike is suggested with the reason; a person makes a pattern of it, and it is asked no more.
  await go(laptop, 'figures');
  await page.getByRole('link', { name: t('patterns.fromFigures'), exact: true }).click();
  await page.getByText(t('patterns.same.unit', { what: UNIT })).waitFor();
  await photograph(laptop, 'patterns');
  expect(await inspect(page, 'patterns', 'az')).toEqual([]);
  await press(laptop, t('patterns.gather'));
  await dialog.getByLabel(words.label('kinds', 'pattern', 'fields', 'name')).fill('Yol nəzarəti');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await page.getByText(t('patterns.nothing'), { exact: true }).waitFor();
  await page.getByRole('link', { name: /Yol nəzarəti/ }).click();
  await expect.poll(() => page.locator('article a[href^="/cases/"]').count()).toBe(3);
  await photograph(laptop, 'pattern');

  await page.setViewportSize({ width: 1280, height: 800 });
  await go(laptop, 'today');
  await page.getByRole('link', { name: /Aylıq pozuntular/ }).waitFor();
});
