import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { AZ_ACTION_PLAN } from '../packages/domain/src/packs/frameworks/az-action-plan.ts';
import { problemsBySchema } from '../packages/domain/src/iati/testing/by-schema.ts';
import { found, unlock } from './lib/account.ts';
import { fillDialog, type Fields } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { isKept } from './lib/offline.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aWorld } from './lib/world.ts';
import { tableXml, wordFile } from '../packages/register/src/testing/document.ts';
import { workbook } from '../packages/register/src/testing/workbook.ts';

const worlds = aWorld();
const actions = AZ_ACTION_PLAN.themes.flatMap(({ commitments }) => commitments);
const [clinics, training] = actions.map(({ name }) => name.az) as [string, string];

const item = ({ page }: Device, name: string): Locator =>
  page.locator('details.plan-item').filter({ has: page.locator('.plan-name', { hasText: name }) });

async function press(scope: Locator, name: string): Promise<void> {
  await scope.getByRole('button', { name, exact: true }).first().click();
}

async function looksWell(device: Device, name: string): Promise<void> {
  await photograph(device, name);
  await isStill(device.page);
  expect(await inspect(device.page, name, device.options.language)).toEqual([]);
}

/** Brings the Action Plan in and opens it. */
async function bringPlan(device: Device): Promise<void> {
  const { page, words } = device;
  await go(device, 'plans');
  const name = AZ_ACTION_PLAN.name.az;
  await press(page.getByRole('listitem').filter({ hasText: name }), words.t('plans.bring'));
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

test('a task force prepares its annual review: indicators, agenda, seats, decisions that become tasks, and a meeting in which nothing else can be opened', async () => {
  const world = await worlds.start();
  const device = await world.device('laptop', 'az');
  const { page, words } = device;
  const { t } = words;
  const keys = await found(device, world.server.foundingLink, {
    organisation: 'Dayaq sınağı',
    name: 'Nigar',
  });
  await quickCase(device, 'Zeynəb', 'Səyyar klinika gəlməyib.');
  await bringPlan(device);
  const write = async (scope: Locator, act: string, kind: string, fields: Fields, save?: string) => {
    await press(scope, act);
    await fillDialog(device, kind, fields, save);
  };

  // An indicator: without a baseline nothing is said about progress.
  const action = item(device, clinics);
  await action.locator('summary').first().click();
  await write(action, t('plans.indicators.add'), 'indicator', {
    aspect: 'process',
    name: 'Səyyar klinikaların gəlişi',
  });
  await write(action, t('plans.indicators.define'), 'indicator-sheet', {
    since: { day: '2025' },
    definition: 'Rayona gələn klinikalar',
    unit: 'sessions',
    aim: 'more',
    disaggregation: ['settlement'],
  });
  const measured = async (day: string, least: number, more: Fields = {}) =>
    write(action, t('plans.indicators.measure'), 'measurement', {
      date: { day },
      least,
      source: 'Müşahidə',
      ...more,
    });
  await measured('2025-11', 4, { most: 6 });
  await measured('2026-06', 9);
  await action.getByText(t('plans.indicators.moved.noBaseline')).waitFor();
  await write(action, t('plans.indicators.editSheet'), 'indicator-sheet', {
    baselineLeast: 2,
    baselineDate: { day: '2024-12' },
  });
  await action.getByText(t('plans.indicators.moved.towards')).waitFor();
  await write(action, t('plans.indicators.target'), 'indicator-target', {
    amount: 24,
    by: { day: '2027-12' },
  });
  await measured('2026-09', 3, { settlement: 'rural' });
  expect(await action.locator('polyline.series-line').count()).toBe(1);
  // Counted otherwise, another line begins, and none leads to it.
  await write(action, t('plans.indicators.otherwise'), 'indicator-sheet', {
    since: { day: '2026-10' },
    definition: 'Kəndə gələn klinikalar',
    unit: 'sessions',
    aim: 'more',
  });
  await measured('2026-10', 5);
  await measured('2026-11', 7);
  await expect.poll(() => action.locator('polyline.series-line').count()).toBe(2);
  await action.locator('.series').scrollIntoViewIfNeeded();
  await looksWell(device, 'plan-indicators');
  const laptop = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await action.locator('.series').scrollIntoViewIfNeeded();
  await looksWell(device, 'plan-indicators-phone');
  if (laptop !== null) await page.setViewportSize(laptop);

  // Counted of our own cases by a kept question: nobody has agreed to be counted yet.
  await go(device, 'figures');
  await press(page.locator('main'), t('figures.keep'));
  const counting = page.getByRole('dialog');
  await counting.getByLabel(words.label('kinds', 'figure', 'fields', 'name')).fill('Bu ilin işləri');
  await press(counting, t('cases.edit.save'));
  await page.getByRole('link', { name: 'Bu ilin işləri', exact: true }).waitFor();
  await go(device, 'plans');
  await page.getByRole('link', { name: AZ_ACTION_PLAN.name.az }).first().click();
  await action.locator('summary').first().click();
  await press(action, t('plans.indicators.figure.fromFigure'));
  await counting.getByText(t('figures.count.cases', { count: 0 })).waitFor();
  await looksWell(device, 'plan-from-figure');
  await press(counting, `${t('plans.indicators.figure.take')}: Bu ilin işləri`);
  await press(counting, t('cases.edit.save'));
  await action
    .getByRole('link', { name: t('plans.indicators.figure.asks', { name: 'Bu ilin işləri' }) })
    .waitFor();

  await write(
    action,
    t('plans.say'),
    'update',
    { voice: 'state', rating: 'done', words: 'Klinikalar işləyir.' },
    t('plans.keepReading'),
  );
  await write(
    action,
    t('plans.say'),
    'update',
    { voice: 'ours', rating: 'partly', words: 'Kəndlərə gəlmirlər.' },
    t('plans.keepReading'),
  );
  await write(action, t('plans.funding.add'), 'funding', {
    state: 'in-kind',
    inKind: 'Bir avtomobil',
    donor: 'Qonşu fondu',
  });

  // Seats, and a review that begins with what should be spoken about.
  const plan = page.getByRole('article', { name: AZ_ACTION_PLAN.name.az });
  const seats = plan
    .locator('details')
    .filter({ hasText: t('plans.seats.title') })
    .last();
  await seats.locator('summary').click();
  for (const [name, side] of [
    ['Nazirlik', 'state'],
    ['İcma', 'community'],
  ] as const)
    await write(seats, t('plans.seats.add'), 'seat', { name, side });
  await write(plan, t('plans.reviews.add'), 'review', { type: 'annual', quorum: 2 });
  const review = plan.locator('details.plan-review');
  await review.getByText(t('plans.reviews.why.differ')).first().waitFor();
  await review.getByText(t('plans.reviews.notEnough')).waitFor();
  await write(review, t('plans.reviews.decide'), 'decision', {
    what: 'task',
    words: 'Nazirlikdən gəliş cədvəlini istəmək',
    due: { day: '2026-12-20' },
  });
  await review.getByText('Nazirlikdən gəliş cədvəlini istəmək').waitFor();
  await looksWell(device, 'plan-review');
  const address = new URL(page.url()).pathname;
  await go(device, 'today');
  await page.getByRole('link', { name: 'Nazirlikdən gəliş cədvəlini istəmək' }).first().click();
  await page.getByRole('heading', { name: AZ_ACTION_PLAN.name.az, exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe(address);

  // On paper, and as a table.
  await plan.getByRole('link', { name: t('plans.sheet.act'), exact: true }).click();
  const sheet = page.getByRole('article', { name: t('plans.sheet.title') });
  await sheet.getByText('Klinikalar işləyir.').first().waitFor();
  await looksWell(device, 'plan-paper');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('plans.sheet.save'), exact: true }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\r\n').filter((line) => line.includes(training))).toHaveLength(1);
  expect(csv).toContain('Kəndlərə gəlmirlər.');

  // As activities by IATI: what is lacking is said first, then what is left out; the file is valid by its schema.
  const iati = page.locator('details').filter({ hasText: t('iati.title') });
  await iati.locator('summary').first().click();
  await iati.getByText(t('iati.lacking.publisher')).waitFor();
  expect(await iati.getByRole('button', { name: t('iati.save'), exact: true }).count()).toBe(0);
  await write(iati, t('iati.settle'), 'framework', {
    publisher: 'AZ-XXX-1234567',
    publisherType: 'national-ngo',
    textLanguage: 'en',
  });
  await iati.getByText(t('iati.made', { count: 22 })).waitFor();
  await iati.getByText(t('iati.left.in-kind', { count: 1 })).waitFor();
  await looksWell(device, 'plan-iati');
  await page.setViewportSize({ width: 360, height: 740 });
  await looksWell(device, 'plan-iati-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  const [activities] = await Promise.all([page.waitForEvent('download'), press(iati, t('iati.save'))]);
  const xml = await readFile(await activities.path(), 'utf8');
  expect(await problemsBySchema(xml)).toEqual([]);
  for (const told of [clinics, 'Bir avtomobil', 'value="9"', '<target value="24">'])
    expect(xml).toContain(told);
  expect(xml).not.toContain('Zeynəb');
  await page.goBack();

  // The meeting: one of 21, and of it the state's word alone.
  await isKept(device);
  const other = await device.newTab();
  await other.goto(new URL('/cases', device.options.url).href);
  await other.getByRole('heading', { level: 1 }).waitFor();
  await press(plan, t('plans.meeting.act'));
  const dialog = page.getByRole('dialog', { name: t('plans.meeting.title') });
  await dialog.getByRole('checkbox', { name: new RegExp(clinics) }).check();
  await dialog.locator('.meeting-parts').getByRole('checkbox').filter({ hasText: '' }).first().waitFor();
  await dialog.getByRole('checkbox', { name: new RegExp(words.label('codes', 'voices', 'state')) }).check();
  await looksWell(device, 'plan-meeting-choose');
  await press(dialog, t('plans.meeting.show', { count: 2 }));
  await page.locator('.meeting').waitFor();
  await page.context().setOffline(true);
  const shown = await page.locator('.meeting').innerText();
  expect(shown).toContain('Klinikalar işləyir.');
  for (const not of ['Kəndlərə gəlmirlər.', training, 'Zeynəb', 'Qonşu fondu', 'Rayona gələn klinikalar'])
    expect(await page.content()).not.toContain(not);
  await looksWell(device, 'plan-meeting');

  // Nothing leads to anything else: not the keyboard, not the way back, not the other tab, not an address.
  expect(await page.locator('.meeting a').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.goBack().catch(() => null);
  await page.goForward().catch(() => null);
  expect(await page.locator('.meeting').innerText()).toBe(shown);
  await other.getByRole('heading', { name: t('account.unlock.title') }).waitFor();
  expect(await other.content()).not.toContain('Zeynəb');
  await page.goto(new URL('/cases', device.options.url).href);
  await page.getByRole('heading', { name: t('account.unlock.title') }).waitFor();
  for (const not of ['Klinikalar işləyir.', 'Zeynəb']) expect(await page.content()).not.toContain(not);
  await page.context().setOffline(false);
  await unlock(device, keys.passphrase);
  await page.getByText('Zeynəb').first().waitFor();

  // Ended by its own button, too, it asks for the passphrase, though another tab was opened with it meanwhile.
  await go(device, 'plans');
  await page.getByRole('link', { name: AZ_ACTION_PLAN.name.az }).click();
  await press(plan, t('plans.meeting.act'));
  await dialog.getByRole('checkbox', { name: new RegExp(clinics) }).check();
  await press(dialog, t('plans.meeting.show', { count: 1 }));
  await page.locator('.meeting').waitFor();
  const again = device.inTab(other, words);
  await unlock(again, keys.passphrase);
  await other.getByRole('navigation', { name: t('shell.navigation') }).waitFor();
  expect(await page.locator('.meeting').count()).toBe(1);
  await press(page.locator('.meeting'), t('plans.meeting.end'));
  await page.getByRole('heading', { name: t('account.unlock.title') }).waitFor();
  await other.getByRole('heading', { name: t('account.unlock.title') }).waitFor();
});

/** As such matrices look: a merged row says what the next ones are about, a merged state stands for several, two cycles in one. */
const MATRIX = workbook(
  {
    Matrix: [
      ['No.', 'Recommendation', 'Рекомендация', 'Tövsiyə', 'State', 'Position', 'Cycle'],
      ['Violence against women', '', '', '', '', '', ''],
      ['141.1', 'Ratify it.', 'Ратифицировать.', 'Ratifikasiya etmək.', 'Norland', 'Supported', '3'],
      ['141.2', 'Open shelters.', 'Открыть приюты.', 'Sığınacaq açmaq.', '', 'Noted', '3'],
      ['98.7', 'Train doctors.', 'Обучить врачей.', 'Təlim keçmək.', 'Sudland', 'Supported', '2'],
    ],
  },
  { merges: ['A2:G2', 'E3:E4'] },
);

/** The same as a table in a Word file. */
const IN_WORD = wordFile(
  tableXml([
    ['No.', 'Recommendation', 'Рекомендация', 'Tövsiyə', 'State', 'Position', 'Cycle'],
    [{ words: 'Violence against women', span: 7 }],
    [
      ...['141.1', 'Ratify it.', 'Ратифицировать.', 'Ratifikasiya etmək.'],
      { words: 'Norland', down: 'begins' },
      'Supported',
      '3',
    ],
    [
      ...['141.2', 'Open shelters.', 'Открыть приюты.', 'Sığınacaq açmaq.'],
      { words: '', down: 'goes-on' },
      'Noted',
      '3',
    ],
    ['98.7', 'Train doctors.', 'Обучить врачей.', 'Təlim keçmək.', 'Sudland', 'Supported', '2'],
  ]),
);

test('a matrix of recommendations comes in as it is mapped by hand: merged cells, three languages, one of two cycles; brought in again from a Word file nothing changes', async () => {
  const world = await worlds.start();
  const device = await world.device('laptop', 'az');
  const { page, words } = device;
  const { t } = words;
  await found(device, world.server.foundingLink, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  await go(device, 'plans');
  await press(page.getByRole('main'), t('plans.add'));
  await fillDialog(device, 'framework', { name: 'UDİ, üçüncü dövrə', type: 'review-cycle' });
  await page.getByRole('link', { name: 'UDİ, üçüncü dövrə' }).click();
  const bring = async (name: string, file: Uint8Array): Promise<void> => {
    await page.getByRole('link', { name: t('plans.import.act'), exact: true }).click();
    await page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file),
    });
    const targets = ['number', 'text', 'nameRu', 'nameAz', 'askedBy', 'answer', 'cycle'];
    for (const [at, column] of [
      'No.',
      'Recommendation',
      'Рекомендация',
      'Tövsiyə',
      'State',
      'Position',
      'Cycle',
    ].entries())
      await page.getByLabel(column, { exact: true }).selectOption(targets[at] ?? '');
    await page.getByLabel('Supported', { exact: true }).selectOption('supported');
    // Two cycles in one file: nothing is shown before somebody says which one.
    await page.getByText(t('plans.import.cycleFirst')).waitFor();
    await page.getByLabel(t('plans.import.cycle'), { exact: true }).selectOption('3');
  };
  await bring('matrix.xlsx', MATRIX);
  await page.getByText(t('plans.import.fault.answer')).waitFor();
  await page.getByLabel('Noted', { exact: true }).selectOption('noted');
  await page.getByText(t('plans.import.otherCycles', { count: 1 })).waitFor();
  await looksWell(device, 'plan-import');
  await press(page.getByRole('main'), t('plans.import.bring', { count: 2 }));
  await page.getByRole('heading', { name: 'Violence against women', exact: true }).waitFor();
  expect(await page.locator('details.plan-item').count()).toBe(2);
  await item(device, 'Sığınacaq açmaq.').locator('summary').first().click();
  await item(device, 'Sığınacaq açmaq.').getByText('Norland').waitFor();
  await bring('matrix.docx', IN_WORD);
  await page.getByLabel('Noted', { exact: true }).selectOption('noted');
  await page.getByText(t('plans.import.nothing')).first().waitFor();

  // A table with a title above its names, in letters that are not what they look like, and a column that holds no answers.
  const rows = Array.from({ length: 31 }, (_, n) => `${n + 1};Tövsiyə ${n + 1};söz ${n + 1}`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'matrix.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Cədvəl;2023;son', 'No.;Mətn;Cavab', ...rows].join('\n')),
  });
  const header = page.getByLabel(t('register.header'), { exact: true });
  await header.fill('2');
  await header.press('Tab');
  await page.getByLabel('Cavab', { exact: true }).selectOption('answer');
  const tooMany = {
    target: words.label('kinds', 'commitment', 'fields', 'answer'),
    count: 31,
    most: 30,
  };
  await page.getByRole('alert').getByText(t('plans.import.tooMany', tooMany)).waitFor();
});
