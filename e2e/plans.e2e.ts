import { AZ_ACTION_PLAN } from '../packages/domain/src/packs/frameworks/az-action-plan.ts';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillDialog, openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { quickCase } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { actOnTab, openSide } from './lib/sides.ts';
import { aTeam, isReady } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();
const actions = AZ_ACTION_PLAN.themes.flatMap(({ commitments }) => commitments);
const clinics = actions[0] as (typeof actions)[number];

const item = ({ page }: Device, name: string): Locator =>
  page.locator('details.plan-item').filter({ has: page.locator('.plan-name', { hasText: name }) });

async function say(
  device: Device,
  name: string,
  said: { voice: string; rating: string; words: string; who?: string },
): Promise<void> {
  const { words } = device;
  await item(device, name)
    .getByRole('button', { name: words.t('plans.say'), exact: true })
    .click();
  await fillDialog(device, 'update', said, words.t('plans.keepReading'));
}

test('the Action Plan comes in with its 21 actions; the state’s word stands beside ours; a case bears on it for those alone who may read it', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['ru', 'az']);
  await isReady(laptop);
  const { t } = laptop.words;
  await quickCase(laptop, 'Зейнаб', 'Отказали в приёме: передвижная клиника не приехала.');

  await go(laptop, 'plans');
  const name = AZ_ACTION_PLAN.name.ru;
  await photograph(laptop, 'plans-known');
  await laptop.page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: t('plans.bring'), exact: true })
    .click();
  await laptop.page.getByRole('heading', { name, exact: true }).waitFor();
  expect(await laptop.page.locator('details.plan-item').count()).toBe(21);

  // What the annex leaves out is found by one press, and stands beside the body.
  const lacking = actions.filter(({ annexLacks }) => annexLacks !== undefined);
  await laptop.page
    .getByRole('button', {
      name: t('plans.show.count', { what: t('plans.show.annex'), count: lacking.length }),
    })
    .click();
  expect(await laptop.page.locator('details.plan-item').count()).toBe(lacking.length);
  await item(laptop, clinics.name.ru).locator('summary').click();
  await item(laptop, clinics.name.ru).getByText('Substance use treatment;').waitFor();
  await photograph(laptop, 'plans-annex');

  // Two words of one commitment: neither takes the other's place.
  await say(laptop, clinics.name.ru, {
    voice: 'state',
    rating: 'done',
    words: 'Передвижные клиники работают во всех районах.',
  });
  await say(laptop, clinics.name.ru, {
    voice: 'ours',
    rating: 'partly',
    words: 'За год приехали дважды, лечения зависимости нет.',
  });
  const tags = item(laptop, clinics.name.ru).locator('summary');
  await tags.getByText(laptop.words.label('codes', 'progress-ratings', 'done'), { exact: true }).waitFor();
  await tags.getByText(laptop.words.label('codes', 'progress-ratings', 'partly'), { exact: true }).waitFor();
  // A word that was taken down by mistake is taken away, and comes back by one press.
  const readings = item(laptop, clinics.name.ru).locator('.plan-reading');
  await readings
    .nth(1)
    .getByRole('button', { name: t('plans.editReading'), exact: true })
    .click();
  await laptop.page
    .getByRole('dialog')
    .getByRole('button', { name: t('cases.edit.delete'), exact: true })
    .click();
  await expect.poll(() => readings.count()).toBe(1);
  await laptop.page
    .locator('.toast')
    .getByRole('button', { name: t('cases.undo.undo'), exact: true })
    .click();
  await expect.poll(() => readings.count()).toBe(2);
  await laptop.page
    .getByRole('button', { name: t('plans.show.count', { what: t('plans.show.differ'), count: 1 }) })
    .click();
  expect(await laptop.page.locator('details.plan-item').count()).toBe(1);
  expect(await inspect(laptop.page, 'a plan', 'ru')).toEqual([]);
  await photograph(laptop, 'plans-two-words');

  // From the case to the commitment, and back.
  await openCase(laptop, 'Зейнаб');
  await actOnTab(laptop, t('plans.bearing'));
  const dialog = laptop.page.getByRole('dialog', { name: t('plans.bearing') });
  await dialog.getByRole('searchbox').fill('передвижных');
  await dialog.getByRole('button', { name: new RegExp(clinics.name.ru) }).click();
  await photograph(laptop, 'plans-bearing');
  await dialog.getByRole('button', { name: t('cases.edit.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await openSide(laptop, 'story');
  await theCase(laptop).getByText(clinics.name.ru).first().waitFor();

  // A colleague on a phone reads the same, and, until it is closed to them, the case.
  await go(phone, 'plans');
  await phone.page.getByRole('link', { name: AZ_ACTION_PLAN.name.az }).click();
  await item(phone, clinics.name.az).locator('summary').click();
  await item(phone, clinics.name.az).getByRole('link', { name: 'Зейнаб' }).waitFor();
  expect(await inspect(phone.page, 'a plan on a phone', 'az')).toEqual([]);
  await photograph(phone, 'plans-phone');
});
