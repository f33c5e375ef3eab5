import { readId, type DossierId, ID_BYTES, type RecordId, type SpaceId } from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import { rosterDossier } from '../circle.ts';
import type { EraseRequest, Outcome } from '../client.ts';
import { done, failed, success } from '../failure.ts';
import { newRecordId } from '../outbox.ts';
import { rootOf } from '../sharing/root.ts';
import { shareRow } from '../sharing/rows.ts';
import { spaceOf } from '../space/home.ts';
import type { Ring } from '../space/ring.ts';
import { kindOf } from '@dayaq/domain';
import type { Unlocked } from '../unlocked.ts';
import { wentBefore } from '../went-before.ts';
import type { Erasure } from './erasure.ts';
import { destroyHere } from './destroy-here.ts';
import { destroyParts } from './destroy-parts.ts';

/** Records that one erasure may name. */
const MOST_PARTS = 100;
/** Dossiers that go along with one. */
const MOST_ALONG = 100;

/**
 * Destroys dossiers, or files of one, for good. First it is signed that it was, for everybody, all of it or nothing; then it goes here;
 * the server's part and the other devices follow by themselves.
 */
export async function eraseDossier(
  unlocked: Unlocked,
  ring: Ring,
  { dossier: id, why, parts = [], along = [], instead }: EraseRequest,
): Promise<Outcome<null>> {
  if (parts.length > MOST_PARTS || along.length > MOST_ALONG) return failed('too-large', String(MOST_PARTS));
  if (ring.me?.keyholder !== true) return failed('not-allowed');
  const all: { dossier: DossierId; kind: string; erasure: RecordId }[] = [];
  for (const each of new Set([id, ...along])) {
    const root = await erasableRoot(unlocked, ring, each);
    if (!root.ok) return root;
    const erasure = newRecordId(unlocked);
    all.push({ dossier: each as DossierId, kind: root.value, erasure });
  }
  const isWhole = parts.length === 0 && instead === undefined;
  if (isWhole && (await leavesBefore(unlocked, ring, all))) return failed('leaves-joined');
  const [first] = all;
  if (first === undefined) return failed('not-found');
  const what = parts.length === 0 ? first.kind : await kindOfParts(unlocked, ring, first.dossier, parts);
  if (what === null) return failed('not-allowed');
  const said = await saveAct(unlocked, ring, {
    dossier: await rosterDossier(ring.space),
    changes: all.map(({ dossier, kind, erasure }) => ({
      kind: 'erasure',
      record: erasure,
      fields: {
        of: { set: dossier },
        parts: { add: dossier === first.dossier ? [...parts] : [], del: [] },
        what: { set: dossier === first.dossier ? what : kind },
        why: { set: why },
        ...(instead === undefined || dossier !== first.dossier ? {} : { instead: { set: instead } }),
      },
    })),
  });
  if (!said.ok) return said;
  for (const { dossier, erasure } of all)
    if (dossier === first.dossier && parts.length > 0)
      await destroyParts(unlocked, ring.space, { id: erasure, of: dossier, parts });
    else await destroyHere(unlocked, ring.space, dossier, erasure);
  return done;
}

/** Kind of the root of a dossier that can be destroyed. */
async function erasableRoot(unlocked: Unlocked, { space }: Ring, id: string): Promise<Outcome<string>> {
  if (!readId<DossierId>(id, ID_BYTES).ok) return failed('not-found');
  const dossier = id as DossierId;
  if (spaceOf(unlocked.engine, dossier) !== space) return failed('not-found');
  const root = await rootOf(unlocked, space, dossier);
  if (root === null) return failed('not-found');
  if (kindOf(root.kind)?.open === true) return failed('not-allowed');
  if (shareRow(unlocked.engine, space, dossier) !== null) return failed('not-allowed');
  return success(root.kind);
}

/** Whether something that went before one of these would stand, and could go as well. */
async function leavesBefore(
  unlocked: Unlocked,
  ring: Ring,
  all: readonly { dossier: DossierId }[],
): Promise<boolean> {
  const going = new Set(all.map(({ dossier }) => dossier));
  for (const dossier of going)
    for (const before of wentBefore(unlocked.engine, ring.space, dossier))
      if (!going.has(before) && (await erasableRoot(unlocked, ring, before)).ok) return true;
  return false;
}

/** The kind of the first of them; null where one is not here or may not be destroyed alone. */
async function kindOfParts(
  unlocked: Unlocked,
  { space }: Ring,
  dossier: DossierId,
  parts: readonly string[],
): Promise<string | null> {
  const { state } = await unlocked.merged.of(unlocked, space, dossier);
  const kinds = parts.map((part) => state.records.get(part as RecordId)?.kind);
  const may = kinds.every((kind) => kind !== undefined && kindOf(kind)?.erasable === true);
  return may ? (kinds[0] ?? null) : null;
}

/** What keyholders said was to be destroyed, as the roster has it now. */
export async function erasuresOf(unlocked: Unlocked, space: SpaceId): Promise<Erasure[]> {
  const roster = await rosterDossier(space);
  if (isApart(unlocked.engine, space, roster)) return [];
  const { state } = await unlocked.merged.of(unlocked, space, roster);
  const found: Erasure[] = [];
  // A record that was deleted since brings nothing back: what is destroyed is destroyed.
  for (const [id, { kind, fields }] of state.records) {
    if (kind !== 'erasure') continue;
    const said = fields.get('of');
    const of = said?.value;
    if (said === undefined || typeof of !== 'string' || !readId<DossierId>(of, ID_BYTES).ok) continue;
    const gone = typeof fields.get('gone')?.value === 'number';
    // Whoever adds it later does not make less of what was said.
    const added = fields.get('parts');
    const parts = added?.entry === said.entry ? textsIn(added.value) : [];
    found.push({ id, of: of as DossierId, parts, by: said.by, entry: said.entry, gone });
  }
  return found;
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, MOST_PARTS) : [];
