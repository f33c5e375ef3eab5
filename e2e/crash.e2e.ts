import { expect, test } from 'vitest';
import { found, unlock } from './lib/account.ts';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import {
  next,
  saveIntake,
  startIntake,
  tellAbout,
  tellBy,
  tellConsent,
  tellContact,
  tellNow,
  tellStory,
  tellWhat,
  tellWho,
  type Telling,
} from './lib/intake.ts';
import { go } from './lib/navigate.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

const TELLING: Telling = {
  client: {
    alias: 'Günel',
    ageBand: '25-34',
    populations: ['trans'],
    safeChannel: ['signal'],
    codeWord: 'tikiş kursu',
  },
  types: ['detained-unlawfully', 'extortion'],
  words: 'Gecə küçədə saxlayıblar, protokol yazmayıblar, pul istəyiblər.',
  act: { date: { day: '2026-10' }, area: { area: 'az-baku' } },
  perpetrators: [{ type: 'police', unit: '12-ci bölmə' }],
  danger: 'some',
  consents: { service: 'yes', statistics: 'no' },
};

test('the browser dies in the middle of an intake: the draft is offered and goes on where it was', async () => {
  const world = await worlds.start();
  const phone = await world.device('phone', 'az');
  const { passphrase } = await found(phone, world.server.foundingLink, {
    organisation: 'Sığınacaq',
    name: 'Nigar',
  });
  const { t } = phone.words;
  await phone.offline();
  await startIntake(phone);
  await tellWho(phone, TELLING);
  await next(phone, 'about');
  await tellAbout(phone, TELLING);
  await next(phone, 'what');
  await tellWhat(phone, TELLING);
  await next(phone, 'story');
  await tellStory(phone, TELLING);
  await phone.page.getByText(t('intake.kept'), { exact: true }).waitFor();
  await phone.kill();

  await phone.open({ offline: true });
  await phone.goto('/');
  await unlock(phone, passphrase);
  await go(phone, 'newCase');
  await phone.page.getByRole('heading', { name: t('intake.drafts.title'), exact: true }).waitFor();
  await phone.page.getByText('Günel', { exact: true }).waitFor();
  await photograph(phone, 'crash-draft-offered');
  await phone.page.getByRole('button', { name: t('intake.drafts.continue'), exact: true }).click();
  expect(await phone.page.getByLabel(t('intake.story.words'), { exact: true }).inputValue()).toBe(
    TELLING.words,
  );

  await next(phone, 'by');
  await tellBy(phone, TELLING);
  await next(phone, 'now');
  await tellNow(phone, TELLING);
  await next(phone, 'contact');
  await tellContact(phone, TELLING);
  await next(phone, 'consent');
  await tellConsent(phone, TELLING);
  await next(phone, 'review');
  await saveIntake(phone);
  await openCase(phone, 'Günel');
  const text = await theCase(phone).innerText();
  const told = [
    TELLING.words,
    '12-ci bölmə',
    'tikiş kursu',
    phone.words.label('codes', 'violation-types', 'extortion'),
  ];
  expect(told.filter((part) => !text.includes(part))).toEqual([]);
  expect(await searchCases(phone, 'Günel')).toHaveLength(1);
  // The draft has become the case: nothing is offered again.
  await go(phone, 'newCase');
  await phone.page.getByRole('heading', { name: t('intake.who.title') }).waitFor();
});
