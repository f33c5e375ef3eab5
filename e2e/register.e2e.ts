import { beforeAll, expect, test } from 'vitest';
import { latin } from '../packages/register/src/testing/files.ts';
import { streetRegister, streetRow } from '../packages/register/src/testing/samples.ts';
import { found, type Keys, unlock } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const ROWS = 2000;
const WRONG = 60;
const GOOD = ROWS - WRONG + 1;
const register = streetRegister(ROWS, WRONG);
/** One of them once more: under another number, their name in another alphabet. */
const TWICE = Array.from({ length: ROWS }, (_, n) => streetRow(n + 1)).find(([, , , name]) =>
  name?.startsWith('Лейла'),
) as string[];
const again = TWICE.with(0, 'SW-99999').with(3, (TWICE[3] ?? '').replace('Лейла', 'Leyla'));
const text = `${register.text}${again.map((cell) => `"${cell}"`).join(';')}\r\n`;
const file = {
  name: 'реестр-2024.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(latin(text, 'windows-1251')),
};
let laptop: Device;
let keys: Keys;
const faults: string[] = [];

beforeAll(async () => {
  const world = await worlds.start();
  laptop = await world.device('laptop', 'ru');
  keys = await found(laptop, world.server.foundingLink, { organisation: 'Опора', name: 'Марьям' });
});

async function look(name: string): Promise<void> {
  await isStill(laptop.page);
  faults.push(...(await inspect(laptop.page, name, laptop.options.language)));
  await photograph(laptop, `register-${name}`);
}

const t: Device['words']['t'] = (...key) => laptop.words.t(...key);
const button = (name: string) => laptop.page.getByRole('button', { name, exact: true });

async function choose(
  label: string,
  what: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await laptop.page.getByLabel(label, { exact: true }).setInputFiles(what);
}

test('a file that is no register is refused with its reason, and nothing is saved', async () => {
  const { page } = laptop;
  await go(laptop, 'cases');
  await page.getByRole('link', { name: t('register.title'), exact: true }).click();
  await page.getByRole('heading', { name: t('register.title'), level: 1 }).waitFor();
  await choose(t('register.choose'), {
    name: 'дела.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  });
  await page.getByText(t('register.refusal.old-excel')).waitFor();
  await look('refused');
});

test('2 000 rows in windows-1251 are recognised, and the 60 wrong ones named before anything is saved', async () => {
  const { page } = laptop;
  await choose(t('register.choose'), file);
  await page.getByRole('heading', { name: t('register.columns'), exact: true }).waitFor();
  await page.getByText(t('register.found', { rows: ROWS + 1, columns: 16 })).waitFor();
  expect(await page.getByLabel('Вид нарушения', { exact: true }).inputValue()).toBe('violation.type');
  expect(await page.getByLabel('Код клиента', { exact: true }).isDisabled()).toBe(true);
  // One value says nothing by itself.
  await page.getByLabel('LGBT', { exact: true }).selectOption('code trans');
  await page.getByRole('radio', { name: laptop.words.label('codes', 'statuses', 'in-progress') }).check();
  await look('columns');
  await button(t('register.check')).click();
  await page.getByRole('heading', { name: t('register.report'), exact: true }).waitFor();
  await page.getByText(t('register.ready', { count: GOOD }), { exact: true }).waitFor();
  await page.getByText(t('register.cannot', { count: WRONG }), { exact: true }).waitFor();
  await page.getByText('«31.02.2024»', { exact: false }).first().waitFor();
  await look('report');
});

test('cut in the middle, the import goes on with the same file, and each row is there once', async () => {
  const { page } = laptop;
  await button(t('register.import', { count: GOOD })).click();
  await page.locator('[role="progressbar"][aria-valuenow]:not([aria-valuenow="0"])').waitFor();
  await look('importing');
  await page.reload();
  await unlock(laptop, keys.passphrase);
  await page.getByText(t('register.unfinished')).waitFor();

  await choose(t('register.choose'), file);
  await page.getByText(t('register.kept')).waitFor();
  await button(t('register.check')).click();
  // What is here from before the cut is told before it goes on, and not counted among what is to come.
  await page.getByText(/ уже (было|были) здесь/).waitFor();
  expect(await button(t('register.import', { count: GOOD })).count()).toBe(0);
  await page.getByRole('button', { name: /^Импортировать \d/ }).click();
  const toCases = page.getByRole('link', { name: t('register.toCases'), exact: true });
  await toCases.waitFor();
  expect(await page.getByText(t('register.done', { count: GOOD })).count()).toBe(0);
  await look('done');
  await toCases.click();
  await page.getByText(t('cases.list.count', { count: GOOD }), { exact: true }).waitFor();
});

async function answered(text: string, count: number): Promise<void> {
  await laptop.page
    .locator(`[data-answers="${text}"]`)
    .filter({ hasText: t('cases.list.count', { count }) })
    .waitFor();
}

test('a case is found by its old number, and by no code made of a name and a birthday', async () => {
  const { page } = laptop;
  const search = page.getByRole('searchbox', { name: t('cases.list.search') });
  await search.fill('SW-10007');
  await answered('SW-10007', 1);
  const code = register.text.split('\r\n')[7]?.split(';')[1] ?? '';
  expect(code).toMatch(/\d{6}$/);
  await search.fill(code);
  await answered(code, 0);
  await search.fill('');
  await answered('', GOOD);
});

test('who came in twice stands there as a pair with its reasons, is no pair once somebody says so, is joined, and parted again', async () => {
  const { page } = laptop;
  await go(laptop, 'pairs');
  const pair = page
    .getByRole('listitem')
    .filter({ hasText: again[3] ?? '' })
    .filter({ has: page.getByRole('button', { name: t('alike.notSame') }) });
  await pair.getByRole('link', { name: TWICE[3] ?? '', exact: true }).waitFor();
  await pair.getByText(t('alike.reason.nameFull'), { exact: false }).waitFor();
  await look('pairs');
  await pair.getByRole('button', { name: t('alike.notSame') }).click();
  await pair.waitFor({ state: 'detached' });
  await button(t('cases.undo.undo')).click();
  await pair.getByRole('button', { name: t('alike.join') }).click();
  await page.getByText(t('alike.which'), { exact: true }).waitFor();
  await look('join');
  await button(t('alike.joinAct')).click();
  await pair.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: t('alike.joinedHere'), exact: true }).waitFor();
  await look('joined');
  await page.getByRole('link', { name: again[3] ?? '', exact: true }).click();
  await page.getByText(t('alike.goesOn'), { exact: false }).waitFor();
  await look('closed');
  await go(laptop, 'pairs');
  await button(t('alike.undo')).click();
  await pair.waitFor();
});

test('somebody who is here already is hinted at while they are taken down once more', async () => {
  const { page } = laptop;
  await go(laptop, 'newCase');
  await page
    .getByLabel(t('intake.who.alias'), { exact: true })
    .fill((TWICE[3] ?? '').replace('Лейла', 'LEYLA'));
  await page.getByText(t('alike.hint'), { exact: true }).waitFor();
  await page.getByRole('link', { name: new RegExp(`^${TWICE[3]}`) }).waitFor();
  await look('hint');
  await go(laptop, 'cases');
});

test('the whole import is undone', async () => {
  const { page } = laptop;
  await page.goto(new URL('/register', page.url()).href);
  await unlock(laptop, keys.passphrase);
  await button(t('register.undo')).click();
  await look('undo');
  await button(t('register.undoAct')).click();
  // The two that were looked at stay: somebody has worked on them.
  await page.getByText(t('register.undoneNow', { count: GOOD - 2 })).waitFor();
  await page.getByText(t('register.worked', { count: 2 })).waitFor();
  await page.getByText(t('register.undone'), { exact: true }).waitFor();
  await go(laptop, 'cases');
  await page.getByText(t('cases.list.count', { count: 2 }), { exact: true }).waitFor();
});

test('every picture is readable, and nothing on it is out of reach', () => {
  expect(faults).toEqual([]);
});
