import { type EntryCipher, localCipher, type SpaceId } from '@dayaq/sealing';
import { DatabaseDamaged, type Keep, type Surroundings } from './adapters.ts';
import type { VaultStatus } from './client.ts';
import { type Engine, isDamage } from './database/engine.ts';
import { prepareSchema } from './database/schema.ts';
import { writeDevice } from './device.ts';
import { Due } from './due.ts';
import type { Entered } from './entrance.ts';
import { storeFailure } from './failure.ts';
import { SealedKeep } from './kept.ts';
import { recoverUnsent } from './outbox.ts';
import { StandingFacts } from './figures/standing-facts.ts';
import { MergedDossiers } from './merged.ts';
import { PeerBook } from './space/peer-book.ts';
import { rememberSpaces } from './space/adopt.ts';
import { namesMe } from './space/names-me.ts';
import { Ring, storeAct } from './space/ring.ts';
import { noteWhole } from './sync/first-fetch.ts';
import { PageSize } from './sync/page-size.ts';
import { Lane } from './lane.ts';
import type { Unlocked } from './unlocked.ts';

export interface Opened {
  unlocked: Unlocked;
  repaired: VaultStatus['repaired'];
}

/** Told while dossiers are worked out anew before anything is shown: how many are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** Opens the database for an account that has come in, repairs what is damaged, and loads its spaces. */
export async function openUnlocked(
  around: Surroundings,
  entered: Entered,
  changed: Unlocked['changed'],
  progress: Progress,
): Promise<Opened> {
  try {
    return await openWhole(around, entered, changed, progress);
  } catch (error) {
    // A page that is read only now turned out to be damaged: once more, anew.
    if (!isDamage(error)) throw error;
    await markDamaged(around.keep);
    return openWhole(around, entered, changed, progress);
  }
}

async function openWhole(
  around: Surroundings,
  entered: Entered,
  changed: Unlocked['changed'],
  progress: Progress,
): Promise<Opened> {
  const opened = await openDatabase(around, entered.account.storageKey.expose(), entered.device.hasDatabase);
  try {
    return {
      unlocked: await prepare(around, entered, opened.engine, changed, progress),
      repaired: opened.repaired,
    };
  } catch (error) {
    opened.engine.close();
    throw error;
  }
}

/** Readies an open database: its tables, the account's spaces, and what waits to be sent. */
async function prepare(
  around: Surroundings,
  entered: Entered,
  engine: Engine,
  changed: Unlocked['changed'],
  progress: Progress,
): Promise<Unlocked> {
  const { account, server, device } = entered;
  if (!device.hasDatabase) await writeDevice(around.keep, { ...device, hasDatabase: true });
  prepareSchema(engine);
  const rings = new Map<SpaceId, Ring>();
  const unlocked: Unlocked = {
    around,
    account,
    engine,
    server,
    kept: new SealedKeep(around.keep, await localCipher(account.storageKey, 'kept')),
    outboxCipher: await localCipher(account.storageKey, 'outbox'),
    rings,
    peers: new PeerBook(engine),
    ciphers: new Map<string, Promise<EntryCipher>>(),
    merged: new MergedDossiers(engine),
    due: new Due(),
    facts: new StandingFacts(engine),
    lane: new Lane(),
    network: { page: new PageSize(), carries: false },
    refused: 0,
    forgotten: 0,
    clockAhead: 0,
    serverChanged: false,
    emptied: false,
    alive: true,
    changed,
  };
  const { space } = entered;
  if (space !== null) {
    engine.transaction(() => {
      space.acts.forEach((act, seq) => storeAct(engine, space.id, seq, act));
    });
  }
  for (const { space: id } of engine.all<{ space: SpaceId }>(
    'select id as space from space where exists (select 1 from charter where space = space.id) order by came',
  )) {
    const ring = await Ring.load(engine, id, account);
    if (ring === null || !namesMe({ account }, ring.state)) {
      // What stands here does not verify: fetch the charter anew rather than trust it.
      engine.run('delete from charter where space = ?', id);
      engine.run('update space set position = 0, seq = -1 where id = ?', id);
      continue;
    }
    rings.set(id, ring);
  }
  if (space !== null && space.epochKey !== null) {
    rings.get(space.id)?.keepKey(engine, space.epochKey.number, space.epochKey.key);
    // Founded here: there is nothing to fetch.
    noteWhole(engine, space.id);
  }
  // Also what a pull left when it was cut off, and the whole projection where its shape has changed.
  try {
    await unlocked.due.now(unlocked, progress);
  } catch (error) {
    // A full device keeps nobody out: lists show what they did before, and the first turn says why.
    if (storeFailure(error) === null) throw error;
  }
  await recoverUnsent(unlocked);
  await rememberSpaces(unlocked);
  return unlocked;
}

const DAMAGED = 'damaged';

/** Remembers, beside the database, that it must not be trusted again. */
export function markDamaged(keep: Keep): Promise<void> {
  return keep.put(DAMAGED, new Uint8Array(1));
}

const SEALED_MARK = "select value from meta where name = 'born'";

/**
 * A database that cannot be read, or that is empty although one was made here, is made anew: everything that the
 * server acknowledged comes back from it, and what waits to be sent stands in its sealed copies.
 */
async function openDatabase(
  around: Surroundings,
  key: Uint8Array,
  expected: boolean,
): Promise<{ engine: Engine; repaired: VaultStatus['repaired'] }> {
  let engine: Engine | null = null;
  let damaged = (await around.keep.get(DAMAGED)) !== null;
  try {
    engine = await around.database.open(key);
    if (expected && around.database.storage === 'disk' && !wasBorn(engine)) damaged = true;
  } catch (error) {
    if (!(error instanceof DatabaseDamaged || isDamage(error))) throw error;
    damaged = true;
  }
  if (engine === null || damaged) {
    engine?.close();
    await around.database.destroy();
    engine = await around.database.open(key);
    await around.keep.delete(DAMAGED);
  }
  engine.exec('create table if not exists meta(name text primary key, value text not null) without rowid');
  engine.run("insert or ignore into meta(name, value) values('born', 'yes')");
  return { engine, repaired: damaged ? 'rebuilding' : 'no' };
}

function wasBorn(engine: Engine): boolean {
  if (engine.get("select name from sqlite_master where name = 'meta'") === null) return false;
  return engine.get(SEALED_MARK) !== null;
}

/** Drops everything that an unlocked device holds in memory. */
export function closeUnlocked(unlocked: Unlocked): void {
  unlocked.alive = false;
  for (const ring of unlocked.rings.values()) ring.wipe();
  unlocked.rings.clear();
  unlocked.ciphers.clear();
  unlocked.merged.drop();
  unlocked.facts.drop();
  unlocked.around.signatures?.rest();
  unlocked.due.stop();
  unlocked.account.root.wipe();
  unlocked.account.storageKey.wipe();
  unlocked.engine.close();
}
