import type { LogItem } from '@dayaq/protocol';
import { writeEntry } from '@dayaq/journal';
import {
  type Account,
  type AccountId,
  currentMembers,
  type CharterState,
  type DossierId,
  foldCharter,
  generationCipher,
  type GenerationHeader,
  idBytes,
  newEpochKey,
  openAccountKeys,
  readGeneration,
  type RecordId,
  Secret,
  type SpaceId,
  startGeneration,
} from '@dayaq/sealing';
import type { LocalVault } from '../../packages/vault/src/vault.ts';
import type { Engine } from '../../packages/vault/src/database/engine.ts';
import type { Ear } from './ear.ts';
import type { Liar } from './liar.ts';
import { lastOf } from './shown.ts';

/** The keys of whoever has a vault open: what they could always do with it. */
export async function accountBehind(vault: LocalVault): Promise<Account> {
  const handed = vault.handOver();
  const { account } = await vault.status();
  if (handed === null || account === null) throw new Error('nobody is there');
  return openAccountKeys(account as AccountId, new Secret(handed.root.slice()));
}

/** All keys that a device was honestly given, for its holder to keep. */
export function noteKeys(engine: Engine, ear: Ear): void {
  for (const row of engine.all<{ space: SpaceId; epoch: number; key: Uint8Array }>('select * from epoch'))
    ear.ownsEpoch(row.space, row.epoch, new Secret(row.key.slice()));
  for (const row of engine.all<{ space: SpaceId; dossier: DossierId; generation: number; key: Uint8Array }>(
    'select space, dossier, generation, key from generation where key is not null',
  ))
    ear.owns(row.space, row.dossier, row.generation, new Secret(row.key.slice()));
}

async function charterIn(items: readonly LogItem[]): Promise<CharterState | null> {
  const folded = await foldCharter(items.flatMap((item) => (item.t === 'charter' ? [item.act] : [])));
  return folded.ok ? folded.value : null;
}

async function newestIn(
  items: readonly LogItem[],
  dossier: DossierId,
  upTo: number,
): Promise<GenerationHeader | null> {
  let found: GenerationHeader | null = null;
  for (const item of items) {
    if (item.t !== 'generation' || item.p > upTo) continue;
    const read = await readGeneration(item.header);
    if (read.ok && read.value.dossier === dossier) found = read.value;
  }
  return found;
}

/** Where something is slipped into a log that a device is shown: behind its end, or behind an earlier item. */
export interface Slip {
  liar: Liar;
  dossier: DossierId;
  /** Items from the end. */
  back: number;
}

/** A header signed by the insider with whatever keys they have, naming what the device would find right at that place. */
export async function forgeHeader(
  insider: Account,
  ear: Ear,
  { liar, dossier, back }: Slip,
  ahead: number,
): Promise<{ bytes: Uint8Array; behind: number } | null> {
  const shown = await liar.shown();
  if (shown === null || liar.space === null) return null;
  const { items } = shown;
  const behind = items.at(-1 - back)?.p ?? lastOf(items);
  const charter = await charterIn(items);
  const view = await liar.viewUpTo(behind);
  const previous = (await newestIn(items, dossier, behind)) ?? ear.newest(liar.space, dossier);
  if (charter === null || view === null || previous === null) return null;
  const members = currentMembers(charter).filter(({ account }) => account !== insider.id);
  const { bytes, header, key } = await startGeneration({
    space: liar.space,
    dossier,
    epoch: charter.epoch.number + ahead,
    epochKey: newEpochKey(),
    author: insider,
    time: 0,
    restrictedTo: [...members, insider.public],
    previous: { header: previous, key: ear.keyOf(previous) ?? newEpochKey() },
    view,
  });
  ear.owns(header.space, dossier, header.generation, key);
  return { bytes, behind };
}

/** A note signed by the insider under the newest key of a dossier that they have; null where they have none. */
export async function forgeNote(
  insider: Account,
  ear: Ear,
  { liar, dossier, back }: Slip,
  text: string,
  record: RecordId,
): Promise<{ item: LogItem; behind: number } | null> {
  const shown = await liar.shown();
  if (shown === null || liar.space === null) return null;
  const { items } = shown;
  const behind = items.at(-1 - back)?.p ?? lastOf(items);
  const view = await liar.viewUpTo(behind);
  let header = (await newestIn(items, dossier, behind)) ?? ear.newest(liar.space, dossier);
  if (view === null || header === null) return null;
  let generation = header.generation;
  const { space } = liar;
  while (generation > 0 && ear.keyOf({ space, dossier, generation }) === null) generation--;
  const key = ear.keyOf({ space, dossier, generation });
  if (key === null) return null;
  const changes = [{ kind: 'note', record, fields: { text: { set: text } } }];
  const written = await writeEntry(
    { space, dossier, author: insider.id, time: Date.now(), heads: [], view, changes },
    insider.signing,
  );
  const binding = { space, dossier, generation, entry: written.entry.id };
  const sealed = await (await generationCipher(key)).seal(binding, written.bytes);
  const item: LogItem = {
    t: 'entry',
    p: 0,
    dossier: idBytes(dossier),
    g: generation,
    id: idBytes(written.entry.id),
    sealed,
  };
  return { item, behind };
}
