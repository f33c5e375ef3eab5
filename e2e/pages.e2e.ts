import { isStill } from './lib/still.ts';
import { LANGUAGES, type Language } from '@dayaq/locale';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { fillFounding, passKit, readKit } from './lib/account.ts';
import { add, decide, openCase, startAdding, startEditingCase, startJudging, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { addProvider } from './lib/directory.ts';
import { Fitting } from './lib/fits.ts';
import { inspect } from './lib/inspect.ts';
import { inOtherMedia } from './lib/media.ts';
import { saveIntake, startIntake, tellAll } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { actOnTab } from './lib/sides.ts';
import { aWorld, type World } from './lib/world.ts';
import { wordsIn } from './lib/words.ts';

const worlds = aWorld();
let world: World;
let phone: Device;
/** Where the one case stands. */
let address: string;
/** Where the one provider of the directory stands. */
let provider: string;
/** Where the plan stands that was brought in. */
let plan: string;

/** A small life to look at: one organisation, one case with something of everything, an open invitation. */
beforeAll(async () => {
  world = await worlds.start();
  phone = await world.device('phone', 'en');
  await fillFounding(phone, world.server.foundingLink, { organisation: 'Haven', name: 'Alice' });
  await passKit(phone);
  await startIntake(phone);
  await tellAll(phone, {
    client: {
      alias: 'Wren',
      ageBand: '14-17',
      populations: ['trans', 'homeless'],
      countedAs: 'trans',
      safeChannel: ['call'],
      neverContact: ['at-home'],
    },
    source: { connection: 'peer', words: 'They sleep at the station.' },
    children: ['0-13'],
    types: ['evicted', 'threat'],
    words: 'Put out of the family home in October. Threatened since then.',
    act: { date: { day: '2026-10', about: true }, area: { area: 'az-baku' }, placeType: 'family-home' },
    perpetrators: [{ type: 'family' }],
    danger: 'high',
    wants: ['safe-place'],
    doneToday: ['counselling'],
    task: { what: 'Call the shelter', due: '2026-11-01' },
    consents: { service: 'yes', sharing: 'no', statistics: 'yes' },
    consent: { how: 'spoken' },
  });
  await saveIntake(phone);
  await openCase(phone, 'Wren');
  address = new URL(phone.page.url()).pathname;
  await add(phone, 'note', { text: 'Wants to go on studying.' });
  await decide(phone, 'story', { decision: 'no' });
  await invite(phone);
  await addProvider(phone, { name: 'Lantern', serves: ['shelter', 'legal-aid'], area: 'az-ganja' });
  provider = new URL(phone.page.url()).pathname;
  await go(phone, 'plans');
  const bring = phone.page.getByRole('button', { name: phone.words.t('plans.bring'), exact: true });
  await bring.first().click();
  await phone.page.locator('.plan-item').first().waitFor();
  plan = new URL(phone.page.url()).pathname;
});

/** Each page and dialog behind the lock: its name, its address, and what brings it up there. */
const PAGES: readonly (readonly [
  name: string,
  path: () => string,
  act?: (device: Device) => Promise<unknown>,
])[] = [
  ['today', () => '/today'],
  [
    'list',
    () => '/cases',
    ({ page, words }) =>
      page
        .getByRole('list', { name: words.t('cases.list.label') })
        .getByRole('link')
        .first()
        .waitFor(),
  ],
  ['filters', () => '/cases', press('cases.filters.all')],
  [
    'nothing found',
    () => '/cases',
    ({ page, words }) => page.getByLabel(words.t('cases.list.search'), { exact: true }).fill('zzz'),
  ],
  ['case', () => address, ready],
  ['response', () => address, (device) => startAdding(device, 'response')],
  ['violation', () => address, (device) => startAdding(device, 'violation')],
  ['person', () => address, (device) => startAdding(device, 'person')],
  ['status', () => address, (device) => startEditingCase(device, 'status')],
  ['qualification', () => address, (device) => startJudging(device)],
  ['history', () => address, caseMenu('cases.history.title')],
  ['who may open', () => address, caseMenu('cases.restrict.title')],
  ['paper', () => `${address}/print`],
  ['intake', () => '/cases/new'],
  ['services', () => '/services'],
  ['provider', () => provider, press('services.event.act')],
  ['new provider', () => '/services/new'],
  ['who can help', () => '/services/match'],
  ['import and export', () => '/services/exchange'],
  ['coverage', () => '/coverage', ({ page }) => page.locator('.coverage-map > svg').waitFor()],
  ['people', () => '/people'],
  ['invite', () => '/people', press('people.invite.act')],
  [
    'member',
    () => '/people',
    ({ page, words }) =>
      page.getByRole('button', { name: words.t('people.changeWho', { name: 'Alice' }), exact: true }).click(),
  ],
  ['settings', () => '/settings'],
  ['wipe', () => '/settings', press('settings.wipe.start')],
  ['protection', () => '/protection'],
  ['costs', () => '/costs', heading('costs.page.all')],
  ['fund', () => '/costs', press('costs.funds.add')],
  ['costs of a case', () => `${address}/costs`, inCase('costs.empty.title')],
  [
    'asking for money',
    () => `${address}/costs`,
    (device) => actOnTab(device, device.words.t('costs.ask.title')),
  ],
  ['plan of a case', () => `${address}/plan`, inCase('plan.needs.title')],
  ['safety of a case', () => `${address}/safety`, inCase('safety.threats.title')],
  ['threat', () => `${address}/safety`, press('safety.threats.log')],
  ['papers of a case', () => `${address}/papers`, inCase('papers.caution')],
  ['matters of a case', () => `${address}/matters`, inCase('matters.contacts.title')],
  ['contact', () => `${address}/matters`, press('matters.act.contact')],
  [
    'all matters',
    () => '/matters',
    ({ page, words }) => page.getByText(words.t('matters.page.empty'), { exact: true }).waitFor(),
  ],
  ['addresses', () => '/addresses', press('papers.addresses.add')],
  [
    'import of a register',
    () => '/register',
    ({ page, words }) => page.getByText(words.t('register.about'), { exact: true }).waitFor(),
  ],
  [
    'possible duplicates',
    () => '/pairs',
    ({ page, words }) => page.getByText(words.t('alike.none'), { exact: true }).waitFor(),
  ],
  ['plans', () => '/plans', ({ page }) => page.locator('.plan-rows a').first().waitFor()],
  ['a plan', () => plan, ({ page }) => page.locator('.plan-item > summary').first().click()],
  [
    'a plan on paper',
    () => `${plan}/print`,
    ({ page, words }) => page.getByRole('article', { name: words.t('plans.sheet.title') }).waitFor(),
  ],
  [
    'a table of recommendations',
    () => `${plan}/import`,
    ({ page, words }) => page.getByText(words.t('plans.import.about'), { exact: true }).waitFor(),
  ],
  ['consultations', () => '/consultations'],
  ['laws', () => '/laws'],
  ['surveys', () => '/surveys'],
  ['calls', () => '/calls'],
  ['kept long enough', () => '/people/retention'],
  ['inbox', () => '/inbox'],
  ['more', () => '/more'],
  ['waiting', () => '/waiting'],
  ['nowhere', () => '/cases/new/nowhere'],
];

/** Those whose parts lie elsewhere on a laptop: a rail for the bar, facts beside the story, steps beside the step. */
const ON_LAPTOP = new Set([
  'today',
  'list',
  'case',
  'response',
  'history',
  'intake',
  'people',
  'settings',
  'costs',
  'a plan',
]);
const LAPTOP = { width: 1280, height: 800 };
/** What has room in Tajik has room in the others. */
const WORDIEST: Language = 'tg';
/** Colours and movement are the same in all of them. */
const SHORTEST: Language = 'en';

type Words =
  | 'cases.filters.all'
  | 'people.invite.act'
  | 'settings.wipe.start'
  | 'costs.funds.add'
  | 'safety.threats.log'
  | 'matters.act.contact'
  | 'papers.addresses.add'
  | 'services.event.act';
function press(key: Words) {
  return ({ page, words }: Device) => page.getByRole('button', { name: words.t(key), exact: true }).click();
}
function heading(key: 'costs.page.all') {
  return ({ page, words }: Device) =>
    page.getByRole('heading', { name: words.t(key), exact: true }).waitFor();
}
function inCase(
  key:
    | 'costs.empty.title'
    | 'plan.needs.title'
    | 'safety.threats.title'
    | 'papers.caution'
    | 'matters.contacts.title',
) {
  return (device: Device) => theCase(device).getByText(device.words.t(key), { exact: true }).waitFor();
}
async function ready(device: Device): Promise<void> {
  await theCase(device).getByRole('heading', { level: 2 }).waitFor();
}
function caseMenu(key: 'cases.history.title' | 'cases.restrict.title') {
  return async (device: Device): Promise<void> => {
    await theCase(device)
      .getByRole('button', { name: device.words.t('cases.head.more'), exact: true })
      .click();
    await theCase(device)
      .getByRole('button', { name: device.words.t(key), exact: true })
      .click();
  };
}

test.for(LANGUAGES)('every page and dialog behind the lock, in %s', async (language) => {
  // The first tab keeps the vault open, so that addresses can be opened in another without unlocking each time.
  const page = await phone.newTab();
  const reader = phone.inTab(page, await wordsIn(language));
  const faults: string[] = [];
  const fitting = await Fitting.of(page);
  await speak(page, world.server.url, language);
  for (const [name, path, act] of PAGES) {
    try {
      await reader.goto(path());
      await page.locator('.shell').getByRole('main').waitFor();
      await act?.(reader);
      await isStill(page);
      faults.push(...(await inspect(page, name, language)));
      if (language === WORDIEST) faults.push(...(await fitting.look(name)));
      if (language === SHORTEST) faults.push(...(await inOtherMedia(page, name)));
      if (!ON_LAPTOP.has(name)) continue;
      const phoneSize = page.viewportSize() ?? LAPTOP;
      await page.setViewportSize(LAPTOP);
      await isStill(page);
      faults.push(...(await inspect(page, `${name} on a laptop`, language)));
      await page.setViewportSize(phoneSize);
    } catch (error) {
      // The other pages are looked at all the same, so that one run tells everything.
      await photograph(reader, `failed-${language}-${name}`);
      faults.push(`${language} ${name}: ${String(error)}`);
    }
  }
  await page.close();
  expect(faults).toEqual([]);
});

test.for(LANGUAGES)('every step of an intake, in %s', async (language) => {
  const page = await phone.newTab();
  const reader = phone.inTab(page, await wordsIn(language));
  const faults: string[] = [];
  await speak(page, world.server.url, language);
  await reader.goto('/today');
  await page.getByRole('navigation', { name: reader.words.t('shell.navigation') }).waitFor();
  await startIntake(reader);
  await tellAll(
    reader,
    {
      client: { alias: 'Lark', ageBand: '18-24', populations: ['migrant'], safeChannel: ['call'] },
      children: ['0-13'],
      types: ['care-denied'],
      words: 'Turned away.',
      act: { date: { day: '2026' } },
      perpetrators: [{ type: 'health-worker' }],
      danger: 'high',
      consents: { service: 'yes', sharing: 'yes' },
    },
    async (step) => void faults.push(...(await inspect(page, `intake: ${step}`, language))),
  );
  await saveIntake(reader);
  faults.push(...(await inspect(page, 'intake: saved', language)));
  await page.close();
  expect(faults).toEqual([]);
});

test.for(LANGUAGES)('the ways in, in %s', async (language) => {
  const link = await invite(phone);
  const newcomer = await world.device('phone', language);
  const { page, words } = newcomer;
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    await isStill(page);
    faults.push(...(await inspect(page, name, language)));
  };
  for (const [name, path, heading] of [
    ['welcome', '/', words.t('account.welcome.title')],
    ['kit', '/restore', words.t('account.restore.title')],
    ['no link', '/begin', words.t('account.begin.noLinkTitle')],
    ['no invitation', '/join', words.t('account.join.noLinkTitle')],
    ['begin', '/begin#x', words.t('account.begin.title')],
  ] as const) {
    await newcomer.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await look(name);
  }
  await page.goto(link);
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill('Lark');
  await look('join');
  await page.getByRole('button', { name: words.t('account.join.act'), exact: true }).click();
  await page.getByText(words.t('account.name.missing')).waitFor({ state: 'hidden' });
  const kit = await readKit(newcomer);
  await look('the words');
  await page.getByRole('button', { name: words.t('account.kit.have') }).click();
  await page.getByRole('heading', { name: words.t('account.kit.checkTitle') }).waitFor();
  await look('the check');
  expect(kit).toHaveLength(12);
  await newcomer.goto('/');
  await page.getByRole('heading', { name: words.t('account.unlock.title'), exact: true }).waitFor();
  await look('unlock');
  await newcomer.discard();
  await go(phone, 'today');
  expect(faults).toEqual([]);
});

async function speak(page: Page, url: string, language: Language): Promise<void> {
  await page.goto(url);
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
}
