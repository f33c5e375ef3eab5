import { unlockDevice } from '../../packages/vault/src/entrance.ts';
import { nodeSurroundings } from '../../packages/vault/src/node/index.ts';
import { openUnlocked, type Progress } from '../../packages/vault/src/open.ts';
import type { Ring } from '../../packages/vault/src/space/ring.ts';
import type { Unlocked } from '../../packages/vault/src/unlocked.ts';
import { type Device, type lastingDatabase, PASSPHRASE, type World } from './world.ts';

/** What stands behind the pages of a device that was locked before. */
export interface Opened {
  unlocked: Unlocked;
  ring: Ring;
  reopen(progress?: Progress): Promise<void>;
}

/** Opens the inside of a device in a test, on the database that it had. */
export async function inside(
  world: World,
  device: Device,
  database: Awaited<ReturnType<typeof lastingDatabase>>,
): Promise<Opened> {
  const opened = { reopen } as Opened;
  async function reopen(progress: Progress = () => undefined): Promise<void> {
    const around = await nodeSurroundings(world.server.url, { keep: device.keep, database });
    const entered = await unlockDevice(around, PASSPHRASE);
    if (!entered.ok) throw new Error(entered.failure.code);
    const { unlocked } = await openUnlocked(around, entered.value, () => undefined, progress);
    // As small pages as there are: a fetch has many.
    for (let i = 0; i < 5; i++) unlocked.network.page.lost();
    opened.unlocked = unlocked;
    opened.ring = [...unlocked.rings.values()][0] as Ring;
  }
  await device.vault.lock();
  await reopen();
  return opened;
}
