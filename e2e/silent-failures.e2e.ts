import { expect, test } from 'vitest';
import { INSIDE, OUTSIDE } from '../apps/workspace/src/routes.ts';
import { found, unlock } from './lib/account.ts';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import type { Device } from './lib/device.ts';
import { quickCase } from './lib/intake.ts';
import { isKept } from './lib/offline.ts';
import { photograph } from './lib/photograph.ts';
import { clearStore, hangVault } from './lib/stores.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

async function aPerson(size: 'phone' | 'laptop' = 'laptop') {
  const world = await worlds.start();
  const device = await world.device(size, 'en');
  const { passphrase } = await found(device, world.server.foundingLink, {
    organisation: 'Dayaq sınağı',
    name: 'Nigar',
  });
  return { world, device, passphrase };
}

async function secondTab(device: Device): Promise<Device> {
  const other = device.inTab(await device.newTab(), device.words);
  await other.goto('/today');
  await other.page.getByRole('navigation', { name: device.words.t('shell.navigation') }).waitFor();
  return other;
}

const lockedIn = (device: Device) =>
  device.page.getByRole('heading', { name: device.words.t('account.unlock.title') });

test('the leading tab’s Worker hangs: another tab takes over, and what was asked is answered', async () => {
  const { device } = await aPerson();
  await quickCase(device, 'Ülkər', 'Before it hung.');
  const other = await secondTab(device);
  await hangVault(device.page);
  await openCase(other, 'Ülkər');
  await theCase(other).getByText('Before it hung.').first().waitFor({ timeout: 90_000 });
  await quickCase(other, 'Sevda', 'After it hung.');
  expect(await searchCases(other, 'Sevda')).toHaveLength(1);
});

test('Lock works at once in every tab, also while the leading tab’s Worker hangs, and ends that Worker with its keys', async () => {
  const { device, passphrase } = await aPerson();
  await quickCase(device, 'Ülkər', 'Kept.');
  const other = await secondTab(device);
  const [leading] = device.page.workers();
  await hangVault(device.page);
  const from = Date.now();
  await other.page.getByRole('button', { name: device.words.t('shell.lock'), exact: true }).click();
  await lockedIn(other).waitFor();
  await lockedIn(device).waitFor();
  expect(Date.now() - from).toBeLessThan(10_000);
  await expect.poll(() => device.page.workers().includes(leading as never)).toBe(false);
  await unlock(other, passphrase);
  await openCase(other, 'Ülkər');
});

test('Leave works at once while the leading tab’s Worker hangs', async () => {
  const { device } = await aPerson();
  const other = await secondTab(device);
  await hangVault(device.page);
  await other.page
    .getByRole('button', { name: device.words.t('shell.leave'), exact: true })
    .first()
    .click();
  await other.page.waitForURL('**/away.*.html');
  await lockedIn(device).waitFor();
});

test('the browser’s store is cleared while it is open: said, the next save answers, and nothing that waited is lost', async () => {
  const { device, passphrase } = await aPerson();
  await isKept(device);
  await device.offline();
  await quickCase(device, 'Ülkər', 'Not sent yet.');
  await clearStore(device);
  await quickCase(device, 'Sevda', 'After it was cleared.');
  await device.page.getByText(device.words.t('shell.state.emptied')).first().waitFor();
  await photograph(device, 'store-emptied');
  await device.online();
  await device.page.goto(`${device.options.url}/waiting`);
  await unlock(device, passphrase);
  for (const alias of ['Ülkər', 'Sevda']) expect(await searchCases(device, alias)).toHaveLength(1);
});

test('every address of the program opens with no network', async () => {
  const { world, device, passphrase } = await aPerson('phone');
  await isKept(device);
  await device.page.reload();
  await unlock(device, passphrase);
  await world.server.stop();
  await device.offline();
  for (const path of [...OUTSIDE, ...INSIDE]) {
    const address = path.replaceAll(/\/:\w+\??/g, '');
    const answer = await device.page.goto(new URL(address, device.options.url).href);
    expect(answer?.status(), address).toBe(200);
    await device.page.getByRole('heading', { level: 1 }).first().waitFor();
  }
});
