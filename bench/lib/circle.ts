import {
  type Account,
  type CharterState,
  foldCharter,
  idBytes,
  idText,
  placeAtStart,
  type Secret,
  type SpaceId,
  unwrap,
  unwrapEpochKey,
  type View,
} from '@dayaq/sealing';
import { memoryKeep, nodeSurroundings, openNodeVault } from '@dayaq/vault/node';
import { unlockDevice } from '../../packages/vault/src/entrance.ts';
import type { Server } from '../../packages/vault/src/server.ts';

export const PASSPHRASE = 'copper window silent market garden pilot';

/** A member with keys in hand, who can write without a vault in between: how a world is filled in little time. */
export interface Writer {
  account: Account;
  server: Server;
}

export interface Circle {
  space: SpaceId;
  charter: CharterState;
  epochKey: Secret;
  /** What the writers name as verified: the charter, and nothing of the log, which they write without reading. */
  view: View;
  writers: Writer[];
  /** Of the first writer: how a new device comes in. */
  kit: string;
}

/** Founds an organisation of `members` people through real vaults, and takes their keys out of them. */
export async function foundCircle(url: string, token: string, members: number): Promise<Circle> {
  const keep = memoryKeep();
  const founder = await openNodeVault(url, { keep });
  const begun = await founder.begin({
    token,
    passphrase: PASSPHRASE,
    organisation: 'Ağ Şanı',
    name: 'Leyla Ağayeva',
    country: 'az',
    language: 'az',
  });
  if (!begun.ok) throw new Error(`founding failed: ${begun.failure.code}`);
  const keeps = [keep];
  for (let i = 1; i < members; i++) {
    const invited = await founder.invite({ role: 'caseworker', keyholder: false, days: 1 });
    if (!invited.ok) throw new Error(`inviting failed: ${invited.failure.code}`);
    const kept = memoryKeep();
    const vault = await openNodeVault(url, { keep: kept });
    const joined = await vault.join({ link: invited.value.link, passphrase: PASSPHRASE, name: `Tural ${i}` });
    if (!joined.ok) throw new Error(`joining failed: ${joined.failure.code}`);
    await founder.syncNow();
    await vault.syncNow();
    await vault.lock();
    keeps.push(kept);
  }
  await founder.syncNow();
  await founder.lock();

  const writers: Writer[] = [];
  for (const kept of keeps) {
    const entered = await unlockDevice(await nodeSurroundings(url, { keep: kept }), PASSPHRASE);
    if (!entered.ok) throw new Error(`unlocking failed: ${entered.failure.code}`);
    writers.push({ account: entered.value.account, server: entered.value.server });
  }
  const [first] = writers as [Writer];
  const listed = must(await first.server.call('spaces/list', {}));
  const space = idText<SpaceId>(listed.spaces[0]?.space ?? new Uint8Array());
  const read = must(await first.server.call('charter/read', { space: idBytes(space), from: 0 }));
  const charter = unwrap(await foldCharter(read.acts));
  const { wraps } = must(await first.server.call('epochs/read', { space: idBytes(space) }));
  const { key: epochKey } = unwrap(
    await unwrapEpochKey(wraps[0]?.wrap ?? new Uint8Array(), first.account, space, charter.epoch),
  );
  const view: View = { place: await placeAtStart(space), charter: charter.head, peer: null };
  return { space, charter, epochKey, view, writers, kit: begun.value.kit.join(' ') };
}

export function must<T>(answer: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.value;
}
