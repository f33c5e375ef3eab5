/** Somebody answers a survey that asks for a code: a wrong one is told, the right one is changed before the first question, and works once. */
import { join } from 'node:path';
import { createTranslator, loadVisitorWords } from '@dayaq/locale';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSurvey, openDoor } from '../worlds/devices/visitor.ts';
import { type Device as Vaulted, expectOk, settle, startWorld, type World } from '../worlds/devices/world.ts';
import { inspect } from './lib/inspect.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const PAGES = join(import.meta.dirname, '..', 'apps', 'workspace', 'dist');

const browsers = aWorld();
let world: World;
let ana: Vaulted;
let bahar: Vaulted;
let codes: string[];
beforeAll(async () => {
  world = await startWorld({ workspaceDir: PAGES });
  ana = await world.found('Ana');
  bahar = await world.join(ana, 'Bahar', 'coordinator');
  await openDoor(ana, bahar, [ana, bahar]);
  const made = expectOk(await ana.vault.makeSurveyCodes({ key: null, count: 2 }));
  codes = made.codes;
  await askSurvey(ana, bahar, {
    title: { az: 'Seçki' },
    intro: {},
    languages: ['az'],
    items: [{ is: 'question', name: 'who', type: 'text', label: { az: 'Kim?' } }],
    codes: made.key,
  });
  await settle(ana, bahar);
});
afterAll(() => world.stop());

test('a code is changed on the page, once, and its answer comes in', async () => {
  const { t } = createTranslator('az', await loadVisitorWords('az'));
  const device = await browsers.around(world.server.url).device('phone', 'az');
  const { page } = device;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const open = async (): Promise<void> => {
    await device.goto('/page/');
    await page.getByRole('link', { name: 'Survey' }).click();
    await page.locator('#digits').waitFor();
  };
  await open();
  await photograph(device, 'survey-code');
  expect(await inspect(page, 'public page: a code', 'az', t('visitors.title'))).toEqual([]);
  await page.locator('#digits').fill('1111 1111 1111 1111');
  await press(t('visitors.survey.codeGo'));
  await page.getByText(t('visitors.survey.codeWrong')).waitFor();
  await page.locator('#digits').fill(codes[0] ?? '');
  await press(t('visitors.survey.codeGo'));
  await page.getByLabel('Kim?').fill('Leyla');
  await press(t('visitors.survey.send'));
  await page.getByRole('heading', { name: t('visitors.survey.sent') }).waitFor();

  await open();
  await page.locator('#digits').fill(codes[0] ?? '');
  await press(t('visitors.survey.codeGo'));
  await page.getByText(t('visitors.survey.codeUsed')).waitFor();

  await settle(ana);
  const hash = (await ana.vault.door())?.open?.notice?.surveys?.[0]?.hash ?? '';
  expect((await ana.vault.surveyAnswers(hash))?.today).toBe(1);
});
