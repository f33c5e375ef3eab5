/**
 * A form that was made in a spreadsheet is brought in, a question is added to it here, it is signed for by two, filled in on a stranger's phone in Tajik with half of it left
 * out, and counted inside; what was typed stands nowhere on the server.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTranslator, loadVisitorWords } from '@dayaq/locale';
import { makeFoundingToken } from '@dayaq/server';
import { systemRandomness, type SpaceId } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook } from '../packages/register/src/testing/workbook.ts';
import { Visitor } from '../worlds/devices/visitor.ts';
import { startWorld, type World } from '../worlds/devices/world.ts';
import { found, unlock } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { proposePublicPage } from './lib/public-page.ts';
import { signsToo } from './lib/second-signer.ts';
import { everythingStored } from './lib/stored.ts';
import { aWorld } from './lib/world.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
const DAY = 86_400_000;
const MARK = 'Zeytun-8823';
const OTHER_MARK = 'Anar-5512';
const SPOKEN_MARK = 'Incir-3307';

const browsers = aWorld();
let world: World;
/** Milliseconds by which the server's day is behind: what comes meanwhile came yesterday. */
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES, clock: () => Date.now() - behind });
});
afterAll(() => world.stop());

const FORM = workbook({
  survey: [
    ['type', 'name', 'label::az', 'label::tg', 'relevant', 'tells'],
    ['deviceid', 'device', '', ''],
    ['select_one yn or_other', 'held', 'Sizi saxlayıblar?', 'Шуморо нигоҳ доштанд?'],
    ['text', 'where', 'Harada?', 'Дар куҷо?', "${held} = 'yes'"],
    ['integer', 'age', 'Yaşınız?', 'Синну соли шумо?', '', 'age'],
    ['select_multiple help', 'helped', 'Kim kömək etdi?', 'Кӣ кӯмак кард?'],
    ['note', 'thanks', 'Sağ olun', 'Раҳмат'],
  ],
  choices: [
    ['list_name', 'name', 'label::az', 'label::tg', 'picture'],
    ['yn', 'yes', 'Bəli', 'Ҳа', 'yes'],
    ['yn', 'no', 'Xeyr', 'Не'],
    ['help', 'lawyer', 'Vəkil', 'Ҳуқуқшинос'],
    ['help', 'family', 'Ailə', 'Оила'],
  ],
  settings: [
    ['form_title', 'default_language'],
    ['Saxlanma sorğusu', 'az'],
  ],
});

/** A second of MP3 in which nothing is said: 39 frames of 128 kbit/s. */
const SILENCE = Buffer.concat(
  Array.from({ length: 39 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])),
);

const press = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Everything that a browser keeps under this address, as one text: names, and values in hexadecimal. */
const keptBy = (laptop: Device): Promise<string> =>
  laptop.page.evaluate(async () => {
    const found: string[] = [];
    const hex = (bytes: Uint8Array): string =>
      Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      for (const store of db.objectStoreNames) {
        const read = <T>(request: IDBRequest<T>) =>
          new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
        const all = db.transaction(store).objectStore(store);
        const keys = await read(all.getAllKeys());
        const values = await read(db.transaction(store).objectStore(store).getAll());
        found.push(
          ...keys.map(String),
          ...values.map((each: unknown) => (each instanceof Uint8Array ? hex(each) : JSON.stringify(each))),
        );
      }
      db.close();
    }
    return [...found, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join(
      '\n',
    );
  });

/** The device goes round, without a network: one answers in Tajik, one refuses; then its owner comes in again. */
async function interview(laptop: Device, passphrase: string): Promise<void> {
  const { page, words } = laptop;
  const tg = createTranslator('tg', await loadVisitorWords('tg'));
  const az = createTranslator('az', await loadVisitorWords('az'));
  await press(laptop, words.t('interviews.act'));
  await press(laptop, words.t('interviews.handOver'));
  await page.getByRole('button', { name: az.t('visitors.interview.begin'), exact: true }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: 'Тоҷикӣ', exact: true }).check();
  expect(await inspect(page, 'an interview', 'az')).toEqual([]);
  // Whoever has it in their hands gets nowhere else.
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expect(await page.getByRole('navigation').count()).toBe(0);
  await press(laptop, tg.t('visitors.interview.begin'));
  await page.getByRole('radio', { name: 'Ҳа', exact: true }).check();
  await page.getByLabel('Дар куҷо?').fill(`дар ${SPOKEN_MARK}`);
  await photograph(laptop, 'survey-interview');
  await press(laptop, tg.t('visitors.survey.send'));
  await page.getByText(tg.t('visitors.interview.thanks')).waitFor();
  await press(laptop, words.t('interviews.next'));
  expect(await page.content()).not.toContain(SPOKEN_MARK);
  const kept = await keptBy(laptop);
  expect(kept).toContain('interview/');
  for (const written of [SPOKEN_MARK, Buffer.from(SPOKEN_MARK).toString('hex')])
    expect(kept.includes(written)).toBe(false);
  // The next person begins in the survey's own language, whatever the one before chose.
  await press(laptop, az.t('visitors.interview.refuse'));
  await page.getByRole('button', { name: az.t('visitors.interview.begin'), exact: true }).waitFor();
  await press(laptop, words.t('interviews.end'));
  await page.context().setOffline(false);
  await unlock(laptop, passphrase);
  await page.getByText(words.t('surveys.door.asked')).waitFor();
  await expect.poll(() => keptBy(laptop)).not.toContain('interview/');
}

/** Adds a question behind a condition to what was brought in, by the keyboard, on a narrow phone; sees it as it will be asked; saves it. */
async function addInBuilder(laptop: Device): Promise<void> {
  const { page, words } = laptop;
  const { t } = words;
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await press(laptop, t('building.change'));
  await page.getByRole('button', { name: t('building.add'), exact: true }).focus();
  await page.keyboard.press('Enter');
  const added = page.getByRole('listitem').filter({ hasText: t('building.questionWithout') });
  await added.getByLabel(t('building.type')).selectOption('integer');
  const inLanguage = (label: string, language: string): string =>
    t('building.inLanguage', { label, language });
  await added.getByLabel(inLanguage(t('building.question'), 'Azərbaycanca')).fill('Neçə gün?');
  const days = page.getByRole('listitem').filter({ hasText: 'Neçə gün?' });
  await days.getByText(t('building.missingIn', { languages: 'Тоҷикӣ' })).waitFor();
  await days.getByLabel(inLanguage(t('building.question'), 'Тоҷикӣ')).fill('Чанд рӯз?');
  // A whole page pasted into a question takes nothing along of what was made.
  const asked = days.getByLabel(inLanguage(t('building.question'), 'Тоҷикӣ'));
  for (let time = 0; time < 2; time += 1) {
    await asked.fill('Чанд рӯз? '.repeat(300));
    await page.getByText(t('building.notTaken')).first().waitFor();
    await expect.poll(() => asked.inputValue()).toBe('Чанд рӯз?');
  }
  // Read out by somebody: brought along, and sealed beside the survey.
  const sound = { name: 'chand.mp3', mimeType: 'audio/mpeg', buffer: SILENCE };
  await days.locator('input[type="file"]').last().setInputFiles(sound);
  await days.getByText(`Тоҷикӣ: ${t('sounds.there')}`).waitFor();
  await days.getByLabel(t('building.when')).selectOption({ label: 'Sizi saxlayıblar?' });
  await days.getByLabel(t('building.value'), { exact: true }).selectOption({ label: 'Bəli' });
  const up = t('building.of', { what: t('building.up'), question: 'Neçə gün?' });
  await page.getByRole('button', { name: up, exact: true }).focus();
  await page.keyboard.press('Enter');
  await photograph(laptop, 'survey-built');
  expect(await inspect(page, 'a survey: its form', 'az')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await press(laptop, t('building.preview'));
  const shown = page.getByRole('dialog');
  expect(await shown.getByText('Neçə gün?').count()).toBe(0);
  await shown.getByRole('radio', { name: 'Bəli', exact: true }).check();
  await shown.getByText('Neçə gün?').waitFor();
  await photograph(laptop, 'survey-preview');
  await shown.getByRole('button', { name: t('shell.close') }).click();
  await press(laptop, t('building.save'));
  await page.getByRole('button', { name: t('building.change'), exact: true }).waitFor();
  if (size !== null) await page.setViewportSize(size);
}

test('a form is brought in, changed here, signed by two, filled in Tajik with half of it left out, read inside, and given on with small numbers kept back', async () => {
  behind = 0;
  const here = browsers.around(world.server.url);
  const laptop = await here.device('laptop', 'az');
  const ours = laptop.words;
  const token = await makeFoundingToken({
    db: world.server.data.db,
    clock: Date.now,
    random: systemRandomness,
  });
  const { passphrase } = await found(laptop, `${world.server.url}/begin#${token}`, {
    organisation: 'Dayaq sınağı',
    name: 'Nigar',
  });
  const second = await world.newcomer(await invite(laptop, { role: 'coordinator' }), 'Bahar');
  await go(laptop, 'people');
  await proposePublicPage(laptop, { languages: ['Azərbaycanca', 'Тоҷикӣ'], readers: ['Nigar'] });
  await signsToo(second);
  await laptop.page.getByText(ours.t('letters.door.isOpen'), { exact: true }).waitFor();

  await go(laptop, 'surveys');
  await laptop.page.locator('input[type="file"]').setInputFiles({
    name: 'saxlanma.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(FORM),
  });
  await laptop.page.getByText(ours.t('surveys.remark.metadata')).waitFor();
  await photograph(laptop, 'survey-brought-in');
  await laptop.page.getByRole('link', { name: 'Saxlanma sorğusu' }).click();
  await laptop.page.getByText(ours.t('surveys.few.unknown')).waitFor();
  await addInBuilder(laptop);
  await press(laptop, ours.t('surveys.door.publish'));
  await laptop.page.getByText(ours.t('surveys.door.waits')).waitFor();
  await signsToo(second);
  await laptop.page.getByText(ours.t('surveys.door.asked')).waitFor();
  await photograph(laptop, 'survey-asked');
  expect(await inspect(laptop.page, 'a survey', 'az')).toEqual([]);

  const { t } = createTranslator('tg', await loadVisitorWords('tg'));
  const az = createTranslator('az', await loadVisitorWords('az'));
  behind = DAY;
  const phone = await here.device('phone', 'tg');
  const { page } = phone;
  // Its own page: a journey that is tried once more has a second organisation beside it.
  const { pathname, hash } = new URL((await second.vault.door())?.address ?? '');
  await phone.goto(pathname);
  await page.getByRole('link', { name: 'Тоҷикӣ' }).click();
  await page.getByRole('link', { name: 'Saxlanma sorğusu' }).click();
  await page.getByText('Шуморо нигоҳ доштанд?').waitFor();
  expect(await page.getByText('Дар куҷо?').count()).toBe(0);
  await page.getByText(t('visitors.survey.recorded')).waitFor();
  let fetched = 0;
  page.on('request', (request) => (fetched += request.url().endsWith('/sounds/read') ? 1 : 0));
  expect(await page.locator('label.tick svg').count()).toBe(1);
  await press(phone, t('visitors.survey.send'));
  await page.getByText(t('visitors.survey.nothing')).waitFor();
  await page.getByRole('radio', { name: 'Ҳа', exact: true }).check();
  await page.getByLabel('Дар куҷо?').fill(`дар ${MARK}`);
  await page.getByRole('textbox', { name: 'Чанд рӯз?' }).fill('3');
  // Nothing is fetched before it is asked for.
  expect(fetched).toBe(0);
  const hear = page.getByRole('button', { name: `${t('visitors.survey.hear')}: Чанд рӯз?`, exact: true });
  await hear.click();
  await expect.poll(() => fetched).toBe(1);
  await expect.poll(() => hear.getAttribute('aria-busy')).toBeNull();
  expect(await page.getByText(t('visitors.survey.notHeard')).count()).toBe(0);
  await page.getByLabel('Синну соли шумо?').fill('twenty');
  await press(phone, t('visitors.survey.send'));
  await page.getByText(t('visitors.survey.wrong.form')).waitFor();
  await page.getByLabel('Синну соли шумо?').fill('24');
  await photograph(phone, 'survey-filled');
  expect(await inspect(page, 'public page: a survey', 'tg', t('visitors.title'))).toEqual([]);

  // In the middle, another language: nothing of it is lost.
  await page.getByRole('link', { name: 'Azərbaycanca' }).click();
  await page.getByText('Sizi saxlayıblar?').waitFor();
  expect(await page.getByRole('radio', { name: 'Bəli', exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('Harada?').inputValue()).toBe(`дар ${MARK}`);
  await page.getByRole('button', { name: az.t('visitors.survey.send'), exact: true }).waitFor();
  await page.getByRole('radio', { name: az.t('visitors.survey.other'), exact: true }).check();
  await page.getByLabel(az.t('visitors.survey.otherWords')).fill(OTHER_MARK);
  await page.getByRole('radio', { name: 'Bəli', exact: true }).check();
  await page.getByRole('link', { name: 'Тоҷикӣ' }).click();
  await page.getByText('Шуморо нигоҳ доштанд?').waitFor();
  await page.getByRole('combobox').last().selectOption('not-me');
  await press(phone, t('visitors.survey.send'));
  await page.getByRole('heading', { name: t('visitors.survey.sent') }).waitFor();
  await photograph(phone, 'survey-sent');

  await interview(laptop, passphrase);

  const published = (await second.vault.door())?.open?.notice?.surveys?.[0]?.hash ?? '';
  const others = new Visitor(world.server.url, hash.slice(1) as SpaceId);
  for (let i = 0; i < 9; i += 1)
    await others.answer(published, { held: [i < 5 ? 'yes' : 'no'], age: [String(30 + i)] });
  await others.answer(published, { held: ['other'], held_other: [OTHER_MARK] });
  behind = 0;

  await laptop.page.getByText(ours.t('interviews.counted', { asked: 2, refused: 1, brokenOff: 0 })).waitFor();
  await laptop.page.getByText(ours.t('surveys.results.count', { count: 12 })).waitFor();
  const held = laptop.page.getByRole('table', { name: 'Sizi saxlayıblar?' });
  await held.getByRole('row', { name: 'Bəli' }).getByText('7').waitFor();
  await held.getByRole('row', { name: 'Xeyr' }).getByText(ours.t('surveys.results.hidden')).waitFor();
  await laptop.page.getByText(`${ours.t('surveys.results.words')}: Harada?`).click();
  await laptop.page.getByText(`дар ${MARK}`).waitFor();
  // What was said in words is put under a topic, and counted there as little as anything small.
  const inWords = laptop.page
    .getByRole('group')
    .filter({ hasText: `${ours.t('surveys.results.words')}: Harada?` });
  await inWords.getByLabel(ours.t('surveys.topics.fresh'), { exact: true }).fill('Küçədə');
  await inWords.getByRole('button', { name: ours.t('surveys.topics.begin'), exact: true }).click();
  await inWords.getByRole('checkbox', { name: `дар ${MARK}` }).check();
  const topics = laptop.page.getByRole('table', { name: `Harada?: ${ours.t('surveys.topics.title')}` });
  await topics.getByRole('row', { name: 'Küçədə' }).getByText(ours.t('surveys.results.hidden')).waitFor();
  await inWords.getByRole('combobox').selectOption('');
  await inWords.getByText('Küçədə', { exact: true }).last().waitFor();
  await photograph(laptop, 'survey-results');
  expect(await inspect(laptop.page, 'a survey: results', 'az')).toEqual([]);
  await laptop.page.setViewportSize({ width: 360, height: 740 });
  await photograph(laptop, 'survey-results-phone');
  expect(await inspect(laptop.page, 'a survey: results on a phone', 'az')).toEqual([]);
  await laptop.page.setViewportSize({ width: 1280, height: 800 });
  const saving = laptop.page.waitForEvent('download');
  await press(laptop, ours.t('surveys.results.csv'));
  const csv = await readFile(await (await saving).path(), 'utf8');
  expect(csv).toContain(`Xeyr,${ours.t('surveys.results.hidden')}`);
  expect(csv).not.toContain(MARK);

  const everything = await everythingStored(world);
  for (const mark of [MARK, OTHER_MARK, SPOKEN_MARK])
    for (const written of [mark, Buffer.from(mark).toString('hex')])
      expect(everything.includes(written)).toBe(false);
  expect(everything).toContain(Buffer.from('Sizi saxlayıblar?').toString('hex'));
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
});
