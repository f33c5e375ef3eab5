import type { Translator } from '@dayaq/locale';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { add, answersTo, openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { addProvider, theProvider } from './lib/directory.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { isReady, aTeam } from './lib/team.ts';
import { isStill } from './lib/still.ts';
import { photograph } from './lib/photograph.ts';
import { wordsIn } from './lib/words.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

const box = ({ page, words }: Device): Locator =>
  page.getByRole('dialog', { name: words.t('shell.jump.open'), exact: true });
const options = (device: Device): Locator => box(device).getByRole('option');
const chosen = (device: Device): Locator => box(device).getByRole('option', { selected: true });

/** Types into the open box as a person does, and waits until what stands there answers it. */
async function look(device: Device, text: string): Promise<void> {
  const { page } = device;
  await box(device).getByRole('combobox').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await answersTo(page, text);
}

/** Goes down with the arrow until the chosen row says so. */
async function arrowTo(device: Device, text: string): Promise<void> {
  const { page } = device;
  const count = await options(device).count();
  for (let step = 0; step <= count; step++) {
    if ((await chosen(device).innerText()).includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no row says ${text}`);
}

/** The first word of a code's name that is long enough to be looked for. */
function wordOf(words: Translator, list: string, code: string): string {
  const word = words
    .label('codes', list, code)
    .split(/[^\p{L}]+/u)
    .find(({ length }) => length > 3);
  if (word === undefined) throw new Error(`${code} has only short words`);
  return word;
}

test('by keyboard alone one box finds cases, providers, members and pages, by what their rows print in any language', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['az', 'ru']);
  const [azerbaijani, russian] = [await wordsIn('az'), await wordsIn('ru')];
  await quickCase(laptop, 'Lalə', 'Nömrəsi: +994 50 123-45-67.');
  await openCase(laptop, 'Lalə');
  await add(laptop, 'violation', { type: 'evicted' });
  await addProvider(laptop, { name: 'Təmiz Qapı', serves: ['shelter'], area: 'az-ganja' });

  await laptop.page.keyboard.press('Control+k');
  for (const text of [
    'lale',
    wordOf(azerbaijani, 'violation-types', 'evicted'),
    wordOf(russian, 'violation-types', 'evicted'),
    '050 123 45 67',
  ]) {
    await look(laptop, text);
    await arrowTo(laptop, 'Lalə');
  }
  await photograph(laptop, 'jump-laptop');
  await isStill(laptop.page);
  expect(await inspect(laptop.page, 'jump', 'az')).toEqual([]);
  await laptop.page.keyboard.press('Enter');
  await box(laptop).waitFor({ state: 'detached' });
  await theCase(laptop).getByRole('heading', { level: 2, name: 'Lalə' }).waitFor();

  for (const text of ['Gəncə', 'Гянджа', wordOf(russian, 'services', 'shelter')]) {
    await laptop.page.keyboard.press('Control+k');
    await look(laptop, text);
    await arrowTo(laptop, 'Təmiz Qapı');
    await laptop.page.keyboard.press('Enter');
    // The page behind may be the one that was chosen already: only the box's end says that one may go on.
    await box(laptop).waitFor({ state: 'detached' });
    await theProvider(laptop).getByRole('heading', { level: 2, name: 'Təmiz Qapı', exact: true }).waitFor();
  }

  // Pages by their names; Escape leaves everything as it was.
  await laptop.page.keyboard.press('Control+k');
  await look(laptop, laptop.words.t('shell.costs'));
  await laptop.page.keyboard.press('Enter');
  await box(laptop).waitFor({ state: 'detached' });
  await laptop.page.getByRole('heading', { level: 1, name: laptop.words.t('costs.title') }).waitFor();
  await laptop.page.keyboard.press('Control+k');
  await look(laptop, 'blorptig');
  await box(laptop).getByText(laptop.words.t('shell.jump.none'), { exact: true }).waitFor();
  await laptop.page.keyboard.press('Escape');
  await box(laptop).waitFor({ state: 'detached' });
  await laptop.page.getByRole('heading', { level: 1, name: laptop.words.t('costs.title') }).waitFor();

  // On a phone: a button beside the title, a sheet, a finger.
  await isReady(phone);
  await phone.page.getByRole('button', { name: phone.words.t('shell.jump.open'), exact: true }).click();
  await look(phone, 'Нигар');
  await options(phone).filter({ hasText: 'Nigar' }).first().waitFor();
  await look(phone, wordOf(russian, 'violation-types', 'evicted'));
  await photograph(phone, 'jump-phone');
  await isStill(phone.page);
  expect(await inspect(phone.page, 'jump', 'ru')).toEqual([]);
  await options(phone).filter({ hasText: 'Lalə' }).first().click();
  await theCase(phone).getByRole('heading', { level: 2, name: 'Lalə' }).waitFor();
  for (const device of [laptop, phone]) expect(device.problems).toEqual([]);
});
