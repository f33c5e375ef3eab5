import { expect, test } from 'vitest';
import { lock, unlock } from './lib/account.ts';
import { openCase, searchCases, theCase } from './lib/cases.ts';
import { carriedOver, cutShort, damageHeader, damageLog, damagePages } from './lib/damage.ts';
import type { Device } from './lib/device.ts';
import { quickCase } from './lib/intake.ts';
import { photograph } from './lib/photograph.ts';
import { aTeam } from './lib/team.ts';
import { aWorld } from './lib/world.ts';

const worlds = aWorld('whole');

const words = (alias: string): string => `Dedikləri sözbəsöz: ${alias}, saxlanılıb.`;

test('a damaged database is noticed and made anew: what was sent comes back, what was not is kept and sent', async () => {
  const { laptop, phone, phoneKeys } = await aTeam(await worlds.start(), ['en', 'az']);
  const kept = ['Bənövşə'];
  await quickCase(phone, 'Bənövşə', words('Bənövşə'));
  await openCase(laptop, 'Bənövşə');

  const damages: readonly (readonly [alias: string, damage: (profile: string) => unknown])[] = [
    ['Birinci', (profile) => expect(damagePages(profile, 0)).toBeGreaterThan(10)],
    ['İkinci', (profile) => expect(damagePages(profile, 1)).toBeGreaterThan(10)],
    ['Üçüncü', damageHeader],
    ['Dördüncü', cutShort],
  ];
  for (const [alias, damage] of damages) {
    await phone.offline();
    await quickCase(phone, alias, words(alias));
    kept.push(alias);
    await lock(phone);
    await carriedOver(phone.profile);
    await phone.close();
    damage(phone.profile);
    await phone.open();
    await phone.goto('/');
    await unlock(phone, phoneKeys.passphrase);
    await phone.page.getByText(phone.words.t('shell.state.rebuilt')).waitFor();
    await photograph(phone, `damaged-${alias}`);
    for (const each of kept) expect(await searchCases(phone, each), `${each} after ${alias}`).toHaveLength(1);
    await reads(laptop, alias);
  }
  for (const each of kept) await reads(phone, each);
});

test('a damaged write-ahead log loses nothing that was said to be kept', async () => {
  const { laptop, phone, phoneKeys } = await aTeam(await worlds.start(), ['ru', 'az']);
  await quickCase(phone, 'Göyərçin', words('Göyərçin'));
  await openCase(laptop, 'Göyərçin');
  await phone.offline();
  await quickCase(phone, 'Sərçə', words('Sərçə'));
  await quickCase(phone, 'Qaranquş', words('Qaranquş'));
  await phone.kill();
  expect(damageLog(phone.profile)).toBeGreaterThan(50_000);
  await phone.open();
  await phone.goto('/');
  await unlock(phone, phoneKeys.passphrase);
  for (const alias of ['Göyərçin', 'Sərçə', 'Qaranquş']) {
    for (const device of [phone, laptop]) {
      await reads(device, alias);
      expect(await searchCases(device, alias)).toHaveLength(1);
    }
  }
});

async function reads(device: Device, alias: string): Promise<void> {
  await openCase(device, alias);
  await theCase(device).getByText(words(alias)).first().waitFor();
}
