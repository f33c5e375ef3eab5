/** Somebody without an account says what they think of what an organisation does, is answered, and hears what changed because of it. */
import { createTranslator, loadVisitorWords } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { found } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { fillField } from './lib/fields.ts';
import { inspect } from './lib/inspect.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { openPublicPage } from './lib/public-page.ts';
import { aColleague } from './lib/team.ts';
import { Visiting } from './lib/visiting.ts';
import { aWorld } from './lib/world.ts';

const browsers = aWorld();

test('a suggestion comes by the public page, is taken up, answered, and what changed is said back', async () => {
  const { t } = createTranslator('az', await loadVisitorWords('az'));
  const here = await browsers.start();
  const laptop = await here.device('laptop', 'az');
  await found(laptop, here.server.foundingLink, { organisation: 'Dayaq sınağı', name: 'Nigar' });
  const { device: phone } = await aColleague(here, laptop, 'ru', { role: 'coordinator' });
  await openPublicPage(laptop, phone);
  const ours = laptop.words;
  const { page } = laptop;
  const on = ({ page: at }: Device, name: string) => at.getByRole('button', { name, exact: true });

  const visitor = await here.device('phone', 'az');
  const visiting = new Visiting(visitor, t);
  await visitor.goto('/page/');
  await visitor.page.getByRole('link', { name: t('visitors.front.feedback') }).click();
  await visitor.page.getByLabel(t('visitors.feedback.sort')).selectOption('suggestion');
  await photograph(visitor, 'feedback-form');
  expect(await inspect(visitor.page, 'public page: feedback', 'az', t('visitors.title'))).toEqual([]);
  await visitor.page.locator('#story').fill('Axşamlar da açıq olun.');
  const words = await visiting.toWords();
  await visiting.confirm(words);
  await visiting.isSent();

  await go(laptop, 'inbox');
  await page.getByRole('link').filter({ hasText: 'Axşamlar da açıq olun.' }).click();
  await on(laptop, ours.t('letters.feedback.take')).click();
  const dialog = page.getByRole('dialog');
  const owner = ours.label('kinds', 'complaint', 'fields', 'owner');
  await dialog.getByLabel(owner, { exact: true }).selectOption({ label: 'Nigar' });
  await photograph(laptop, 'feedback-taken-up');
  await dialog.getByRole('button', { name: ours.t('cases.edit.save'), exact: true }).click();
  await page.getByRole('link', { name: ours.t('letters.feedback.taken') }).click();
  await on(laptop, ours.t('referrals.complaints.answer')).click();
  await fillField(dialog, ours, ['complaint', 'result'], 'upheld');
  await fillField(dialog, ours, ['complaint', 'answer'], 'Yaxşı fikirdir.');
  await dialog.getByRole('button', { name: ours.t('referrals.complaints.answer'), exact: true }).click();
  await on(laptop, ours.t('letters.feedback.sayBack')).click();
  await page.getByText(ours.label('kinds', 'complaint', 'fields', 'answerSaid'), { exact: true }).waitFor();
  await on(laptop, ours.t('letters.feedback.led')).click();
  await fillField(dialog, ours, ['complaint', 'led'], 'changed');
  await fillField(dialog, ours, ['complaint', 'changed'], 'İndi 21-dək açığıq.');
  await dialog.getByRole('button', { name: ours.t('cases.edit.save'), exact: true }).click();
  await on(laptop, ours.t('letters.feedback.sayBack')).click();
  await page.getByText(ours.label('kinds', 'complaint', 'fields', 'changeSaid'), { exact: true }).waitFor();
  await photograph(laptop, 'feedback-said-back');
  expect(await inspect(page, 'inbox: feedback', 'az')).toEqual([]);

  await page.getByRole('link', { name: ours.t('letters.feedback.letter') }).click();
  await page.getByText(ours.t('letters.one.sent')).nth(1).waitFor();
  await visitor.goto('/page/');
  await visitor.page.getByRole('link', { name: t('visitors.front.back') }).click();
  await visitor.page.locator('#code').fill(words.join(' '));
  await on(visitor, t('visitors.back.open')).click();
  for (const said of ['Yaxşı fikirdir.', 'İndi 21-dək açığıq.']) await visitor.page.getByText(said).waitFor();
});
