/**
 * An open call, from publishing to destruction, on phones: it is signed by two, read without a script, applied to in Tajik with half
 * of it left out, scored by two who see no name, decided, told by the twelve words, welcomed as a volunteer until goodbye, and destroyed when the time that was said is over.
 */
import { join } from 'node:path';
import { scoreChanges } from '@dayaq/acts/application/application';
import { addDays, dayAt } from '@dayaq/domain';
import { createTranslator, formatDate, loadVisitorWords } from '@dayaq/locale';
import { makeFoundingToken } from '@dayaq/server';
import { systemRandomness } from '@dayaq/sealing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, startWorld, type World } from '../worlds/devices/world.ts';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { proposePublicPage } from './lib/public-page.ts';
import { signsToo } from './lib/second-signer.ts';
import { everythingStored } from './lib/stored.ts';
import { Visiting } from './lib/visiting.ts';
import { fromWelcomeToGoodbye, THANKS } from './lib/volunteering.ts';
import { aWorld } from './lib/world.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');
const DAY = 86_400_000;
const NAME = 'Шаҳноза';
const MARK = 'Чинор-6642';
/** Days ago on which somebody applies: what is kept for three months is due since yesterday. */
const AGO = 95;

const browsers = aWorld();
let world: World;
/** Milliseconds by which the server's day is behind. */
let behind = 0;
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES, clock: () => Date.now() - behind });
});
afterAll(() => world.stop());

const press = ({ page }: Device, name: string) => page.getByRole('button', { name, exact: true }).click();

async function makeTheCall(member: Device, deadline: string): Promise<void> {
  const { t } = member.words;
  await press(member, t('calls.make'));
  const form = member.page.getByRole('dialog');
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await form.getByRole('radio', { name: t('calls.aim.volunteer'), exact: true }).check();
  for (const [language, title, who, stages] of [
    ['Azərbaycanca', 'Gənc liderlər', 'istənilən rayondan və ya kənddən', 'Söhbət\nİlk görüş'],
    ['Тоҷикӣ', 'Роҳбарони ҷавон', 'аз ҳар ноҳия ё деҳа', 'Суҳбат\nВохӯрии аввал'],
  ] as const) {
    await field(t('calls.form.called', { language })).fill(title);
    await field(t('calls.form.who', { language })).fill(who);
    await field(t('calls.form.stages', { language })).fill(stages);
  }
  await field(t('calls.form.from')).fill('22');
  await field(t('calls.form.to')).fill('35');
  await field(t('calls.form.deadline')).fill(deadline);
  await field(t('calls.form.keep')).selectOption('3');
  await press(member, t('calls.form.add'));
  await form.getByRole('button', { name: t('calls.form.save'), exact: true }).click();
  await form.getByText(t('calls.form.fault.own')).waitFor();
  await field(t('calls.form.ask', { language: 'Тоҷикӣ' })).fill('Чанд соат дар ҳафта?');
  await field(t('calls.form.why', { language: 'Тоҷикӣ' })).fill('То вақти дарсро интихоб кунем.');
  await photograph(member, 'call-form');
  await form.getByRole('button', { name: t('calls.form.save'), exact: true }).click();
  await member.page.getByRole('heading', { name: 'Gənc liderlər' }).waitFor();
}

test('a call is published, applied to in Tajik, scored without a name, told by the receipt, and destroyed', async () => {
  const here = browsers.around(world.server.url);
  const member = await here.device('phone', 'az');
  const { page } = member;
  const { t } = member.words;
  const token = await makeFoundingToken({
    db: world.server.data.db,
    clock: Date.now,
    random: systemRandomness,
  });
  await found(member, `${world.server.url}/begin#${token}`, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  const second = await world.newcomer(await invite(member, { role: 'coordinator' }), 'Bahar');
  await go(member, 'people');
  await proposePublicPage(member, { languages: ['Azərbaycanca', 'Тоҷикӣ'], readers: ['Nigar', 'Bahar'] });
  await signsToo(second);
  await page.getByText(t('letters.door.isOpen'), { exact: true }).waitFor();

  const deadline = addDays(dayAt(Date.now()), 1 - AGO);
  await go(member, 'calls');
  await makeTheCall(member, deadline);
  await press(member, t('calls.door.publish'));
  await page.getByText(t('calls.door.waits')).waitFor();
  await signsToo(second);
  await page.getByText(t('calls.door.asked')).waitFor();
  await photograph(member, 'call-asked');
  expect(await inspect(page, 'a call', 'az')).toEqual([]);

  const az = createTranslator('az', await loadVisitorWords('az'));
  const tg = createTranslator('tg', await loadVisitorWords('tg'));
  behind = AGO * DAY;
  const visitor = await here.device('phone', 'tg');
  const visiting = new Visiting(visitor, tg.t);
  await visitor.goto('/page/');
  await visitor.page.getByRole('link', { name: 'Тоҷикӣ' }).click();
  await visitor.page.getByRole('link', { name: 'Роҳбарони ҷавон' }).click();
  await visitor.page.getByText(formatDate('tg', deadline, 'long')).waitFor();
  expect(await visitor.page.title()).toBe(tg.t('visitors.title'));
  expect(new URL(visitor.page.url()).pathname).not.toMatch(/call|apply|Роҳбар/u);
  await visitor.page.getByRole('heading', { name: tg.t('visitors.call.apply') }).waitFor();
  // Come by a code that names another organisation, nobody is told that the call is over, nor lets anything be typed.
  const address = visitor.page.url();
  await visitor.page.goto(`${address}#another`);
  await visitor.page.reload();
  await visitor.page.getByText(tg.t('visitors.send.ghost')).waitFor();
  await visitor.page.getByRole('heading', { name: tg.t('visitors.call.apply') }).waitFor({ state: 'hidden' });
  await visitor.page.goto(address);
  await visitor.page.reload();
  await visitor.page.getByRole('heading', { name: tg.t('visitors.call.apply') }).waitFor();
  await photograph(visitor, 'call-public');
  await visiting.press(tg.t('visitors.tell.next'));
  await visitor.page.getByText(tg.t('visitors.survey.nothing')).waitFor();
  await visitor.page.getByRole('radio', { name: tg.t('visitors.call.fits.yes'), exact: true }).check();
  await visitor.page.getByLabel(tg.t('visitors.call.ask.name')).fill(NAME);
  await visitor.page.getByLabel(tg.t('visitors.call.ask.age')).fill('24');
  await visitor.page.getByLabel(tg.t('visitors.call.ask.why')).fill(`Ман Шаҳноза, барои ${MARK}`);
  // In another language, and back: what was answered stays where it is.
  await visitor.page.getByRole('link', { name: 'Azərbaycanca' }).click();
  await visitor.page.getByLabel(az.t('visitors.call.ask.age')).waitFor();
  await visitor.page.getByRole('link', { name: 'Тоҷикӣ' }).click();
  await visitor.page.getByLabel(tg.t('visitors.call.ask.age')).waitFor();
  expect(await visitor.page.getByLabel(tg.t('visitors.call.ask.name')).inputValue()).toBe(NAME);
  await photograph(visitor, 'call-filled');
  expect(await inspect(visitor.page, 'public page: a call', 'tg', tg.t('visitors.title'))).toEqual([]);
  const words = await visiting.toWords();
  await visiting.confirm(words);
  await visiting.isSent();

  await page.getByText(t('calls.applications.count', { count: 1 })).waitFor();
  behind = 0;
  await page.getByRole('link', { name: /Ərizə/u }).click();
  await page.getByText(t('calls.score.blind')).waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  expect(await page.getByText(MARK).count()).toBe(1);
  await photograph(member, 'call-blind');
  expect(await inspect(page, 'an application', 'az')).toEqual([]);
  await page.getByRole('radio', { name: '8', exact: true }).check();
  await press(member, t('calls.score.save'));
  await page.getByText(t('calls.score.waits')).waitFor();

  await second.vault.syncNow();
  const list = { kinds: ['application'], text: '', filters: {}, sort: 'day' as const };
  const rows = async () =>
    (await second.vault.dossiers({ ...list, descending: false, offset: 0, limit: 5, space: null })).rows;
  await expect.poll(async () => (await second.vault.syncNow(), (await rows()).length)).toBe(1);
  const [{ id } = { id: '' }] = await rows();
  const record = await second.vault.newId();
  expectOk(await second.vault.save({ dossier: id, changes: scoreChanges(record, 7, '') }));
  await second.vault.syncNow();
  await page.getByText(NAME, { exact: true }).waitFor();
  await page.getByText(t('calls.score.one', { name: 'Bahar', score: 7 })).waitFor();

  await page.getByRole('radio', { name: 'Qəbul edilib', exact: true }).check();
  await page.getByLabel(t('calls.decision.reason')).fill('Kənddən, və işi bilir.');
  await press(member, t('calls.decision.save'));
  const told = page.getByLabel(t('calls.decision.tell'));
  await told.waitFor();
  expect(await told.inputValue()).toContain('«Роҳбарони ҷавон» қабул шуд');
  await photograph(member, 'call-decided');
  await press(member, t('calls.decision.send'));
  await page.getByText(t('calls.decision.told')).waitFor();

  await second.vault.syncNow();
  await visitor.goto('/page/');
  await visitor.page.getByRole('link', { name: 'Тоҷикӣ' }).click();
  await visiting.comeBack(words);
  await visitor.page.getByText('қабул шуд').waitFor();
  expect(
    await visitor.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
  ).toEqual([0, 0, '']);

  await fromWelcomeToGoodbye(member, await here.device('phone', 'tg'), NAME);

  await go(member, 'today');
  await page.getByText(t('calls.due.count', { count: 1 })).waitFor();
  await photograph(member, 'call-due');
  expect(await inspect(page, 'today: what is to be destroyed', 'az')).toEqual([]);
  await press(member, t('calls.due.destroy'));
  await page.getByText(t('calls.due.count', { count: 1 })).waitFor({ state: 'detached' });
  await expect.poll(async () => (await second.vault.syncNow(), (await rows()).length)).toBe(0);
  await go(member, 'calls');
  await page.getByRole('link', { name: 'Gənc liderlər' }).click();
  await page.getByText(t('calls.applications.none')).waitFor();
  const everything = await everythingStored(world);
  for (const mark of [MARK, NAME, THANKS])
    for (const written of [mark, Buffer.from(mark).toString('hex')])
      expect(everything.includes(written)).toBe(false);
});
