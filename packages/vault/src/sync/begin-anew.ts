import { type Change, type Entry, LIMITS, type Value } from '@dayaq/journal';
import {
  derivedDossier,
  type DossierId,
  type EntryId,
  type GenerationHeader,
  idBytes,
  ID_BYTES,
  idText,
  readGeneration,
  type RecordId,
  type SpaceId,
  toBase64url,
} from '@dayaq/sealing';
import type { Change as Written, Outcome, SaveRequest } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import { keptPlace } from '../history/chain.ts';
import { noteDispute } from '../history/disputes.ts';
import { saveAct } from '../act.ts';
import { dropCopy, dropReaders } from '../outbox.ts';
import { forgetDossier } from '../projection.ts';
import { readersOf } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { reteachFilesOf } from './reteach-files.ts';
import { forgetUpload } from './uploads.ts';

/**
 * Milliseconds for which words are not taken before they are carried over: a colleague who began the dossier again by an
 * older list of readers is put right sooner by whoever knows more.
 */
const WAIT = 3_600_000;
/** Dossiers that one turn looks at. */
const MOST = 20;

/** Before a log is read anew: by which header the dossiers that can be read here were read, until all their words are back. */
export function noteStood(engine: Engine, space: SpaceId): void {
  engine.run(
    `insert or replace into stood(space, dossier, header, upto)
     select space, dossier, header, (select coalesce(max(rid), 0) from entry) from generation g
      where space = ? and key is not null and generation = (
        select max(generation) from generation n where n.space = g.space and n.dossier = g.dossier and n.void = 0)`,
    space,
  );
}

/** SQL: an entry that was here before the log was read anew, and is in it again (1) or not (0). */
const had = (echoed: 0 | 1): string =>
  `exists(select 1 from entry e
    where e.space = stood.space and e.dossier = stood.dossier and e.rid <= stood.upto and e.echoed = ${echoed})`;

/** Whatever is in the log again is no concern any more: a number of which one word came back was not taken. */
function forgetBack(engine: Engine, space: SpaceId): void {
  engine.run(`delete from stood where space = ? and (not ${had(0)} or ${had(1)})`, space);
}

interface Stood {
  readonly dossier: DossierId;
  readonly header: GenerationHeader;
  readonly bytes: Uint8Array;
}

/**
 * A dossier that a restore lost can be begun again under its number by whoever comes first, alone: nobody else's words are
 * taken there, and no device can tell from signatures whose it was. So what was in it goes on under another number, for
 * those who could read it, with who wrote what and when. The number follows from the last header, which none but its
 * readers were ever shown: all who had it come to the same, and whoever took the first cannot be there before them.
 */
export async function beginAnew(unlocked: Unlocked, ring: Ring): Promise<void> {
  const { engine } = unlocked;
  if (engine.get('select 1 from stood where space = ? limit 1', ring.space) === null) return;
  forgetBack(engine, ring.space);
  if (!mayWrite(ring)) return;
  const taken = engine.all<{ dossier: DossierId; header: Uint8Array }>(
    `select dossier, header from stood where space = ?1
       and dossier not in (select dossier from share where space = ?1 and owner = ?1)
       and exists(select 1 from held h where h.space = stood.space and h.dossier = stood.dossier
         and h.reason = 'closed-to-you' and h.at <= ?2)
     limit ${MOST}`,
    ring.space,
    unlocked.around.now() - WAIT,
  );
  for (const { dossier, header } of taken) {
    const read = await readGeneration(header);
    if (!read.ok) throw new Error('a stored generation header does not read');
    const stood = { dossier, header: read.value, bytes: header };
    const verdict = await askWho(unlocked, ring, stood);
    if (!unlocked.alive) return;
    if (verdict === 'decided')
      engine.run('delete from stood where space = ? and dossier = ?', ring.space, dossier);
    else if (verdict === 'taken' && !(await carryOver(unlocked, ring, stood))) return;
  }
}

/**
 * Who began it again. `decided`: they knew of the last header that was read here, and this account is not to read by theirs:
 * as ever, what it wrote since is held. `taken`: they did not, and that is noted with their name as far as it is told.
 */
async function askWho(
  unlocked: Unlocked,
  ring: Ring,
  { dossier, bytes }: Stood,
): Promise<'decided' | 'taken' | 'unheard'> {
  const answer = await unlocked.server.call('generations/begun', {
    space: idBytes(ring.space),
    header: bytes,
  });
  if (!unlocked.alive) return 'unheard';
  if (!answer.ok) return 'unheard';
  const { by, known } = answer.value;
  if (known) return 'decided';
  if (by === null) return 'taken';
  noteDispute(unlocked, {
    space: ring.space,
    id: `number/${dossier}`,
    what: 'number',
    author: idText(by),
    claim: null,
    own: await keptPlace(unlocked.engine, ring.space),
    bytes,
  });
  return 'taken';
}

/** Under which number a dossier goes on that somebody else has begun again. */
function numberAnew(space: SpaceId, header: GenerationHeader): Promise<DossierId> {
  return derivedDossier(space, `anew/${toBase64url(header.hash)}`);
}

/** Writes what is not there yet; where the server has all of it, what stood under the old number is forgotten. False: cut short. */
async function carryOver(unlocked: Unlocked, ring: Ring, stood: Stood): Promise<boolean> {
  const { engine } = unlocked;
  const { dossier } = stood;
  const anew = await numberAnew(ring.space, stood.header);
  const { entries, state } = await unlocked.merged.of(unlocked, ring.space, dossier);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const readers = readersOf(stood.header);
  for (const id of state.order) {
    const entry = byId.get(id);
    if (entry === undefined || entry.changes.length === 0) continue;
    const there = await unlocked.merged.of(unlocked, ring.space, anew);
    if (there.state.records.has(markOf(id))) continue;
    const limits = readers === null || there.entries.length > 0 ? {} : { restrictedTo: readers };
    const saved = await saveCarried(unlocked, ring, anew, entry, limits);
    if (!unlocked.alive || !saved.ok) return false;
  }
  await forgetUploads(unlocked, ring.space, dossier);
  await reteachFilesOf(unlocked, ring, { space: ring.space, dossier: anew });
  if (!unlocked.alive) return false;
  const unsent = 'select 1 from entry where space = ? and dossier = ? and echoed = 0 limit 1';
  if (engine.get(unsent, ring.space, anew) === null) await forgetOld(unlocked, ring, dossier);
  return true;
}

/** The record that says where an entry came from, the same on all devices. */
const markOf = (entry: EntryId): RecordId => idText<RecordId>(idBytes(entry).slice(0, ID_BYTES));

/** One entry's words, and who wrote them and when; in two acts where one cannot hold both. */
async function saveCarried(
  unlocked: Unlocked,
  ring: Ring,
  anew: DossierId,
  { id, dossier, author, time, changes }: Entry,
  limits: Pick<SaveRequest, 'restrictedTo'>,
): Promise<Outcome<null>> {
  const words = changes.map((change) => moved(change, dossier, anew)) as Written[];
  const fields = { by: { set: author }, at: { set: time }, of: { set: dossier } };
  const mark: Written = { kind: 'carried', record: markOf(id), fields };
  const save = (some: Written[], more: Pick<SaveRequest, 'restrictedTo'>) =>
    saveAct(unlocked, ring, { dossier: anew, changes: some, ...more });
  if (words.length < LIMITS.changes) {
    const saved = await save([...words, mark], limits);
    if (saved.ok || saved.failure.code !== 'too-large') return saved;
  }
  const saved = await save(words, limits);
  return saved.ok ? save([mark], {}) : saved;
}

/** A change as it is said of the dossier under its other number. */
function moved(change: Change, from: DossierId, to: DossierId): Change {
  const place = (value: Value): Value => {
    if (value === from) return to;
    if (Array.isArray(value)) return value.map(place);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, place(each)]));
  };
  const fields = Object.entries(change.fields).map(([name, op]) => [
    name,
    'set' in op ? { set: place(op.set) } : { add: op.add.map(place), del: op.del.map(place) },
  ]);
  const record = change.record === (from as string) ? (to as string as RecordId) : change.record;
  return { ...change, record, fields: Object.fromEntries(fields) as Change['fields'] };
}

/** Files that waited for the old number go with the words that name them. */
async function forgetUploads(unlocked: Unlocked, space: SpaceId, dossier: DossierId): Promise<void> {
  const uploads = unlocked.engine.all<{ blob: string }>(
    'select blob from upload where space = ? and dossier = ?',
    space,
    dossier,
  );
  for (const { blob } of uploads) await forgetUpload(unlocked, blob);
}

/** Nothing waits under the old number any more: who took it has it. */
async function forgetOld(unlocked: Unlocked, ring: Ring, dossier: DossierId): Promise<void> {
  const { engine } = unlocked;
  const of = [ring.space, dossier] as const;
  const entries = engine.all<{ id: EntryId }>('select id from entry where space = ? and dossier = ?', ...of);
  await dropReaders(unlocked, ...of);
  for (const { id } of entries) await dropCopy(unlocked, id);
  if (!unlocked.alive) return;
  engine.transaction(() => {
    forgetDossier(unlocked, ...of);
    for (const table of ['entry', 'held', 'restriction', 'stood', 'taken', 'unprojected'])
      engine.run(`delete from ${table} where space = ? and dossier = ?`, ...of);
  });
  unlocked.changed('many', []);
}
