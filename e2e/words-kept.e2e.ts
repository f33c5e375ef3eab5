import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { found, lock, unlock } from './lib/account.ts';
import { openCase, startAdding, startEditingCase, theCase } from './lib/cases.ts';
import { addFund, startAsking } from './lib/costs.ts';
import { addProvider, chooseAct, searchServices, theProvider } from './lib/directory.ts';
import type { Device } from './lib/device.ts';
import { startAddingFile } from './lib/files.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { isKept } from './lib/offline.ts';
import { photograph } from './lib/photograph.ts';
import { actOnTab, openSide } from './lib/sides.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
let device: Device;
let passphrase: string;
const ALIAS = 'Wren';
const PROVIDER = 'Lantern';

beforeAll(async () => {
  const world = await worlds.start();
  device = await world.device('laptop', 'en');
  const keys = await found(device, world.server.foundingLink, { organisation: 'Haven', name: 'Alice' });
  passphrase = keys.passphrase;
  await quickCase(device, ALIAS, 'She called and hung up.');
  await addProvider(device, { name: PROVIDER, serves: ['shelter'], area: 'az-ganja' });
  await addFund(device, { name: 'Night fund', donor: 'A donor', amount: '100' });
  await isKept(device);
});

afterEach(async () => {
  if ((await dialog().count()) > 0) await device.page.keyboard.press('Escape');
});

const dialog = (): Locator => device.page.getByRole('dialog');
const main = (): Locator => device.page.getByRole('main');
const button = (scope: Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });
/** The field of a kind in a form. */
const field = (scope: () => Locator, kind: string, name: string) => (): Locator =>
  scope()
    .getByLabel(device.words.label('kinds', kind, 'fields', name), { exact: true })
    .first();

/** A form in which somebody types: how one comes to it, and the field with the words. */
interface Form {
  name: string;
  open(): Promise<unknown>;
  words(): Locator;
  /** Goes away from it without saving; a dialog by Escape. */
  leave?(): Promise<unknown>;
}

const inCase = (act: () => Promise<unknown>) => async (): Promise<void> => {
  await openCase(device, ALIAS);
  await act();
};
const onSide =
  (side: Parameters<typeof openSide>[1], act: () => Promise<unknown>) => async (): Promise<void> => {
    await openCase(device, ALIAS);
    await openSide(device, side);
    await act();
  };
const toProvider = async (): Promise<void> => {
  await searchServices(device, PROVIDER);
  await main()
    .getByRole('list', { name: device.words.t('services.list.label') })
    .getByRole('link')
    .first()
    .click();
  await theProvider(device).getByRole('heading', { level: 2 }).waitFor();
};
const moreLink = async (href: string): Promise<void> => {
  await device.page
    .getByRole('navigation', { name: device.words.t('shell.navigation') })
    .locator(`a[href="${href}"]`)
    .click();
};

const adding = (kind: Parameters<typeof startAdding>[1], name: string): Form => ({
  name: `a new ${kind}`,
  open: inCase(() => startAdding(device, kind)),
  words: field(dialog, kind, name),
});

const FORMS: readonly Form[] = [
  adding('note', 'text'),
  adding('response', 'note'),
  adding('task', 'what'),
  adding('violation', 'account'),
  adding('person', 'alias'),
  adding('perpetrator', 'description'),
  adding('source', 'words'),
  {
    name: 'a part of the case itself',
    open: inCase(() => startEditingCase(device, 'head')),
    words: field(dialog, 'case', 'summary'),
  },
  {
    name: 'a threat',
    open: onSide('safety', () => button(theCase(device), device.words.t('safety.threats.log')).click()),
    words: field(dialog, 'threat', 'words'),
  },
  {
    name: 'a talk with an institution',
    open: onSide('matters', () => button(theCase(device), device.words.t('matters.act.contact')).click()),
    words: field(dialog, 'contact', 'about'),
  },
  {
    name: 'a request for money',
    open: onSide('costs', () => startAsking(device)),
    words: field(dialog, 'cost', 'words'),
  },
  {
    name: 'a fund',
    async open() {
      await go(device, 'costs');
      await button(main(), device.words.t('costs.funds.add')).click();
    },
    words: field(dialog, 'fund', 'name'),
  },
  {
    name: 'an address of the register',
    async open() {
      await moreLink('/addresses');
      await button(main(), device.words.t('papers.addresses.add')).click();
    },
    words: field(dialog, 'address', 'holder'),
  },
  {
    name: 'whom the client excludes',
    open: inCase(() => button(theCase(device), device.words.t('referrals.exclude.open')).click()),
    words: () => dialog().getByLabel(device.words.t('referrals.exclude.words'), { exact: true }),
  },
  {
    name: 'the description of a file',
    async open() {
      await openCase(device, ALIAS);
      const picker = await startAddingFile(device);
      await picker.setInputFiles({
        name: 'note.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Typed by somebody else.'),
      });
    },
    words: field(dialog, 'file', 'description'),
  },
  {
    name: 'the name of a saved list',
    async open() {
      await go(device, 'cases');
      await device.page.getByLabel(device.words.t('cases.list.search'), { exact: true }).fill(ALIAS);
      await button(main(), device.words.t('cases.views.open')).click();
    },
    words: () => dialog().getByRole('textbox').last(),
  },
  {
    name: 'a provider',
    async open() {
      await toProvider();
      await chooseAct(device, device.words.t('services.more'), device.words.t('services.editProvider'));
    },
    words: field(dialog, 'provider', 'about'),
  },
  {
    name: 'what happened at a provider',
    async open() {
      await toProvider();
      await button(theProvider(device), device.words.t('services.event.act')).click();
    },
    words: field(dialog, 'service-event', 'words'),
  },
  {
    name: 'a new provider',
    async open() {
      await go(device, 'services');
      await main()
        .getByRole('link', { name: device.words.t('services.new.short'), exact: true })
        .click();
    },
    words: field(main, 'provider', 'name'),
    leave: () => go(device, 'today'),
  },
  {
    name: 'a referral',
    open: onSide('referrals', () => actOnTab(device, device.words.t('referrals.refer'))),
    words: () => main().getByLabel(device.words.t('referrals.need.words'), { exact: true }),
    leave: () => go(device, 'today'),
  },
];

const says = (form: Form): Promise<string> => form.words().inputValue();
const fresh = (): Locator => button(device.page.locator('body'), device.words.t('drafts.fresh'));

/** A part that is folded away is opened first. */
async function write(form: Form, text: string): Promise<void> {
  await form.words().waitFor({ state: 'attached' });
  if (!(await form.words().isVisible())) await dialog().locator('summary').first().click();
  await form.words().fill(text);
}

async function away(form: Form): Promise<void> {
  if (form.leave !== undefined) await form.leave();
  else {
    await device.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  }
}

test.each(FORMS)('$name: closed half typed, it asks nothing and offers the words again', async (form) => {
  const text = `Half of what was said about ${form.name}`;
  await form.open();
  const first = await says(form);
  await write(form, text);
  await away(form);
  await form.open();
  expect(await says(form)).toBe(text);
  // Begun anew, it is as if nobody had typed; and that was no last word either.
  await fresh().click();
  expect(await says(form)).toBe(first);
  await button(device.page.locator('body'), device.words.t('drafts.bringBack')).click();
  expect(await says(form)).toBe(text);
  await write(form, first);
  await away(form);
  await form.open();
  expect(await says(form)).toBe(first);
  expect(await fresh().count()).toBe(0);
  await away(form);
});

/** What takes a page away in the middle of a word, and how one comes back. */
const INTERRUPTIONS: readonly { name: string; form: string; strikes(): Promise<unknown> }[] = [
  {
    name: 'the lock',
    form: 'a new note',
    async strikes() {
      // The dialog covers the button: auto-lock and another tab lock by the same way.
      await device.page
        .locator('.nav-foot .nav-link')
        .last()
        .evaluate((element: HTMLElement) => element.click());
      await unlock(device, passphrase);
    },
  },
  {
    name: 'Leave',
    form: 'a threat',
    async strikes() {
      for (let press = 0; press < 3; press++) await device.page.keyboard.press('Shift', { delay: 60 });
      await device.page.getByRole('textbox', { name: 'Notes' }).waitFor();
      await device.goto('/cases');
      await unlock(device, passphrase);
    },
  },
  {
    name: 'back',
    form: 'a request for money',
    async strikes() {
      await device.page.goBack();
      await dialog().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a discarded tab',
    form: 'a fund',
    async strikes() {
      // Nobody tells a page that it is discarded: what is kept by then is promised.
      await dialog().locator('[data-keeping="kept"]').waitFor();
      await device.page.reload();
      await unlock(device, passphrase);
    },
  },
  {
    name: 'another tab of the same device that locks',
    form: 'a provider',
    async strikes() {
      const second = await device.newTab();
      await second.goto(device.options.url);
      await lock(device.inTab(second, device.words));
      await second.close();
      await unlock(device, passphrase);
    },
  },
];

test.each(INTERRUPTIONS)(
  '$name in the middle of $form: the words are there again',
  async ({ name, ...one }) => {
    const form = FORMS.find((each) => each.name === one.form);
    if (form === undefined) throw new Error(`no form is called ${one.form}`);
    const text = `Typed until ${name} came`;
    await form.open();
    await write(form, text);
    await one.strikes();
    await form.open();
    expect(await says(form)).toBe(text);
    await photograph(device, `words-kept-${one.form}`);
    await fresh().click();
    await away(form);
  },
);

test('a device that locks by itself under a dialog keeps what is typed in it', async () => {
  const { page, words } = device;
  const form = FORMS.find((each) => each.name === 'a new response');
  if (form === undefined) throw new Error('no such form');
  await page.clock.install();
  await device.goto('/');
  await unlock(device, passphrase);
  await form.open();
  await form.words().fill('Typed before she was called away');
  await page.clock.fastForward(9 * 60_000 + 40_000);
  await page.clock.fastForward(40_000);
  await page.getByRole('heading', { name: words.t('account.unlock.title') }).waitFor();
  await page.clock.resume();
  await unlock(device, passphrase);
  await form.open();
  expect(await says(form)).toBe('Typed before she was called away');
  await fresh().click();
  await away(form);
});

test('a browser killed half a second after the last word keeps it, once', async () => {
  const { words } = device;
  await openCase(device, ALIAS);
  await startAdding(device, 'note');
  const form = FORMS[0];
  if (form === undefined) throw new Error('no forms');
  await form.words().fill('The last thing she said');
  // From here on it is promised.
  await dialog().locator('[data-keeping="kept"]').waitFor();
  await device.kill();
  await device.open();
  await device.goto('/cases');
  await unlock(device, passphrase);
  await form.open();
  expect(await says(form)).toBe('The last thing she said');
  await button(dialog(), words.t('cases.edit.save')).click();
  await dialog().waitFor({ state: 'detached' });
  await theCase(device).getByText('The last thing she said', { exact: true }).first().waitFor();
  await startAdding(device, 'note');
  expect(await says(form)).toBe('');
  await away(form);
});

const LONG = Array.from({ length: 6930 }, (_, at) => `${at}`.padStart(9, '.'))
  .join(' ')
  .padEnd(69_300, '.');

test('a pasted text of 69 300 characters stays whole, and becomes notes in its order', async () => {
  const { t } = device.words;
  await openCase(device, ALIAS);
  await startAdding(device, 'note');
  const words = field(dialog, 'note', 'text');
  await words().fill(LONG);
  expect((await words().inputValue()).length).toBe(LONG.length);
  await dialog()
    .getByText(t('drafts.tooLong', { count: LONG.length - 10_000 }))
    .waitFor();
  // Saving as it is would lose nothing either: it says again what to do.
  await button(dialog(), t('cases.edit.save')).click();
  await dialog().getByRole('alert').waitFor();
  await photograph(device, 'words-kept-long');
  await away(FORMS[0] as Form);
  await startAdding(device, 'note');
  expect(await words().inputValue()).toBe(LONG);
  await dialog()
    .getByRole('button', { name: t('drafts.divide', { count: 7 }) })
    .click();
  await dialog().waitFor({ state: 'detached' });
  const told = theCase(device).locator('[id^="record-"] .story-told').filter({ hasText: '.....' });
  await expect.poll(() => told.count()).toBe(7);
  const parts = (await told.allInnerTexts()).map((part) => part.trim());
  expect(parts.join(' ').replace(/\s+/g, ' ') === LONG).toBe(true);
});

test('a text that is too long for its field becomes a file of the case, whole, and its beginning stays', async () => {
  const { t } = device.words;
  await openCase(device, ALIAS);
  await startAdding(device, 'response');
  const words = field(dialog, 'response', 'note');
  await words().fill(LONG);
  await button(dialog(), t('drafts.attach')).click();
  await dialog()
    .getByText(t('drafts.tooLong', { count: LONG.length - 10_000 }))
    .waitFor({ state: 'detached' });
  expect(LONG.startsWith(await words().inputValue())).toBe(true);
  await button(dialog(), t('drafts.discard')).click();
  await away(FORMS[0] as Form);
  await theCase(device).locator('.file-item').first().waitFor();
});

let tries = 0;
test('one form in two tabs: its words follow to the tab that opened it last, and nothing is there twice', async () => {
  // Tried once more, it tells its own words from those before.
  tries += 1;
  const said = `Said in the first tab, try ${tries}`;
  const { t } = device.words;
  const note = field(dialog, 'note', 'text');
  await openCase(device, ALIAS);
  await startAdding(device, 'note');
  await note().fill(said);
  const second = device.inTab(await device.newTab(), device.words);
  const there = (): Locator => second.page.getByRole('dialog').filter({ has: second.page.locator('form') });
  const noteThere = field(there, 'note', 'text');
  const isThere = dialog().filter({ hasText: t('drafts.elsewhere') });
  await second.goto('/cases');
  await second.page.getByRole('navigation', { name: t('shell.navigation') }).waitFor();
  await openCase(second, ALIAS);
  await startAdding(second, 'note');
  expect(await noteThere().inputValue()).toBe(said);
  await isThere.waitFor();
  await noteThere().fill(`${said}, and in the second`);
  // Back and forth, with every word.
  await button(isThere, t('drafts.here')).click();
  await isThere.waitFor({ state: 'detached' });
  expect(await note().inputValue()).toBe(`${said}, and in the second`);
  const goesOn = second.page.getByRole('dialog').filter({ hasText: t('drafts.elsewhere') });
  await button(goesOn, t('drafts.here')).click();
  await isThere.waitFor();
  await button(there(), t('cases.edit.save')).click();
  await second.page.getByRole('dialog').waitFor({ state: 'detached' });
  // What was saved there is not offered again here.
  await button(isThere, t('drafts.here')).click();
  await dialog().waitFor({ state: 'detached' });
  await device.page.getByText(t('drafts.endedThere')).waitFor();
  const told = theCase(device).locator('[id^="record-"]').filter({ hasText: said });
  await expect.poll(() => told.count()).toBe(1);

  await go(device, 'newCase');
  const who = (tab: Device): Locator => tab.page.getByLabel(tab.words.t('intake.who.alias'), { exact: true });
  await who(device).fill('Begun here');
  await second.goto('/cases/new');
  await button(second.page.getByRole('main'), t('intake.drafts.continue')).click();
  expect(await who(second).inputValue()).toBe('Begun here');
  await isThere.waitFor();
  await second.page.close();
  await button(isThere, t('drafts.here')).click();
  await isThere.waitFor({ state: 'detached' });
  expect(await who(device).inputValue()).toBe('Begun here');
});
