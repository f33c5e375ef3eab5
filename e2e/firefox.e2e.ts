/**
 * The public page in Firefox, which is on many phones and under the Tor Browser: somebody tells what happened with a photo, is answered
 * and comes back by their words; somebody answers a survey. The organisation's own devices are real vaults.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSealedFile } from '@dayaq/domain';
import { readSheet, type Survey } from '@dayaq/domain/survey';
import { createTranslator, loadVisitorWords, type Translator } from '@dayaq/locale';
import type { ElementHandle } from 'puppeteer-core';
import { afterEach, beforeAll, afterAll, beforeEach, expect, test } from 'vitest';
import { askSurvey, openDoor } from '../worlds/devices/visitor.ts';
import { type Device as Vaulted, expectOk, settle, startWorld, type World } from '../worlds/devices/world.ts';
import { Firefox, hasFirefox } from './lib/firefox.ts';
import { photoWithPlace } from './lib/photo.ts';
import { photograph } from './lib/photograph.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
const MARK = 'Zeytun-9031';
const NOTHING = { local: 0, session: 0, cookies: '', databases: 0, caches: 0, workers: 0 };
const SURVEY: Survey = {
  title: { az: 'Saxlanma', en: 'Detention' },
  intro: {},
  languages: ['az', 'en'],
  items: [
    {
      is: 'question',
      name: 'held',
      type: 'one',
      label: { az: 'Sizi saxlayıblar?', en: 'Were you held?' },
      choices: [
        { name: 'yes', label: { az: 'Bəli', en: 'Yes' } },
        { name: 'no', label: { az: 'Xeyr', en: 'No' } },
      ],
    },
    { is: 'question', name: 'where', type: 'text', label: { az: 'Harada?' }, relevant: "${held} = 'yes'" },
  ],
};

let world: World;
let ana: Vaulted;
let bahar: Vaulted;
let survey: string;
let t: Translator['t'];
/** Milliseconds by which the server's day is behind: what comes meanwhile came yesterday. */
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES, clock: () => Date.now() - behind });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  await openDoor(ana, bahar, [ana, bahar]);
  survey = await askSurvey(ana, bahar, SURVEY);
  ({ t } = createTranslator('az', await loadVisitorWords('az')));
});
afterAll(() => world.stop());

let phone: Firefox;
beforeEach(async () => {
  phone = await Firefox.open();
});
afterEach(async () => {
  await phone.discard();
  expect(phone.problems).toEqual([]);
});

const goTo = (path: string) => phone.page.goto(new URL(path, world.server.url).href);

async function letters({ vault }: Vaulted) {
  const page = {
    text: '',
    filters: {},
    sort: 'updated' as const,
    descending: true,
    offset: 0,
    limit: 20,
    space: null,
  };
  return (await vault.dossiers({ ...page, kinds: ['letter'] })).rows;
}

/** The twelve words, once they stand there. */
async function receipt(): Promise<string[]> {
  await phone.press('button', t('visitors.tell.next'));
  await phone.page.locator('#words li:nth-child(12)').wait();
  return phone.page.$$eval('#words li', (rows) => rows.map((row) => row.innerText.trim()));
}

async function send(words: readonly string[]): Promise<void> {
  const asked = await phone.page.$eval('#which', (line) => (line as HTMLElement).innerText);
  await phone.fill('#confirm', words[Number(/\d+/.exec(asked)?.[0]) - 1] ?? '');
  await phone.press('button', t('visitors.send.send'));
  await phone.sees(t('visitors.send.sent'));
}

test.skipIf(!hasFirefox)(
  'in Firefox somebody tells what happened with a photo, keeps it from one of us, is answered, comes back, and nothing of it stays',
  async () => {
    await goTo('/page/');
    await phone.sees(t('visitors.front.danger'));
    await photograph(phone, 'firefox-front');
    await phone.press('link', t('visitors.front.tell'));
    await phone.page.locator('#story').wait();
    const picture = join(phone.folder, 'IMG_Sumqayit.jpg');
    await writeFile(picture, await photoWithPlace(phone.page));
    const chooser = await phone.page.$('input#photo');
    await (chooser as ElementHandle<HTMLInputElement> | null)?.uploadFile(picture);
    await phone.sees(t('visitors.tell.remove'));
    await phone.press('choice', 'Reader 2');
    await phone.fill('#story', `Bizi ${MARK} küçəsində saxladılar.`);
    await photograph(phone, 'firefox-tell');
    // A phone that is taken, or whose battery ends, has this on its disk.
    expect(await phone.writtenDown()).toEqual([]);
    expect(await phone.found([MARK])).toEqual([]);
    const words = await receipt();
    expect(words).toHaveLength(12);
    await send(words);
    await photograph(phone, 'firefox-sent');

    await settle(ana, bahar);
    const [letter] = await letters(ana);
    expect(letter?.told['words']).toContain(MARK);
    expect(await letters(bahar)).toEqual([]);
    const dossier = letter?.id ?? '';
    const whole = expectOk(await ana.vault.dossier(dossier));
    const file = readSealedFile(whole.records.find(({ kind }) => kind === 'file')?.fields['file']?.value);
    if (file === null) throw new Error('the photo came along');
    const photo = Buffer.from(expectOk(await ana.vault.openFile({ dossier, file })));
    expect(photo.subarray(0, 2).toString('hex')).toBe('ffd8');
    for (const tell of ['Exif', 'GPS', 'Sumqayit']) expect(photo.includes(tell), tell).toBe(false);
    expectOk(await ana.vault.answerLetter({ dossier, words: 'Sabah gəlin.', today: '2026-11-29' }));
    await settle(ana);

    await phone.press('link', t('visitors.home'));
    await phone.press('link', t('visitors.front.back'));
    await phone.fill('#code', words.join(' '));
    await phone.press('button', t('visitors.back.open'));
    await phone.sees('Sabah gəlin.');
    await photograph(phone, 'firefox-answer');
    await phone.fill('#story', 'Gələcəyəm.');
    await phone.press('button', t('visitors.send.send'));
    await phone.sees(t('visitors.send.sent'));
    await settle(ana, bahar);
    const more = expectOk(await ana.vault.dossier(dossier)).records.find(
      ({ kind }) => kind === 'letter-more',
    );
    expect(more?.fields['words']?.value).toBe('Gələcəyəm.');

    expect(await phone.left()).toEqual(NOTHING);
    await phone.page.locator('#leave').click();
    await phone.page.waitForFunction(() => location.href.endsWith('/away.az.html'));
    await phone.close();
    expect(await phone.found([MARK, words.join(' '), 'Sabah gəlin.'])).toEqual([]);
  },
);

test.skipIf(!hasFirefox)(
  'in Firefox a survey is answered, one question following from another, and nothing of it stays',
  async () => {
    behind = 86_400_000;
    await goTo('/page/');
    await phone.press('link', 'Survey');
    await phone.sees('Sizi saxlayıblar?');
    await phone.press('choice', 'Bəli');
    await phone.fill('textarea', MARK);
    await photograph(phone, 'firefox-survey');
    expect(await phone.writtenDown()).toEqual([]);
    expect(await phone.found([MARK])).toEqual([]);
    await phone.press('button', t('visitors.survey.send'));
    await phone.sees(t('visitors.survey.sent'));
    behind = 0;
    await settle(ana, bahar);
    const answers = await ana.vault.surveyAnswers(survey);
    const [sheet] = await Promise.all((answers?.dossiers ?? []).map((each) => ana.vault.dossier(each)));
    const said = expectOk(sheet ?? { ok: false, failure: { code: 'not-found' } }).records.find(
      ({ kind }) => kind === 'survey-sheet',
    );
    const read = readSheet(String(said?.fields['answers']?.value));
    expect([read.get('held'), read.get('where')]).toEqual([{ said: ['yes'] }, { said: [MARK] }]);
    expect(await phone.left()).toEqual(NOTHING);
    await phone.close();
    expect(await phone.found([MARK])).toEqual([]);
  },
);
