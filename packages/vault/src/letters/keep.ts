import {
  type AccountId,
  type DossierId,
  letterDossier,
  type LetterContent,
  letterFile,
  type LetterId,
  letterRecord,
  type OpenedLetter,
  type RecordId,
  toBase64url,
} from '@dayaq/sealing';
import type { RecordState } from '@dayaq/journal';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Change, FailureCode, Value } from '../client.ts';
import { spaceNumber } from '../database/space-number.ts';
import { isErased } from '../erasure/erased.ts';
import { addFile } from '../files.ts';
import { standingGeneration } from '../space/generations.ts';
import { wantedReaders } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { firstLetter, furtherLetter, typeOf } from './as-records.ts';

/** Why a device could not keep anything just now: the same letter is tried again. Whatever else is wrong is the letter's own. */
const DEVICES_OWN: ReadonlySet<FailureCode> = new Set(['disk-full', 'store-lost', 'locked']);

/** A letter that opened here. */
export interface Arrived {
  readonly letter: LetterId;
  readonly opened: OpenedLetter;
  readonly content: LetterContent;
  readonly day: string;
}

/** Makes records of a letter where it belongs. `false`: the device could not, and it is to be tried again. */
export async function keepLetter(unlocked: Unlocked, ring: Ring, arrived: Arrived): Promise<boolean> {
  const { letter, content, day } = arrived;
  const place = await placeOf(unlocked, ring, content);
  if (place === null) return true;
  const { dossier, root } = place;
  if (isErased(unlocked.engine, ring.space, dossier) || isApart(unlocked.engine, ring.space, dossier))
    return true;
  if (root !== null) {
    const { state } = await unlocked.merged.of(unlocked, ring.space, dossier);
    const number = root.fields.get('number');
    if (number !== undefined && JSON.stringify(number).includes(letter)) return true;
    if (state.records.has(await letterRecord(letter, 'more'))) return true;
  }
  const files = await filesOf(unlocked, ring, dossier, arrived);
  if (files === null) return false;
  const changes =
    root === null
      ? firstLetter(dossier, letter, content, day)
      : await furtherLetter(dossier, letter, content, day);
  const saved = await saveAct(unlocked, ring, {
    dossier,
    changes: [...changes, ...files],
    ...(root === null ? { restrictedTo: readersOf(ring, content) } : {}),
  });
  return saved.ok || !DEVICES_OWN.has(saved.failure.code);
}

interface Place {
  readonly dossier: DossierId;
  /** Null where it begins with this letter. */
  readonly root: RecordState | null;
}

/**
 * Where a letter belongs: in its sender's correspondence that stands here, the one with just these readers first, unless somebody
 * reads it whom this letter bars. Else it begins one, by the readers for whom it is: whoever opens it begins the same one, and
 * nobody else can have. Null where it stays with those who read what it goes on from: its sender barred nobody, and this account
 * was not to read the rest.
 */
async function placeOf(unlocked: Unlocked, ring: Ring, content: LetterContent): Promise<Place | null> {
  const { space } = ring;
  const own = await rootAt(unlocked, space, await letterDossier(space, content.thread, content.to));
  if (own.root !== null && !(await isReadByBarred(unlocked, space, own.dossier, content))) return own;
  for (const dossier of correspondences(unlocked, ring, content)) {
    const place = await rootAt(unlocked, space, dossier);
    if (place.root !== null && !(await isReadByBarred(unlocked, space, dossier, content))) return place;
  }
  return own.root === null && (content.first || content.barred.length > 0) ? own : null;
}

/** Dossiers here whose answers go to this sender. */
function correspondences({ engine }: Unlocked, { space }: Ring, { address }: LetterContent): DossierId[] {
  return engine
    .all<{ id: DossierId }>(
      `select d.id from listed l join dossier d on d.rid = l.rid
        where l.space = ? and l.kind = 'letter' and instr(l.data, ?) > 0 order by d.id limit 16`,
      spaceNumber(engine, space),
      toBase64url(address),
    )
    .map(({ id }) => id);
}

async function rootAt(unlocked: Unlocked, space: Ring['space'], dossier: DossierId): Promise<Place> {
  if (isErased(unlocked.engine, space, dossier) || isApart(unlocked.engine, space, dossier))
    return { dossier, root: null };
  const { state } = await unlocked.merged.of(unlocked, space, dossier);
  return { dossier, root: state.records.get(dossier as string as RecordId) ?? null };
}

async function isReadByBarred(
  unlocked: Unlocked,
  space: Ring['space'],
  dossier: DossierId,
  { barred }: LetterContent,
): Promise<boolean> {
  const standing = await standingGeneration(unlocked, space, dossier);
  const readers = await wantedReaders(unlocked, space, dossier, standing);
  return readers === null ? barred.length > 0 : readers.some((account) => barred.includes(account));
}

/** Nobody who reads letters now and whom its sender did not see among the readers; whoever opened it is one of them. */
function readersOf({ state, me }: Ring, { barred, to }: LetterContent): AccountId[] {
  return state.doorReaders
    .map(({ account }) => account)
    .filter((account) => account === me?.account || (to.includes(account) && !barred.includes(account)));
}

async function filesOf(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  { letter, opened: { key }, content: { files } }: Arrived,
): Promise<Change[] | null> {
  const changes: Change[] = [];
  for (const [index, { name, mediaType, bytes }] of files.entries()) {
    const type = typeOf(mediaType);
    const request = { dossier, name, mediaType: type, bytes };
    const added = await addFile(unlocked, { ring, space: ring.space }, request, await letterFile(key, index));
    if (!added.ok) return null;
    const fields: Record<string, Value> = {
      role: type.startsWith('audio/') ? 'recording' : 'photo',
      file: added.value as unknown as Value,
      sha256: added.value.sha256,
    };
    changes.push({
      kind: 'file',
      record: await letterRecord(letter, `file/${index}`),
      fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { set: value }])),
    });
  }
  return changes;
}
