import type { Device } from './device.ts';
import { openMore } from './navigate.ts';

/** Which words of the kit are asked for, counted from 1. */
export const KIT_CHECK = [4, 9] as const;

/** What a person keeps after coming in: the passphrase in the head, the words on paper. */
export interface Keys {
  passphrase: string;
  kit: string[];
}

/** The offered passphrase, once it has been made. */
export async function offeredPassphrase({ page, words }: Device): Promise<string> {
  const offered = page
    .getByLabel(words.t('account.passphrase.offered'), { exact: true })
    .and(page.locator('output'));
  await offered.filter({ hasText: /\p{L}{2,}/u }).waitFor();
  return (await offered.innerText()).trim();
}

/** The words on the screen. */
export async function readKit({ page, words }: Device): Promise<string[]> {
  await page.getByRole('heading', { name: words.t('account.kit.title') }).waitFor();
  return (await page.locator('.kit-words .kit-word > :first-child').allInnerTexts()).map((word) =>
    word.trim(),
  );
}

/** The numbers beside them. */
export async function readKitNumbers({ page }: Device): Promise<string[]> {
  const numbers = page.locator('.kit-words .kit-number');
  await numbers.first().filter({ hasText: /\d/ }).waitFor();
  return (await numbers.allInnerTexts()).map((number) => number.trim());
}

/** Types the two words that are asked for, from paper. */
export async function answerKitCheck({ page, words }: Device, kit: readonly string[]): Promise<void> {
  for (const number of KIT_CHECK) {
    await page
      .getByLabel(words.t('account.kit.word', { number }), { exact: true })
      .fill(kit[number - 1] ?? '');
  }
  await page.getByRole('button', { name: words.t('account.kit.done'), exact: true }).click();
}

/** Reads the kit off the screen, then shows that it is on paper. */
export async function passKit(device: Device): Promise<string[]> {
  const { page, words } = device;
  const kit = await readKit(device);
  await page.getByRole('button', { name: words.t('account.kit.have') }).click();
  await answerKitCheck(device, kit);
  await page.getByRole('heading', { name: words.t('shell.today'), level: 1 }).waitFor();
  return kit;
}

/** Fills the page of a new organisation and sends it off. Answers the passphrase that was taken. */
export async function fillFounding(
  device: Device,
  link: string,
  who: { organisation: string; name: string },
): Promise<string> {
  const { page, words } = device;
  await page.goto(link);
  await page.getByLabel(words.t('account.begin.organisation'), { exact: true }).fill(who.organisation);
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill(who.name);
  const passphrase = await offeredPassphrase(device);
  await page.getByRole('button', { name: words.t('account.begin.act'), exact: true }).click();
  return passphrase;
}

/** First run: the link, a name for the organisation and oneself, the kit, and in. */
export async function found(
  device: Device,
  link: string,
  who: { organisation: string; name: string },
): Promise<Keys> {
  const passphrase = await fillFounding(device, link, who);
  return { passphrase, kit: await passKit(device) };
}

/** Fills the page of an invitation and sends it off. */
export async function fillJoining(device: Device, link: string, name: string): Promise<string> {
  const { page, words } = device;
  await page.goto(link);
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill(name);
  const passphrase = await offeredPassphrase(device);
  await page.getByRole('button', { name: words.t('account.join.act'), exact: true }).click();
  return passphrase;
}

/** A colleague comes in by an invitation link. */
export async function join(device: Device, link: string, name: string): Promise<Keys> {
  const passphrase = await fillJoining(device, link, name);
  return { passphrase, kit: await passKit(device) };
}

export async function unlock(device: Device, passphrase: string): Promise<void> {
  const { page, words } = device;
  await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.t('account.unlock.act'), exact: true }).click();
  // On a phone what can be done in a case stands where the navigation stood.
  const bar = page.getByRole('navigation', { name: words.t('shell.navigation') });
  await bar.or(page.locator('.case-acts')).filter({ visible: true }).first().waitFor();
}

/** Locks by the button: on a phone it stands among "more". */
export async function lock(device: Device): Promise<void> {
  const { page, words } = device;
  if (device.options.size === 'phone') await openMore(device);
  await page.getByRole('button', { name: words.t('shell.lock'), exact: true }).click();
  await page.getByRole('heading', { name: words.t('account.unlock.title') }).waitFor();
}
