import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { answerKitCheck, fillFounding, fillJoining, found, passKit, readKit } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { go } from './lib/navigate.ts';
import { invite } from './lib/people.ts';
import { photograph } from './lib/photograph.ts';
import { aWorld } from './lib/world.ts';
import { isReady } from './lib/team.ts';

const worlds = aWorld('whole');

test('from the printed link to an organisation; a colleague joins on a phone in another language', async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'ru');
  const { page, words } = laptop;
  await fillFounding(laptop, world.server.foundingLink, { organisation: 'Опора', name: 'Марьям' });
  const kit = await readKit(laptop);
  expect(kit).toHaveLength(12);
  await printsKit(laptop, kit);
  await savesKit(laptop, kit);

  await page.getByRole('button', { name: words.t('account.kit.have') }).click();
  await answerKitCheck(laptop, kit.toReversed());
  await page.getByText(words.t('account.kit.wrongWord')).first().waitFor();
  await answerKitCheck(laptop, kit);
  await page.getByRole('heading', { name: words.t('shell.today'), level: 1 }).waitFor();
  expect(page.url()).toBe(`${world.server.url}/today`);
  await photograph(laptop, 'first-run-laptop');

  const link = await invite(laptop);
  // The one who could hand over the key is away, so the newcomer waits and is told for what.
  await laptop.offline();
  const phone = await world.device('phone', 'az');
  await fillJoining(phone, link, 'Nigar');
  expect(await passKit(phone)).not.toEqual(kit);
  await phone.page.getByText(phone.words.t('shell.notReady.text')).waitFor();
  await photograph(phone, 'first-run-waiting');
  await laptop.online();
  await isReady(phone);
  await seesSpace(phone, 'Опора', ['Марьям', 'Nigar']);
  await seesSpace(laptop, 'Опора', ['Марьям', 'Nigar']);
  await photograph(phone, 'first-run-people');
});

test('a link that was used, withdrawn or cut, or that has run out, says so plainly', async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'en');
  const { foundingLink } = world.server;
  await found(laptop, foundingLink, { organisation: 'Haven', name: 'Leyla' });
  const short = await invite(laptop, { validFor: 2000 });
  const used = await invite(laptop);
  const withdrawn = await invite(laptop);
  const { page, words } = laptop;
  const colleague = await world.device('phone', 'tg');
  await fillJoining(colleague, used, 'Зарина');
  await passKit(colleague);
  // One line for each invitation that is still open: the used one has gone from the list.
  const revoke = page.getByRole('button', { name: words.t('people.invite.revoke') });
  await expect.poll(() => revoke.count()).toBe(1);
  await revoke.click();
  await page.getByText(words.t('people.invite.revoked')).waitFor();

  const stranger = await world.device('phone', 'en');
  const say = stranger.words.t;
  const shows = (text: string) => stranger.page.getByText(text).first().waitFor();
  await fillFounding(stranger, foundingLink, { organisation: 'Second', name: 'Somebody' });
  await shows(say('errors.founding-used'));
  await stranger.page.goto(used);
  await shows(say('errors.invitation-used'));
  await stranger.page.goto(withdrawn);
  await shows(say('errors.invitation-unknown'));
  await stranger.page.goto(short);
  await shows(say('errors.invitation-expired'));
  await photograph(stranger, 'first-run-expired');
  await stranger.page.goto(used.slice(0, -20));
  await shows(say('errors.link-malformed'));
  await stranger.goto('/begin');
  await shows(say('account.begin.noLink'));
});

/** On paper: the words with their advice, and none of the buttons. */
async function printsKit(device: Device, kit: readonly string[]): Promise<void> {
  const { page, words } = device;
  await page.emulateMedia({ media: 'print' });
  await page.getByText(words.t('account.kit.paperPassphrase')).waitFor();
  await page.getByText(words.t('account.kit.paperAddress', { address: device.options.url })).waitFor();
  expect(await page.locator('.kit-words').innerText()).toContain(kit[11]);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await photograph(device, 'first-run-kit-on-paper');
  await page.emulateMedia({ media: 'screen' });
}

async function savesKit({ page, words }: Device, kit: readonly string[]): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.t('account.kit.save') }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  for (const [index, word] of kit.entries()) expect(text).toContain(`${index + 1}. ${word}  (`);
}

async function seesSpace(device: Device, organisation: string, members: readonly string[]): Promise<void> {
  await go(device, 'people');
  await device.page.getByRole('heading', { name: organisation }).waitFor();
  for (const member of members) await device.page.getByText(member).first().waitFor();
}
