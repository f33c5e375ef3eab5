import type { DossierState } from '@dayaq/journal';
import {
  type AccountId,
  currentMembers,
  type DossierId,
  type LetterContent,
  letterDossier,
  letterFile,
  type LetterId,
  letterRecord,
  type OpenedLetter,
  type RecordId,
} from '@dayaq/sealing';
import { saveAct } from '../act.ts';
import { isApart } from '../apart.ts';
import type { Change, FailureCode, Outcome, Value } from '../client.ts';
import { isErased } from '../erasure/erased.ts';
import { done } from '../failure.ts';
import { addFile } from '../files.ts';
import { standingGeneration } from '../space/generations.ts';
import { wantedReaders } from '../space/readers-asked.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { firstLetter, furtherLetter, typeOf } from './as-records.ts';

/** A letter that opened here. */
export interface Opened {
  readonly letter: LetterId;
  readonly sealed: OpenedLetter;
  readonly content: LetterContent;
  /** On which it came. */
  readonly day: string;
}

interface Place {
  readonly dossier: DossierId;
  readonly state: DossierState;
}

/**
 * Turns a letter into records of its correspondence's dossier, restricted to those for whom it was sealed and who open letters now.
 * Repeating is safe. Failures are those of `saveAct` and `addFile`.
 */
export async function keepLetter(unlocked: Unlocked, ring: Ring, opened: Opened): Promise<Outcome<null>> {
  const { letter, content, day } = opened;
  const place = await placeOf(unlocked, ring, opened);
  if (place === null) return done;
  const { dossier, state } = place;
  const isFirst = state.records.get(dossier as string as RecordId) === undefined;
  const files = await filesOf(unlocked, ring, dossier, opened);
  if (!files.ok) return files;
  const changes = isFirst
    ? firstLetter(dossier, letter, content, day)
    : await furtherLetter(dossier, letter, content, day);
  return saveAct(unlocked, ring, {
    dossier,
    changes: [...changes, ...files.value],
    ...(isFirst ? { restrictedTo: readersOf(ring, content) } : {}),
  });
}

/**
 * Where a letter belongs: to its correspondence, or, where others read that meanwhile than its sender left, or it cannot be had
 * here, into a dossier of its own. Null where it stands already, or was destroyed with its correspondence.
 */
async function placeOf(unlocked: Unlocked, ring: Ring, { letter, content }: Opened): Promise<Place | null> {
  const { space } = ring;
  const more = await letterRecord(letter, 'more');
  const fit: Place[] = [];
  for (const alone of [null, letter]) {
    const dossier = await letterDossier(space, content, alone);
    if (isErased(unlocked.engine, space, dossier)) return null;
    if (isApart(unlocked.engine, space, dossier)) continue;
    const { state } = await unlocked.merged.of(unlocked, space, dossier);
    const number = state.records.get(dossier as string as RecordId)?.fields.get('number');
    if (state.records.has(more) || (number !== undefined && JSON.stringify(number).includes(letter)))
      return null;
    if (await isForThemAlone(unlocked, ring, dossier, content)) fit.push({ dossier, state });
  }
  return fit[0] ?? null;
}

/** Whether nobody reads a dossier but those whom the sender of a letter left, this account among them; also where it does not exist. */
async function isForThemAlone(
  unlocked: Unlocked,
  { space, state, me }: Ring,
  dossier: DossierId,
  content: LetterContent,
): Promise<boolean> {
  const standing = await standingGeneration(unlocked, space, dossier);
  if (standing !== null && standing.key === null) return false;
  const readers = await wantedReaders(unlocked, space, dossier, standing);
  if (readers === null) return standing === null;
  const members = new Set(currentMembers(state).map(({ account }) => account));
  return readers.every(
    (account) => account === me?.account || content.readers.includes(account) || !members.has(account),
  );
}

/** Whoever opened it is among them, so nobody is left out for whom it was sealed. */
function readersOf({ state, me }: Ring, { readers }: LetterContent): AccountId[] {
  return state.doorReaders
    .map(({ account }) => account)
    .filter((account) => account === me?.account || readers.includes(account));
}

async function filesOf(
  unlocked: Unlocked,
  ring: Ring,
  dossier: DossierId,
  { letter, sealed, content }: Opened,
): Promise<Outcome<Change[]>> {
  const changes: Change[] = [];
  for (const [index, { name, mediaType, bytes }] of content.files.entries()) {
    const type = typeOf(mediaType);
    const request = { dossier, name, mediaType: type, bytes };
    const as = await letterFile(sealed.key, index);
    const added = await addFile(unlocked, { ring, space: ring.space }, request, as);
    if (!added.ok) return added;
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
  return { ok: true, value: changes };
}

/** Failures of this device as a whole: what comes behind would fare no better. */
const OF_THE_DEVICE: ReadonlySet<FailureCode> = new Set(['locked', 'store-lost']);

export const isOfTheDevice = (code: FailureCode): boolean => OF_THE_DEVICE.has(code);
