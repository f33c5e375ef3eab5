import { expect } from 'vitest';
import { type Device as Vaulted, expectOk } from '../../worlds/devices/world.ts';

/** Another keyholder or coordinator reads what was proposed for the public page, once it has come to them, and signs it too. */
export async function signsToo({ vault }: Vaulted): Promise<void> {
  await expect
    .poll(async () => {
      await vault.syncNow();
      return (await vault.door())?.proposed?.seq ?? null;
    })
    .not.toBeNull();
  expectOk(await vault.openDoor((await vault.door())?.proposed?.seq ?? -1));
  await vault.syncNow();
}
