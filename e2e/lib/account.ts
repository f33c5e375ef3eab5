import type { Device } from './device.ts';

/** What a person keeps after coming in: the passphrase in the head, the words on paper. */
export interface Keys {
  passphrase: string;
  kit: string[];
}

/** The offered passphrase, once it has been made. */
export async function offeredPassphrase({ page, words }: Device): Promise<string> {
  const offered = page.getByLabel(words.t('account.passphrase.offered'), { exact: true }).and(page.locator('output'));
  await offered.filter({ hasText: /\p{L}{2,}/u }).waitFor();
  return (await offered.innerText()).trim();
}

/** Reads the kit off the screen, then shows that it is on paper. */
export async function passKit(device: Device): Promise<string[]> {
  const { page, words } = device;
  await page.getByRole('heading', { name: words.t('account.kit.title') }).waitFor();
  const kit = (await page.locator('.kit-words li').allInnerTexts()).map((word) => word.trim());
  await page.getByRole('button', { name: words.t('account.kit.have') }).click();
  for (const number of [4, 9]) {
    await page.getByLabel(words.t('account.kit.word', { number }), { exact: true }).fill(kit[number - 1] ?? '');
  }
  await page.getByRole('button', { name: words.t('account.kit.done') }).click();
  await page.getByRole('heading', { name: words.t('shell.today'), level: 1 }).waitFor();
  return kit;
}

/** First run: the link, a name for the organisation and oneself, the kit, and in. */
export async function found(device: Device, link: string, who: { organisation: string; name: string }): Promise<Keys> {
  const { page, words } = device;
  await page.goto(link);
  await page.getByLabel(words.t('account.begin.organisation'), { exact: true }).fill(who.organisation);
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill(who.name);
  const passphrase = await offeredPassphrase(device);
  await page.getByRole('button', { name: words.t('account.begin.act') }).click();
  return { passphrase, kit: await passKit(device) };
}

/** A colleague comes in by an invitation link. */
export async function join(device: Device, link: string, name: string): Promise<Keys> {
  const { page, words } = device;
  await page.goto(link);
  await page.getByLabel(words.t('account.name.label'), { exact: true }).fill(name);
  const passphrase = await offeredPassphrase(device);
  await page.getByRole('button', { name: words.t('account.join.act'), exact: true }).click();
  return { passphrase, kit: await passKit(device) };
}

export async function unlock(device: Device, passphrase: string): Promise<void> {
  const { page, words } = device;
  await page.getByLabel(words.t('account.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.t('account.unlock.act'), exact: true }).click();
  await page.getByRole('navigation', { name: words.t('shell.navigation') }).waitFor();
}

/** Locks by the button: on a phone it stands among "more". */
export async function lock(device: Device): Promise<void> {
  const { page, words } = device;
  if (device.options.size === 'phone') await page.getByRole('link', { name: words.t('shell.more'), exact: true }).click();
  await page.getByRole('button', { name: words.t('shell.lock'), exact: true }).click();
  await page.getByRole('heading', { name: words.t('account.unlock.title') }).waitFor();
}
