import { LANGUAGES } from '@dayaq/locale';
import type { Change, Id } from '@dayaq/vault/client';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { record } from '../worlds/demo/record.ts';
import { answersTo, fillDialog, openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { press, tabTo } from './lib/keyboard.ts';
import { go } from './lib/navigate.ts';
import { Office } from './lib/office.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { openSide, type Side } from './lib/sides.ts';
import { wordsIn } from './lib/words.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
let office: Office;
let phone: Device;
let laptop: Device;
let url: string;

const DEEDS = { phone: 'Sığınacaqdan soruşmaq', laptop: 'Аз паноҳгоҳ пурсидан' };
/** Something else for the colleague at the laptop, in another case. */
const ASKED = 'Номаро фиристодан';
const WITHOUT_A_BLANK = 'ə'.repeat(9_000);
/** Cases that no page may break on, by what is wrong with them. */
const HARD: Record<string, Id> = {};
let tarana: Id;
let durna: Id;

async function aCase(alias: string, changes: (dossier: Id) => Change[]): Promise<Id> {
  const dossier = office.id();
  const root = record('case', dossier, {
    reference: 'V62-VF5',
    opened: { day: '2026-11-14' },
    status: 'in-progress',
    ...(alias === '' ? {} : { alias }),
  });
  await office.save(dossier, [root]);
  // An entry has a limit.
  const all = changes(dossier);
  const at = Math.max(1, Math.min(200, Math.floor(40_000 / (JSON.stringify(all[0] ?? '').length || 1))));
  for (let from = 0; from < all.length; from += at) await office.save(dossier, all.slice(from, from + at));
  return dossier;
}

/** Put out by the landlord with a child, now in a shelter; two things to do, one for each of the two colleagues. */
function putOut(owners: { phone: Id; laptop: Id }): Change[] {
  const [client, child, doer] = [office.id(), office.id(), office.id()];
  return [
    record('person', client, {
      role: 'client',
      alias: 'Təranə',
      safeChannel: ['sms'],
      neverContact: ['at-home'],
    }),
    record('person', child, { role: 'dependant', ageBand: '0-13' }),
    record('perpetrator', doer, { type: 'landlord' }),
    record('violation', office.id(), {
      type: 'evicted',
      date: { day: '2026-11-10', about: true },
      perpetrators: [doer],
      victims: [client],
      account: 'İki saat vaxt verdi.',
    }),
    record('response', office.id(), { type: 'shelter', done: { day: '2026-11-14' }, result: 'worked' }),
    record('note', office.id(), { text: 'Oxumaq istəyir.', date: { day: '2026-11-20' } }),
    ...(['phone', 'laptop'] as const).map((size) =>
      record('task', office.id(), {
        what: DEEDS[size],
        due: { day: '2026-11-15' },
        owner: owners[size],
        rule: 'by-hand',
      }),
    ),
  ];
}

beforeAll(async () => {
  const world = await worlds.start();
  url = world.server.url;
  office = await Office.open(world, 'Yaxın Əl');
  phone = await office.colleague('phone', 'az', 'Nigar');
  laptop = await office.colleague('laptop', 'tg', 'Зарина');
  const members = await office.vault.members();
  const of = (wanted: string): Id => members.find(({ name }) => name === wanted)?.account ?? '';
  tarana = await aCase('Təranə', () => putOut({ phone: of('Nigar'), laptop: of('Зарина') }));
  durna = await aCase('Durna', () => [
    record('person', office.id(), { role: 'client', alias: 'Durna' }),
    record('task', office.id(), { what: ASKED, owner: of('Зарина'), rule: 'by-hand' }),
    record('threat', office.id(), { type: ['kill'], words: 'Tək gəlsən, bitirəcəyəm.', credible: 'likely' }),
  ]);
  HARD['a name of many letters'] = await aCase('Ş'.repeat(80), () => [
    record('person', office.id(), { role: 'client', alias: 'Ğ'.repeat(80) }),
  ]);
  HARD['a name of one emoji'] = await aCase('🕊️', () => []);
  HARD['a name from right to left'] = await aCase('زینب بنت محمد', () => []);
  HARD['nothing but a reference'] = await aCase('', () => []);
  HARD['a thousand people'] = await aCase('Ailə', () =>
    Array.from({ length: 1000 }, (_, i) =>
      record('person', office.id(), { role: i === 0 ? 'client' : 'dependant', alias: `Quş ${i}` }),
    ),
  );
  HARD['a story without a blank'] = await aCase('Kəsiksiz', () => {
    const notes = Array.from({ length: 7 }, () => office.id());
    return notes.map((id, i) =>
      record('note', id, {
        text: WITHOUT_A_BLANK.slice(0, i === 6 ? 1_000 : undefined),
        ...(i === 0 ? {} : { continues: notes[i - 1] ?? '' }),
      }),
    );
  });
});

const next = (device: Device) =>
  theCase(device).getByRole('region', { name: device.words.t('cases.next.label'), exact: true });
const deedIn = (device: Device, deed: string) =>
  device.page.getByRole('main').getByRole('link', { name: deed });

test('from Today to the next step of a case by thumb', async () => {
  const { words } = phone;
  await go(phone, 'today');
  await deedIn(phone, DEEDS.phone).tap();
  const strip = next(phone);
  await strip.getByText(DEEDS.phone, { exact: true }).waitFor();
  await strip.getByText(words.t('cases.next.you'), { exact: true }).waitFor();
  await photograph(phone, 'case-phone-next');
  await strip.getByRole('button').tap();
  await fillDialog(phone, 'response', { type: 'shelter', note: 'Qala bilər.' });
  // It is told in the story, and what comes next is the next thing.
  await theCase(phone).getByText('Qala bilər.', { exact: true }).waitFor();
  await strip.getByText(DEEDS.phone, { exact: true }).waitFor({ state: 'detached' });
});

test('from Today to the next step of a case by keyboard', async () => {
  const { page, words } = laptop;
  await go(laptop, 'today');
  await press(page, deedIn(laptop, DEEDS.laptop));
  const strip = next(laptop);
  await strip.getByText(DEEDS.laptop, { exact: true }).waitFor();
  await press(page, strip.getByRole('button'));
  const dialog = page.getByRole('dialog');
  const asked = (field: string) =>
    dialog.getByLabel(words.label('kinds', 'response', 'fields', field), { exact: true });
  await press(page, asked('type'));
  await page.keyboard.type(words.label('codes', 'response-types', 'shelter'));
  await page.keyboard.press('Enter');
  await tabTo(page, asked('note'));
  await page.keyboard.type('Мемонад.');
  await press(page, dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await theCase(laptop).getByText('Мемонад.', { exact: true }).waitFor();
  await strip.getByText(DEEDS.laptop, { exact: true }).waitFor({ state: 'detached' });
});

test('a case says who, the facts in one sentence and its danger once; the newest stands first', async () => {
  await openCase(phone, 'Təranə');
  const head = await theCase(phone).locator('.case-head').innerText();
  expect(head).toContain('Təranə');
  expect(head).toContain('Evdən çıxarılma (ev sahibi); himayəsində 1 nəfər');
  const entries = await theCase(phone).locator('.timeline > li').allInnerTexts();
  expect(entries.findIndex((text) => text.includes('Oxumaq'))).toBeLessThan(
    entries.findIndex((text) => text.includes('İki saat')),
  );

  await openCase(phone, 'Durna');
  const quote = theCase(phone).getByText('Tək gəlsən, bitirəcəyəm.');
  await theCase(phone).locator('.case-strip-danger').getByText('Tək gəlsən, bitirəcəyəm.').waitFor();
  // Once above the tabs, and as what happened in the story.
  expect(await quote.count()).toBe(2);
  await photograph(phone, 'case-phone-danger');
  await openSide(phone, 'safety');
  expect(await theCase(phone).locator('.case-strip-danger').count()).toBe(0);
});

test('a tap on an entry of the story opens it', async () => {
  const { page, words } = phone;
  await openCase(phone, 'Təranə');
  // Where a tap opens nothing, the word that does stands there.
  const word = theCase(phone).locator('.case-people .case-edit').first();
  expect(await word.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
  await theCase(phone).getByText('Oxumaq istəyir.', { exact: true }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.t('cases.edit.save'), exact: true }).waitFor();
  await dialog.getByRole('button', { name: words.t('cases.edit.cancel'), exact: true }).tap();
  await dialog.waitFor({ state: 'detached' });
});

test('under the mouse and under the focus an entry shows how it is changed, and not before', async () => {
  const { page, words } = laptop;
  await openCase(laptop, 'Təranə');
  const entry = theCase(laptop).locator('.timeline > li').filter({ hasText: 'Oxumaq istəyir.' });
  const edit = entry.getByRole('button').filter({ hasText: words.t('cases.edit.edit') });
  const shows = () => edit.evaluate((element) => getComputedStyle(element).opacity);
  await page.mouse.move(0, 0);
  expect(await shows()).toBe('0');
  await entry.hover();
  expect(await shows()).toBe('1');
  await page.mouse.move(0, 0);
  await tabTo(page, edit);
  expect(await shows()).toBe('1');
});

const TABS: readonly Side[] = ['story', 'plan', 'safety', 'papers'];

test('on each tab of a phone what sticks takes a fifth of the height at most, and nothing covers it', async () => {
  const { page } = phone;
  await openCase(phone, 'Təranə');
  const measured: string[] = [];
  for (const side of TABS) {
    await openSide(phone, side);
    await theCase(phone).locator('.case-acts button').first().waitFor();
    await isStill(page);
    const { sticks, height, hidden } = await stickyParts(page);
    measured.push(`${side} ${sticks}`);
    expect(sticks, side).toBeLessThanOrEqual(height / 5);
    expect(hidden, side).toEqual([]);
  }
  process.stdout.write(`sticky parts of a case at 360 × 740: ${measured.join(', ')} px of 148\n`);
});

/** How high the parts are that stay while the page scrolls, in pixels, and the buttons of a case that one cannot reach. */
function stickyParts(page: Page): Promise<{ sticks: number; height: number; hidden: string[] }> {
  return page.evaluate(() => {
    const stays = [...document.querySelectorAll('.shell *')].filter((element) => {
      const { position, display } = getComputedStyle(element);
      if (!['fixed', 'sticky'].includes(position) || display === 'none') return false;
      const { top, bottom, width } = element.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight && element.closest('.skip-link') === null;
    });
    const sticks = stays.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
    const hidden = [...document.querySelectorAll('.case-acts button, .leave')].flatMap((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      if (width === 0) return [];
      const met = document.elementFromPoint(left + width / 2, top + height / 2);
      return button.contains(met) ? [] : [button.textContent ?? ''];
    });
    return { sticks: Math.round(sticks), height: innerHeight, hidden };
  });
}

test('beside a case that was opened from Today or the search over everything stands no stale search', async () => {
  const { page, words } = laptop;
  await openCase(laptop, 'Durna');
  const field = page.getByLabel(words.t('cases.list.search'), { exact: true });
  expect(await field.inputValue()).toBe('Durna');
  await go(laptop, 'today');
  await deedIn(laptop, ASKED).click();
  await theCase(laptop).getByRole('heading', { level: 2, name: 'Durna' }).waitFor();
  await answersTo(page, '');
  expect(await field.inputValue()).toBe('');

  await openCase(laptop, 'Durna');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Təranə');
  await page.getByRole('dialog').locator('[data-answers="Təranə"]').waitFor();
  await page.getByRole('option').filter({ hasText: 'V62-VF5' }).first().click();
  await theCase(laptop).getByRole('heading', { level: 2, name: 'Təranə' }).waitFor();
  await answersTo(page, '');
});

test('the list beside a case folds, and stays so', async () => {
  const { page, words } = laptop;
  await openCase(laptop, 'Təranə');
  const list = page.getByRole('list', { name: words.t('cases.list.label') });
  const fold = page.getByRole('button', { name: words.t('cases.list.fold'), exact: true });
  const unfold = page.getByRole('button', { name: words.t('cases.list.unfold'), exact: true });
  await fold.click();
  await list.waitFor({ state: 'hidden' });
  await photograph(laptop, 'case-laptop-folded');
  await go(laptop, 'today');
  await deedIn(laptop, ASKED).click();
  await unfold.waitFor();
  expect(await list.isVisible()).toBe(false);
  await unfold.click();
  await list.waitFor();
  // Without a case there is only the list.
  await fold.click();
  await go(laptop, 'cases');
  await list.waitFor();
});

test('no name, number of people or story breaks a case on the narrowest phones', {
  timeout: 600_000,
}, async () => {
  const page = await phone.newTab();
  const reader = phone.inTab(page, phone.words);
  const faults: string[] = [];
  for (const [name, dossier] of Object.entries(HARD)) {
    await reader.goto(`/cases/${dossier}`);
    await theCase(reader).getByRole('heading', { level: 2 }).waitFor();
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await isStill(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) faults.push(`${name} at ${width}: ${wide} px too wide`);
    }
    // Never more in the page than somebody reads.
    expect(await theCase(reader).locator('.case-people > li').count(), name).toBeLessThanOrEqual(20);
    await photograph(reader, `case-hard-${name.replaceAll(' ', '-')}`);
  }
  await page.close();
  expect(faults).toEqual([]);
});

test.for(LANGUAGES)('a case on each of its tabs, light and dark, in %s', async (language) => {
  const page = await phone.newTab();
  const reader = phone.inTab(page, await wordsIn(language));
  await page.goto(url);
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
  const faults: string[] = [];
  for (const dossier of [tarana, durna]) {
    await reader.goto(`/cases/${dossier}`);
    await theCase(reader).getByRole('heading', { level: 2 }).waitFor();
    for (const side of TABS) {
      await openSide(reader, side);
      await theCase(reader).locator('.case-acts button').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await isStill(page);
        faults.push(...(await inspect(page, `${side} ${colorScheme}`, language)));
      }
      const { sticks, height } = await stickyParts(page);
      if (sticks > height / 5) faults.push(`${language} ${side}: ${sticks} px stick`);
      await photograph(reader, `case-${language}-${dossier === tarana ? 'calm' : 'danger'}-${side}`);
    }
  }
  await page.close();
  expect(faults).toEqual([]);
});
