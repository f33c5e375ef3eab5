import { expect, test } from 'vitest';
import { editCase, openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { quickCase } from './lib/intake.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('two people change one field apart from each other: both stay, one is chosen, the other side sees it', async () => {
  const { laptop, phone } = await aTeam(await worlds.start(), ['ru', 'az']);
  await quickCase(laptop, 'Ülkər', 'Ev sahibi onu evdən çıxarıb.');
  await openCase(phone, 'Ülkər');
  await openCase(laptop, 'Ülkər');

  await laptop.offline();
  await phone.offline();
  await editCase(laptop, 'head', { summary: 'Первая запись: выселили без предупреждения.' });
  await editCase(phone, 'head', { summary: 'İkinci yazı: bir həftə vaxt verib.' });
  await laptop.online();
  await phone.online();

  for (const device of [laptop, phone]) {
    await theCase(device)
      .getByText(device.words.t('cases.conflict.banner', { count: 1 }))
      .waitFor();
  }
  const mine = await versions(laptop);
  expect(mine).toEqual(await versions(phone));
  expect(mine).toEqual([
    ['Первая запись: выселили без предупреждения.', 'Марьям'],
    ['İkinci yazı: bir həftə vaxt verib.', 'Nigar'],
  ]);

  await choose(phone, 'Первая запись: выселили без предупреждения.');
  for (const device of [phone, laptop]) {
    await theCase(device)
      .getByText(device.words.t('cases.conflict.banner', { count: 1 }))
      .waitFor({ state: 'hidden' });
    const text = await theCase(device).innerText();
    expect(text).toContain('Первая запись: выселили без предупреждения.');
    expect(text).not.toContain('İkinci yazı: bir həftə vaxt verib.');
  }
});

test('two people judge the danger differently apart from each other: the higher counts until one decides, and both are named', async () => {
  const { laptop, phone } = await aTeam(await worlds.start(), ['ru', 'az']);
  await quickCase(laptop, 'Sona', 'Onu izləyirlər.');
  await openCase(phone, 'Sona');
  await openCase(laptop, 'Sona');
  await laptop.offline();
  await phone.offline();
  await editCase(laptop, 'wishes', { danger: 'high' });
  await editCase(phone, 'wishes', { danger: 'none' });
  await laptop.online();
  await phone.online();

  for (const device of [laptop, phone]) {
    const { t, label } = device.words;
    const strip = theCase(device).locator('.case-strip-danger');
    await strip.getByRole('button', { name: t('cases.danger.decide'), exact: true }).waitFor();
    const said = await strip.innerText();
    expect(said).toContain(label('codes', 'risk-levels', 'high'));
    expect(said).toContain('Марьям');
    expect(said).toContain('Nigar');
    // Said there, and nowhere else above the tabs.
    expect(await theCase(device).locator('.case-strip').count()).toBe(1);
  }
  await photograph(phone, 'conflict-danger');
});

const dialogOf = ({ page, words }: Device) =>
  page.getByRole('dialog', { name: words.t('cases.conflict.title') });

/** Each standing version with who wrote it, in the order of writing. */
async function versions(device: Device): Promise<string[][]> {
  const { words } = device;
  await theCase(device)
    .getByRole('button', { name: words.t('cases.conflict.choose'), exact: true })
    .click();
  const rows = dialogOf(device).locator('label').filter({ hasText: ' · ' });
  await rows.first().waitFor();
  const shown = (await rows.allInnerTexts()).map((text) => {
    const [value = '', who = ''] = text.trim().split('\n');
    return [value.trim(), who.split(' · ')[0]?.trim() ?? ''];
  });
  await dialogOf(device)
    .getByRole('button', { name: words.t('cases.conflict.later'), exact: true })
    .click();
  return shown;
}

async function choose(device: Device, value: string): Promise<void> {
  const { words } = device;
  await theCase(device)
    .getByRole('button', { name: words.t('cases.conflict.choose'), exact: true })
    .click();
  await dialogOf(device).getByRole('radio', { name: value }).check();
  await dialogOf(device)
    .getByRole('button', { name: words.t('cases.conflict.keep'), exact: true })
    .click();
}
