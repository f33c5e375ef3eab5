import { readId, type DossierId, ID_BYTES, type RecordId, type SpaceId } from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import { rosterDossier } from '../circle.ts';
import type { EraseRequest, Outcome } from '../client.ts';
import { done, failed } from '../failure.ts';
import { newRecordId } from '../outbox.ts';
import { rootOf } from '../sharing/root.ts';
import { shareRow } from '../sharing/rows.ts';
import { spaceOf } from '../space/home.ts';
import type { Ring } from '../space/ring.ts';
import { kindOf } from '@dayaq/domain';
import type { Unlocked } from '../unlocked.ts';
import type { Erasure } from './erasure.ts';
import { destroyHere } from './destroy-here.ts';
import { destroyParts } from './destroy-parts.ts';

/** Records that one erasure may name. */
const MOST_PARTS = 100;

/**
 * Destroys a dossier or files of it for good. First it is signed that it was, for everybody; then it goes here; the server's part and the
 * other devices follow by themselves.
 */
export async function eraseDossier(
  unlocked: Unlocked,
  ring: Ring,
  { dossier: id, why, parts = [], instead }: EraseRequest,
): Promise<Outcome<null>> {
  if (parts.length > MOST_PARTS) return failed('too-large', String(MOST_PARTS));
  if (ring.me?.keyholder !== true) return failed('not-allowed');
  if (!readId<DossierId>(id, ID_BYTES).ok) return failed('not-found');
  const dossier = id as DossierId;
  if (spaceOf(unlocked.engine, dossier) !== ring.space) return failed('not-found');
  const root = await rootOf(unlocked, ring.space, dossier);
  if (root === null) return failed('not-found');
  if (kindOf(root.kind)?.open === true) return failed('not-allowed');
  if (shareRow(unlocked.engine, ring.space, dossier) !== null) return failed('not-allowed');
  const what = parts.length === 0 ? root.kind : await kindOfParts(unlocked, ring, dossier, parts);
  if (what === null) return failed('not-allowed');
  const erasure = newRecordId(unlocked);
  const said = await saveAct(unlocked, ring, {
    dossier: await rosterDossier(ring.space),
    changes: [
      {
        kind: 'erasure',
        record: erasure,
        fields: {
          of: { set: dossier },
          parts: { add: [...parts], del: [] },
          what: { set: what },
          why: { set: why },
          ...(instead === undefined ? {} : { instead: { set: instead } }),
        },
      },
    ],
  });
  if (!said.ok) return said;
  if (parts.length === 0) await destroyHere(unlocked, ring.space, dossier, erasure);
  else await destroyParts(unlocked, ring.space, { id: erasure, of: dossier, parts });
  return done;
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
