import type { Value } from '@dayaq/vault/client';
import { beforeAll, expect, test } from 'vitest';
import { record } from '../worlds/demo/record.ts';
import { fillDialog } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { Office } from './lib/office.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
let office: Office;
let laptop: Device;
let phone: Device;
/** A case whose client does not want the shelter in Baku near. */
let guarded: string;
const faults: string[] = [];

interface Offer {
  provider: string;
  service: string;
  area: string;
  serves: string[];
  more?: Record<string, Value>;
  places?: { number: number; unit: string; day: string };
  shut?: { day: string; until: string };
}

/** Writes one provider down with all that it does, as one entry. */
async function offer({ provider, service, area, serves, more = {}, places, shut }: Offer): Promise<string> {
  const [dossier, place, id] = [office.id(), office.id(), office.id()];
  await office.save(dossier, [
    record('provider', dossier, { name: provider, trust: 'vetted', reportsTo: ['none'] }),
    record('location', place, { area: { area } }),
    record('service', id, { name: service, serves, locations: [place], ...more }),
    record('schedule', office.id(), { what: 'hours', service: id, roundTheClock: true }),
    ...(shut === undefined
      ? []
      : [record('schedule', office.id(), { what: 'closure', why: 'holiday', service: id, period: shut })]),
    ...(places === undefined
      ? []
      : [
          record('capacity', office.id(), {
            service: id,
            number: places.number,
            unit: places.unit,
            date: { day: places.day },
            source: 'Zəng',
          }),
        ]),
  ]);
  return dossier;
}

beforeAll(async () => {
  const world = await worlds.start();
  office = await Office.open(world, 'Yaxın Əl');
  const year = new Date().getFullYear();
  const baku = await offer({
    provider: 'Ana Ocağı',
    service: 'Qadınlar evi',
    area: 'az-baku',
    serves: ['shelter', 'rape-crisis'],
    more: { admitsWomen: 'admits', admitsTrans: 'admits', admitsChildren: 'admits', sonsUpTo: 12 },
    places: { number: 12, unit: 'family-places', day: `${year}-01-15` },
  });
  await offer({
    provider: 'Sığal Evi',
    service: 'Gəncə sığınacağı',
    area: 'az-ganja',
    serves: ['shelter'],
    more: { admitsWomen: 'admits', admitsTrans: 'refuses', admitsChildren: 'admits' },
    places: { number: 20, unit: 'beds', day: '2021-03-01' },
  });
  await offer({
    provider: 'Məhkəmə-tibb',
    service: 'Ekspertiza',
    area: 'az-baku',
    serves: ['forensic-examination'],
    shut: { day: `${year}-03-20`, until: `${year}-03-28` },
  });
  guarded = office.id();
  await office.save(guarded, [
    record('case', guarded, { reference: 'K7M2-Q', alias: 'Ülkər', status: 'new' }),
    record('person', office.id(), {
      role: 'client',
      alias: 'Ülkər',
      genderIdentity: 'woman',
      ageBand: '25-34',
      excludedIds: [baku],
    }),
  ]);
  phone = await office.colleague('phone', 'az', 'Nigar');
  laptop = await office.colleague('laptop', 'ru', 'Марьям');
});

/** Opens the page by a link of the directory's list. */
async function openCoverage(device: Device): Promise<void> {
  // From another page, so that nothing of an earlier look is chosen still.
  await go(device, 'services');
  await go(device, 'coverage');
  await theMap(device).waitFor();
}

const theMap = ({ page }: Device) => page.locator('.coverage-map > svg[role=img]');

async function look(device: Device, name: string): Promise<void> {
  faults.push(...(await inspect(device.page, name, device.options.language)));
  await photograph(device, `coverage-${name}`);
}

async function choose(device: Device, who: 'anybody' | 'woman' | 'mother' | 'trans-woman'): Promise<void> {
  const { page, words } = device;
  await page.getByLabel(words.t('coverage.reach.who'), { exact: true }).selectOption(who);
}

/** Kilometres from each district by the table, those on paper included; `nowhere` is infinitely far. */
async function kilometres({ page }: Device): Promise<Map<string, number>> {
  const cells = await page
    .locator('tr[data-area]')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-area') ?? '',
        row.querySelector('[data-km]')?.getAttribute('data-km') ?? '',
      ]),
    );
  return new Map(
    cells.map(([area = '', km]) => [area, km === 'nowhere' ? Number.POSITIVE_INFINITY : Number(km)]),
  );
}

/** The step at which the map shows each of its districts. */
async function drawn({ page }: Device): Promise<Map<string, string>> {
  const shapes = await page
    .locator('.coverage-map [data-area]')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('data-area'), one.getAttribute('data-step')]));
  return new Map(shapes.map(([area, step]) => [area ?? '', step ?? '']));
}

const stepOf = (km: number): string =>
  km === 0
    ? 'here'
    : km <= 50
      ? 'to-50'
      : km <= 100
        ? 'to-100'
        : km <= 200
          ? 'to-200'
          : km < 5000
            ? 'over-200'
            : 'nowhere';

test('the map shows what the table says, and a trans woman has farther to go than a woman', async () => {
  await openCoverage(phone);
  await choose(phone, 'woman');
  const woman = await kilometres(phone);
  expect(woman.size).toBe(87);
  const shapes = await drawn(phone);
  expect(shapes.size).toBe(75);
  for (const [area, step] of shapes) expect([area, step]).toEqual([area, stepOf(woman.get(area) ?? -1)]);
  const { t } = phone.words;
  const near = [...woman.values()].filter((km) => stepOf(km) === 'to-50').length;
  const told = await theMap(phone).getAttribute('aria-label');
  expect(told).toContain(t('coverage.map.count', { step: t('coverage.steps.to-50'), number: String(near) }));
  await look(phone, 'woman');

  await choose(phone, 'trans-woman');
  const trans = await kilometres(phone);
  expect(trans.get('az-ganja')).toBe(300);
  expect(woman.get('az-ganja')).toBe(0);
  for (const [area, km] of trans) expect(km).toBeGreaterThanOrEqual(woman.get(area) ?? 0);
  const farther = [...trans].filter(([area, km]) => km > (woman.get(area) ?? 0)).length;
  await phone.page.getByText(t('coverage.reach.farther', { count: farther }), { exact: true }).waitFor();
  const told3 = (answer: string) =>
    phone.page.locator(`.coverage-answers [data-answer="${answer}"] dd`).innerText();
  const of = (count: string) => t('coverage.reach.of', { count, all: '87' });
  expect([await told3('admits'), await told3('asks-first'), await told3('refuses')]).toEqual([
    of('13'),
    of('0'),
    of('1'),
  ]);
  await look(phone, 'trans-woman');

  // A son of fifteen: the house in Baku takes sons up to twelve, of the other nobody said.
  // Nobody lets her in, one house can be asked, and asking is not counted as being let in.
  await choose(phone, 'mother');
  expect((await kilometres(phone)).get('az-baku')).toBe(Number.POSITIVE_INFINITY);
  const baku = phone.page.locator('tr[data-area="az-baku"]');
  expect(await baku.locator('[data-answer="asks-first"]').textContent()).toContain('300');
  expect(await baku.locator('[data-answer="refuses"]').count()).toBe(1);
  expect((await drawn(phone)).get('az-ganja')).toBe('asks-first');
});

test('a pressed district shows its row, and a row can be chosen by keys', async () => {
  await openCoverage(laptop);
  const { page, words } = laptop;
  const name = words.label('packs', 'areas', 'az-shaki');
  await page.locator('.coverage-map [data-area="az-shaki"]').click();
  const row = page.locator('tr[data-area="az-shaki"]');
  await row.waitFor();
  await page.locator('.coverage-at', { hasText: name }).waitFor();
  const button = row.getByRole('button', { name, exact: true });
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByText(words.t('coverage.map.press')).waitFor();

  // Sorting by name: the first row is the first of the alphabet.
  await page
    .getByRole('columnheader', { name: words.t('coverage.table.name') })
    .getByRole('button')
    .press('Enter');
  expect(await page.locator('tr[data-area]').first().getAttribute('data-area')).toBe('az-absheron');
});

/** The statistics office's figure takes the place of the rounded one, which stays to be seen. */
async function writesFigure(device: Device): Promise<void> {
  const { page, words } = device;
  const { t, label } = words;
  const women = page.locator('[data-figure="women"]');
  const what = label('codes', 'figure-kinds', 'women');
  await women.getByRole('button', { name: t('coverage.figures.newerOf', { what }), exact: true }).click();
  await fillDialog(device, 'country-figure', {
    number: 5_127_400,
    date: { day: '2025' },
    source: 'Госкомстат',
  });
  await women.getByText('5 127 400').waitFor();
  await women.getByText(t('coverage.figures.before', { count: 1 }), { exact: true }).waitFor();
}

test('standards, places, closures and demand say their numbers, formulas, sources and doubts', async () => {
  await openCoverage(laptop);
  const { page, words } = laptop;
  const { t } = words;
  const main = page.getByRole('main');
  // 12 family places, and 20 beds for mothers with 1.7 children: never 32.
  await main
    .getByText(t('coverage.formula.mixed', { whole: '12', divided: '20', children: '1,7', places: '19' }))
    .waitFor();
  await main
    .getByText(t('coverage.formula.people', { base: '10 200 000', per: '10 000', needed: '1 020' }))
    .waitFor();
  for (const reading of ['unknown-as-family-places', 'unknown-as-persons'] as const)
    await main
      .getByText(t(`coverage.claim.published-${reading}`, { number: '175' }))
      .first()
      .waitFor();
  // Ten times less, in both readings of what a place is.
  const times = await main.locator('.coverage-times').innerText();
  expect(times).toContain('5,7');
  expect(times).toContain('15,6');
  await main.getByText(t('coverage.places.title', { count: 2 }), { exact: true }).click();
  await main.getByText(t('coverage.places.notAdded')).waitFor();
  await main.getByText(t('coverage.doubts.old', { count: 1 })).waitFor();
  const closed = main.locator('.coverage-closures tr', {
    has: page.getByText(words.label('codes', 'services', 'forensic-examination'), { exact: true }),
  });
  expect(await closed.locator('.coverage-value').innerText()).toBe('9');
  const forensic = main.locator('[data-part="forensic-examination"]');
  await forensic.getByText(t('coverage.rape.lost')).waitFor();
  await writesFigure(laptop);
  await look(laptop, 'laptop');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look(laptop, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: words.label('packs', 'countries', 'tj'), exact: true }).click();
  await main.getByText(t('coverage.reach.nowhereAtAll')).waitFor();
  await look(laptop, 'tajikistan');
});

test('paper carries every district, the date and whose directory it is, and nothing to press', async () => {
  await openCoverage(laptop);
  const { page, words } = laptop;
  await page.emulateMedia({ media: 'print' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 690, height: 1000 });
  const rows = page.locator('tr[data-area]');
  expect(await rows.last().isVisible()).toBe(true);
  expect(await rows.count()).toBe(87);
  const head = await page.locator('.coverage-head').innerText();
  expect(head).toContain('Yaxın Əl');
  expect(head).toContain(String(new Date().getFullYear()));
  expect(await page.getByLabel(words.t('coverage.reach.who'), { exact: true }).isVisible()).toBe(false);
  expect(await page.locator('.coverage-map > svg').isVisible()).toBe(true);
  await photograph(laptop, 'coverage-print');
  await page.emulateMedia({ media: 'screen' });
  if (size !== null) await page.setViewportSize(size);
});

test('from a case, offline: the way for this client, past the provider that the client excluded', async () => {
  await openCoverage(phone);
  await phone.offline();
  const { page, words } = phone;
  const { t } = words;
  await go(phone, 'cases');
  await page.getByRole('link', { name: /Ülkər/ }).first().click();
  await page.getByRole('button', { name: t('cases.head.more'), exact: true }).click();
  await page.getByRole('link', { name: t('coverage.ofCase'), exact: true }).click();
  await theMap(phone).waitFor();
  const client = t('coverage.reach.client', { name: 'Ülkər' });
  await page.getByRole('option', { name: client, exact: true }).waitFor({ state: 'attached' });
  await expect.poll(async () => (await kilometres(phone)).get('az-baku')).toBe(300);
  await page.getByText(t('services.match.excluded')).waitFor();
  // The paper names nobody.
  expect(await page.locator('.coverage h3').first().innerText()).not.toContain('Ülkər');
  await look(phone, 'client');
  await choose(phone, 'woman');
  expect((await kilometres(phone)).get('az-baku')).toBe(0);
  await phone.online();
});

test('every screen of these journeys was without serious faults', () => {
  expect(faults).toEqual([]);
});
