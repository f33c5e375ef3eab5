import { compareFuzzy, type FuzzyDate } from '@dayaq/domain';
import { expect, test } from 'vitest';
import { found, join, unlock } from './lib/account.ts';
import { openCase, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { isKept } from './lib/offline.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { codesIn, enterStory, textsIn } from './lib/story.ts';
import { aWorld } from './lib/world.ts';
import { isReady } from './lib/team.ts';
import { type Said, STORIES, type Story } from '../worlds/demo/stories.ts';

const worlds = aWorld();

/** The language in which each story is typed, whatever the language of the pages. */
const TYPED: Readonly<Record<Story['key'], keyof Said>> = { zeinab: 'az', zaur: 'ru', samir: 'az' };

test('three stories entered offline on a phone, read by a colleague on a laptop word for word', {
  timeout: 900_000,
}, async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'ru');
  await found(laptop, world.server.foundingLink, { organisation: 'Опора', name: 'Марьям' });
  const phone = await world.device('phone', 'az');
  const { passphrase } = await join(phone, await invite(laptop), 'Nigar');
  await isReady(phone);

  await isKept(phone);
  await phone.offline();
  for (const story of STORIES) {
    await enterStory(phone, story, TYPED[story.key]);
    await photograph(phone, `stories-phone-${story.key}`);
  }
  await phone.page.reload();
  await unlock(phone, passphrase);
  for (const story of STORIES) await readsEverything(phone, story);

  await phone.online();
  for (const story of STORIES) {
    await readsEverything(laptop, story);
    await photograph(laptop, `stories-laptop-${story.key}`);
  }
  for (const story of STORIES) await readsOnPaper(phone, story);
});

/** How we are to handle it is said to us and stands on no paper. */
const OURS_ALONE = new Set(['confidentiality']);

/** Danger is a warning of its own; a consent says "yes" in a word, and who gave it how in its own dialog. */
const SAID_OTHERWISE = new Set(['danger', 'consent-ways', 'consent-givers', 'consent-decisions']);

/** Opens the case and finds every typed text and every chosen code in the reader's language. */
async function readsEverything(device: Device, story: Story): Promise<void> {
  const language = TYPED[story.key];
  const alias = story.steps[0].records[0]?.fields['alias'] as Said;
  await openCase(device, alias[language] ?? alias.en);
  const text = plain(await theCase(device).innerText());
  expect(textsIn(story, language).filter((typed) => !text.includes(plain(typed)))).toEqual([]);
  const codes = codesIn(story).filter(([list, code]) => !SAID_OTHERWISE.has(list) && code !== 'other');
  const labels = codes.map(([list, code]) => device.words.label('codes', list, code));
  expect(labels.filter((label) => !text.includes(plain(label)))).toEqual([]);
}

/** Prints the case: with names all that was typed and chosen, act after act as it happened; without them nobody is named. */
async function readsOnPaper(device: Device, story: Story): Promise<void> {
  const { page, words } = device;
  const language = TYPED[story.key];
  const alias = story.steps[0].records[0]?.fields['alias'] as Said;
  const name = alias[language] ?? alias.en;
  await openCase(device, name);
  await page.getByRole('button', { name: words.t('cases.head.more'), exact: true }).click();
  await page.getByRole('link', { name: words.t('cases.print.open'), exact: true }).click();
  const sheet = page.getByRole('article', { name: words.t('cases.print.title') });
  const box = (part: 'notes' | 'safeContact' | 'identifying') =>
    page.getByRole('checkbox', { name: words.t(`cases.print.${part}`) });
  for (const part of ['notes', 'safeContact', 'identifying'] as const) await box(part).check();
  const named = plain(await sheet.innerText());
  expect(textsIn(story, language).filter((typed) => !named.includes(plain(typed)))).toEqual([]);
  const codes = codesIn(story).filter(
    ([list, code]) => !SAID_OTHERWISE.has(list) && !OURS_ALONE.has(list) && code !== 'other',
  );
  const labels = codes.map(([list, code]) => device.words.label('codes', list, code));
  expect(labels.filter((label) => !named.includes(plain(label)))).toEqual([]);
  const told = actsAsTheyHappened(story, language).map((account) => named.indexOf(plain(account)));
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  await photograph(device, `stories-paper-${story.key}`);

  await box('identifying').uncheck();
  // Asked only where a name still stands in what was told.
  const replace = page.getByRole('radio', { name: words.t('cases.print.names.replace') });
  const isNamed = await replace.isVisible();
  if (isNamed) await replace.check();
  await page.emulateMedia({ media: 'print' });
  const unnamed = plain(await sheet.innerText());
  await page.emulateMedia({ media: null });
  expect(unnamed).not.toContain(plain(name));
  // The role stands in the name's place, in brackets.
  if (isNamed) expect(unnamed).toMatch(/\[\p{L}[^\]]*\]/u);
  await page.getByRole('link', { name: words.t('shell.back'), exact: true }).click();
  await theCase(device).waitFor();
}

/** What was done to somebody, in its words, by the day on which it was done; vague days open the time that they span. */
function actsAsTheyHappened(story: Story, language: keyof Said): string[] {
  const acts = new Map<string, Record<string, unknown>>();
  for (const { records } of story.steps)
    for (const record of records)
      if (record.kind === 'violation') acts.set(record.name, { ...acts.get(record.name), ...record.fields });
  const day = ({ date }: Record<string, unknown>): FuzzyDate => date as FuzzyDate;
  return [...acts.values()]
    .filter(({ date, account }) => date !== undefined && account !== undefined)
    .sort((a, b) => compareFuzzy(day(a), day(b)))
    .map(({ account }) => (account as Said)[language] ?? (account as Said).en);
}

/** Lines are laid out by the page; the words between them are the person's. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').toLocaleLowerCase('az').trim();
