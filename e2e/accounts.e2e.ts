import { AZ_ACTION_PLAN } from '../packages/domain/src/packs/frameworks/az-action-plan.ts';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { found } from './lib/account.ts';
import { fillDialog, type Fields } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { isStill } from './lib/still.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

const press = (scope: Locator, name: string): Promise<void> =>
  scope.getByRole('button', { name, exact: true }).first().click();

/** YYYY-MM-DD, that many days from now. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Looked at on a laptop and on a phone of 360 px. */
async function looksWell(device: Device, name: string): Promise<void> {
  const { page } = device;
  const laptop = page.viewportSize();
  for (const [width, height, as] of [
    [1280, 800, name],
    [360, 740, `${name}-phone`],
  ] as const) {
    await page.setViewportSize({ width, height });
    await isStill(page);
    await photograph(device, as);
    expect(await inspect(page, as, device.options.language)).toEqual([]);
  }
  if (laptop !== null) await page.setViewportSize(laptop);
}

test('that none of them took part is said by one press and counted; a proposal becomes a commitment; what is under embargo says so on paper; a law of which nothing is heard is called silent', async () => {
  const world = await worlds.start();
  const device = await world.device('laptop', 'en');
  const { page, words } = device;
  const { t } = words;
  await found(device, world.server.foundingLink, { organisation: 'Haven', name: 'Alice' });
  const main = page.getByRole('main');
  const write = async (scope: Locator, act: string, kind: string, fields: Fields) => {
    await press(scope, act);
    await fillDialog(device, kind, fields);
  };
  await go(device, 'plans');
  const plan = AZ_ACTION_PLAN.name.en;
  await press(page.getByRole('listitem').filter({ hasText: plan }), t('plans.bring'));
  await page.getByRole('heading', { name: plan, exact: true }).waitFor();

  const name = 'National consultations on the report';
  await write(main, t('consultations.add'), 'consultation', {
    name,
    type: 'draft-discussed',
    by: 'An office (invented)',
    date: { day: '2026-03' },
    state: 'not-known',
    announced: 'no',
  });
  // The list counts them, and so does the page.
  await main.getByRole('link', { name }).click();
  const article = page.getByRole('article', { name });
  await press(article, t('consultations.several.act'));
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(t('consultations.several.names'))
    .fill(['Willow', 'Lantern', 'Harbour', 'Willow'].join('\n'));
  await dialog
    .getByLabel(words.label('kinds', 'consulted', 'fields', 'side'))
    .selectOption({ value: 'partner' });
  await press(dialog, t('cases.edit.save'));
  await dialog.waitFor({ state: 'detached' });
  await write(article, t('consultations.addOne'), 'consulted', {
    name: 'A party (invented)',
    side: 'party',
    told: 'yes',
    invited: 'yes',
  });
  await article
    .getByText(t('consultations.headline', { all: 4, told: 1, invited: 1, tookPart: 0, heard: 0 }))
    .waitFor();
  // Nothing is claimed of those of whom nobody has said anything.
  expect(await article.getByText(t('consultations.noneTookPart', { count: 4 })).count()).toBe(0);
  await press(article, t('consultations.noneAct', { count: 4 }));
  await article.getByText(t('consultations.noneTookPart', { count: 4 }), { exact: true }).waitFor();

  await write(article, t('consultations.proposals.add'), 'proposal', {
    words: 'A shelter in every region',
    to: 'An office (invented)',
    answerBy: { day: '2026-05' },
  });
  await article.getByText(t('consultations.proposals.late', { count: 1 })).waitFor();
  await looksWell(device, 'consultation');
  await press(article, t('consultations.proposals.follow', { plan }));
  await article.getByRole('link', { name: t('consultations.proposals.followed') }).click();
  const commitment = page.locator('details.plan-item').filter({ hasText: 'A shelter in every region' });
  await commitment
    .getByRole('link', { name: t('consultations.proposals.from', { words: 'A shelter in every region' }) })
    .waitFor();

  // Today knows what is owed, and leads there.
  await go(device, 'today');
  await page
    .getByRole('region', { name: t('today.owed.title') })
    .getByRole('link', { name: 'An office (invented)' })
    .click();
  await article.getByText('A shelter in every region').first().waitFor();
  await article.getByRole('link', { name: t('consultations.print.act') }).click();
  const paper = page.getByRole('article', { name: t('consultations.print.title') });
  await paper.getByText(t('consultations.noneTookPart', { count: 4 })).waitFor();
  await looksWell(device, 'consultation-paper');

  // A session of the body: by its clocks and by ours, with an embargo that goes wherever the plan goes.
  await go(device, 'plans');
  await page.getByRole('link', { name: plan, exact: true }).click();
  const planned = page.getByRole('article', { name: plan });
  await write(planned, t('plans.sessions.add'), 'session', {
    name: 'The next session (invented)',
    submitBy: { day: dayIn(5) },
    submitHour: 18,
    zone: 'new-york',
    minutes: 3,
    embargo: { day: dayIn(40) },
  });
  await write(planned, t('plans.sessions.addSigning'), 'signing', {
    name: 'Willow',
    signs: 'yes',
  });
  const sessions = planned.getByRole('region', { name: t('plans.sessions.title') });
  await sessions.getByText(/18:00.*New York.*\(here /).waitFor();
  await sessions.scrollIntoViewIfNeeded();
  await looksWell(device, 'plan-sessions');
  await go(device, 'today');
  await page
    .getByRole('main')
    .getByText(words.label('codes', 'task-rules', 'submission-due'))
    .waitFor();
  await go(device, 'plans');
  await page
    .getByRole('region', { name: t('plans.sessions.next') })
    .getByText(/18:00/)
    .waitFor();
  await page.getByRole('link', { name: plan, exact: true }).click();
  await planned.getByRole('link', { name: t('plans.sheet.act'), exact: true }).click();
  // Nothing of it goes out without a deliberate word, and what does says so on itself.
  const sheet = page.getByRole('article', { name: t('plans.sheet.title') });
  const keeps = page.getByRole('checkbox', { name: t('plans.embargo.word') });
  await keeps.waitFor();
  expect(await sheet.count()).toBe(0);
  expect(await page.getByRole('button', { name: t('plans.sheet.print'), exact: true }).count()).toBe(0);
  await keeps.check();
  await sheet.getByText(/^Under embargo: /).waitFor();

  // A convention of which nothing is heard, then a step, then an article that is to go.
  await go(device, 'laws');
  await write(main, t('laws.add'), 'law', {
    name: 'A convention (invented)',
    type: 'convention',
    wanted: 'ratify',
    silentAfter: 6,
  });
  await main.getByRole('link', { name: 'A convention (invented)' }).click();
  const law = page.getByRole('article', { name: 'A convention (invented)' });
  await law.getByText(t('laws.silence.never')).waitFor();
  await write(law, t('laws.steps.add'), 'law-step', {
    stage: 'signed',
    date: { day: dayIn(-400).slice(0, 7) },
    voice: 'state',
    source: 'An invented gazette',
  });
  await law
    .getByText(t('laws.silence.months', { count: 13 }))
    .or(law.getByText(t('laws.silence.months', { count: 12 })))
    .waitFor();
  await write(law, t('laws.penalties.add'), 'penalty', {
    article: 'Article 1 (invented)',
    words: 'Standing in a street',
  });
  await looksWell(device, 'law');
  await go(device, 'laws');
  await press(main, t('laws.silence.count', { count: 1 }));
  await main.getByRole('link', { name: t('consultations.print.act'), exact: true }).click();
  await page
    .getByRole('article', { name: t('laws.print.title') })
    .getByText('An invented gazette')
    .waitFor();
  await looksWell(device, 'laws-paper');
});
