import type { Language } from '@dayaq/locale';
import { found, join, type Keys } from './account.ts';
import type { Device } from './device.ts';
import { type Invitation, invite } from './people.ts';
import type { Devices, World } from './world.ts';

/** Names that people of each language might have; invented. */
const NAMES: Readonly<Record<Language, string>> = { az: 'Nigar', ru: 'Марьям', en: 'Alice', tg: 'Зарина' };

export interface Team {
  /** A coordinator and keyholder, at the office's laptop. */
  laptop: Device;
  laptopKeys: Keys;
  /** A caseworker with a phone. */
  phone: Device;
  phoneKeys: Keys;
}

/** An organisation of two who have each other's keys. */
export async function aTeam(world: World, [first, second]: readonly [Language, Language]): Promise<Team> {
  const laptop = await world.device('laptop', first);
  const laptopKeys = await found(laptop, world.server.foundingLink, {
    organisation: 'Dayaq sınağı',
    name: NAMES[first],
  });
  const { device: phone, keys: phoneKeys } = await aColleague(world, laptop, second);
  return { laptop, laptopKeys, phone, phoneKeys };
}

/** One more member with a phone, who has been handed the key. */
export async function aColleague(
  world: Devices,
  inviter: Device,
  language: Language,
  invitation: Invitation = {},
): Promise<{ device: Device; keys: Keys; name: string }> {
  const device = await world.device('phone', language);
  const name = NAMES[language];
  const keys = await join(device, await invite(inviter, invitation), name);
  await isReady(device);
  return { device, keys, name };
}

/** Waits until a colleague's device has handed over the key and all that there was has come. */
export async function isReady({ page, words }: Device): Promise<void> {
  await page
    .getByText(words.t('shell.notReady.text'))
    .or(page.getByText(words.t('shell.firstFetch.label')))
    .first()
    .waitFor({ state: 'hidden' });
}
