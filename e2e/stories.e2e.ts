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
});

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

/** Lines are laid out by the page; the words between them are the person's. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').toLocaleLowerCase('az').trim();
