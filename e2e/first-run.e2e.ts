import { expect, test } from 'vitest';
import { found, join } from './lib/account.ts';
import type { Device } from './lib/device.ts';
import { photograph } from './lib/photograph.ts';
import { invite } from './lib/people.ts';
import { go } from './lib/navigate.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld();

test('from the printed link to an organisation, and a colleague joins on a phone in another language', async () => {
  const world = await worlds.start();
  const laptop = await world.device('laptop', 'ru');
  const { kit } = await found(laptop, world.server.foundingLink, { organisation: 'Опора', name: 'Марьям' });
  expect(kit).toHaveLength(12);
  expect(new Set(kit).size).toBeGreaterThan(8);
  await photograph(laptop, 'first-run-today');
  expect(laptop.page.url()).not.toContain('#');

  const link = await invite(laptop);
  const phone = await world.device('phone', 'az');
  const keys = await join(phone, link, 'Nigar');
  expect(keys.kit).not.toEqual(kit);
  await photograph(phone, 'first-run-joined');
  await seesSpace(phone, 'Опора', ['Марьям', 'Nigar']);
});

async function seesSpace(device: Device, organisation: string, members: string[]): Promise<void> {
  await go(device, 'people');
  await device.page.getByRole('heading', { name: organisation }).waitFor();
  for (const member of members) await device.page.getByText(member, { exact: true }).waitFor();
}
