import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { fileItems, sealFile, startAddingFile } from './lib/files.ts';
import { openSavedCase, quickCase, saveIntake, startIntake, tellAll } from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aColleague, aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('a case is destroyed for good over three devices: one was off, is waited for, and does not bring it back', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'az']);
  const { device: late, name } = await aColleague(world, laptop, 'ru');
  await quickCase(laptop, 'Ülkər', 'Unudulmaq istəyir.');
  for (const device of [phone, late]) await openCase(device, 'Ülkər');
  await late.offline();

  await openCase(laptop, 'Ülkər');
  const { page, words } = laptop;
  await theCase(laptop)
    .getByRole('button', { name: words.t('cases.head.more'), exact: true })
    .click();
  await page.getByRole('link', { name: words.t('erasure.title'), exact: true }).click();
  await page
    .getByRole('radio', { name: words.label('codes', 'erasure-reasons', 'the-person-asked') })
    .check();
  await page.getByRole('checkbox', { name: words.t('erasure.sure') }).check();
  await photograph(laptop, 'erasure-asked');
  await page.getByRole('button', { name: words.t('erasure.act'), exact: true }).click();
  await page.getByLabel(words.t('cases.list.search'), { exact: true }).waitFor();
  expect(await searchCases(laptop, 'Ülkər')).toEqual([]);
  await expect.poll(() => searchCases(phone, 'Ülkər')).toEqual([]);

  await go(laptop, 'people');
  const trace = page.getByRole('region', { name: words.t('erasure.list.title') });
  await trace.getByText(words.t('erasure.list.server'), { exact: true }).waitFor();
  await trace.getByText(words.t('erasure.list.devices', { count: 2 })).waitFor();
  await trace.getByText(words.t('erasure.list.waits', { names: name }), { exact: true }).waitFor();
  expect(await trace.innerText()).not.toContain('Ülkər');
  await photograph(laptop, 'erasure-waits');
  expect(await searchCases(late, 'Ülkər')).toHaveLength(1);

  await late.online();
  await trace.getByText(words.t('erasure.list.devices', { count: 3 })).waitFor();
  await trace
    .getByText(words.t('erasure.list.waits', { names: name }), { exact: true })
    .waitFor({ state: 'hidden' });
  await expect.poll(() => searchCases(late, 'Ülkər')).toEqual([]);
  expect(await searchCases(laptop, 'Ülkər')).toEqual([]);
});

test('what may be passed on is asked answer by answer at the intake; a file and a child are destroyed for good, and the case stands', async () => {
  const world = await worlds.start();
  const { laptop, phone } = await aTeam(world, ['en', 'az']);
  const { page, words } = laptop;
  await startIntake(laptop);
  await tellAll(
    laptop,
    {
      client: { alias: 'Zeynəb', ageBand: '25-34', populations: ['sex-work'] },
      children: ['0-13'],
      types: ['evicted'],
      words: 'Mənzildən çıxardılar.',
      act: {},
      perpetrators: [],
      consents: { service: 'yes', sharing: 'yes' },
      consent: { recipient: 'Təmiz Dünya', parts: ['alias-age', 'populations'], how: 'spoken' },
    },
    async (step) => {
      if (step !== 'consent') return;
      // Opening a part says nothing of who she is or of how she lives: that needs its own yes.
      const answers = (part: string) =>
        page.getByRole('group', {
          name: words.t('referrals.consent.answers', { part: words.label('codes', 'shared-parts', part) }),
        });
      const alias = answers('alias-age').getByRole('checkbox', {
        name: words.label('kinds', 'person', 'fields', 'alias'),
      });
      expect(await alias.isChecked()).toBe(false);
      await photograph(laptop, 'intake-agreed');
    },
  );
  await photograph(laptop, 'intake-agreed-review');
  await saveIntake(laptop);
  await openSavedCase(laptop);

  const path = join(laptop.profile, '..', 'letter.pdf');
  await writeFile(path, '%PDF-1.4\nnothing hidden\n');
  const input = await startAddingFile(laptop);
  await input.setInputFiles(path);
  await sealFile(laptop);
  const item = fileItems(laptop).first();
  await item.getByText(words.t('files.item.details'), { exact: true }).click();
  await item.getByRole('link', { name: words.t('erasure.file.link'), exact: true }).click();
  await page.getByRole('heading', { name: words.t('erasure.file.title') }).waitFor();
  await sayWhy(laptop);
  await photograph(laptop, 'erasure-file');
  await page.getByRole('button', { name: words.t('erasure.file.act'), exact: true }).click();
  const stood = (device: Device) =>
    theCase(device).getByText(device.words.label('codes', 'erasure-reasons', 'the-person-asked'));
  await stood(laptop).waitFor();
  expect(await fileItems(laptop).count()).toBe(0);
  await photograph(laptop, 'erasure-file-stood');
  await openCase(phone, 'Zeynəb');
  await stood(phone).waitFor();

  await openCase(laptop, 'Zeynəb');
  // Behind a word of its own: nobody comes upon it with a thumb.
  const details = theCase(laptop)
    .locator('details')
    .filter({ has: page.locator('a[href*="destroy?person"]') });
  await details.first().locator('summary').click();
  await details
    .first()
    .getByRole('link', { name: words.t('erasure.file.link'), exact: true })
    .click();
  await page.getByRole('heading', { name: words.t('erasure.person.title') }).waitFor();
  await sayWhy(laptop);
  await photograph(laptop, 'erasure-person');
  await page.getByRole('button', { name: words.t('erasure.person.act'), exact: true }).click();
  await theCase(laptop).getByText('Mənzildən çıxardılar.').first().waitFor();
  await theCase(laptop)
    .getByText(words.label('codes', 'age-bands', '0-13'))
    .waitFor({ state: 'hidden' });
  await photograph(laptop, 'erasure-person-anew');
  await expect.poll(() => searchCases(phone, 'Zeynəb')).toHaveLength(1);
});

async function sayWhy({ page, words }: Device): Promise<void> {
  await page
    .getByRole('radio', { name: words.label('codes', 'erasure-reasons', 'the-person-asked') })
    .check();
  await page.getByRole('checkbox', { name: words.t('erasure.sure') }).check();
}
