import { readNotice } from '@dayaq/domain';
import type { DossierState, RecordState } from '@dayaq/journal';
import {
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
import { done, failed } from '../failure.ts';
import { addFile } from '../files.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { isForThemAlone, PLACES, readersLeft } from './alone.ts';
import { noteWhereTo } from './where-to.ts';
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
  /** Its words are there already. */
  readonly stands: boolean;
}

/**
 * Turns a letter into records of its correspondence's dossier, restricted to those for whom it was sealed and who open letters now.
 * Repeating is safe. Failures are those of `saveAct` and `addFile`.
 */
export async function keepLetter(unlocked: Unlocked, ring: Ring, opened: Opened): Promise<Outcome<null>> {
  const { letter, content, day } = opened;
  const place = await placeOf(unlocked, ring, opened);
  if (place === 'destroyed') return done;
  // It waits: that it came must not be lost to whoever keeps it from the others who read it.
  if (place === null) return failed('not-found');
  const { dossier, state } = place;
  await noteWhereTo(unlocked, dossier, content);
  if (place.stands) return done;
  const root = state.records.get(dossier as string as RecordId);
  const files = await filesOf(unlocked, ring, dossier, opened);
  if (!files.ok) return files;
  const { door } = ring.state;
  const days = door === null ? null : (readNotice(door.notice)?.answerDays ?? null);
  const changes =
    root === undefined
      ? firstLetter(dossier, letter, content, day, days)
      : await furtherLetter(dossier, root.kind, letter, content, day, days);
  return saveAct(unlocked, ring, {
    dossier,
    changes: [...changes, ...files.value],
    ...(root === undefined ? { restrictedTo: readersLeft(ring, content.readers) } : {}),
  });
}

/**
 * Where a letter belongs: to its correspondence, or, where others read that meanwhile than its sender left, or it cannot be had
 * here, into a dossier of its own. `destroyed` where its words were, with its correspondence; null where there is no room for it now. That a record bears its number says nothing: another of its readers may have begun one.
 */
async function placeOf(
  unlocked: Unlocked,
  ring: Ring,
  { letter, content }: Opened,
): Promise<Place | 'destroyed' | null> {
  const { space } = ring;
  const more = await letterRecord(letter, 'more');
  let fit: Place | null = null;
  for (const alone of [null, ...PLACES.map((place) => ({ letter, place }))]) {
    const dossier = await letterDossier(space, content, alone);
    if (isErased(unlocked.engine, space, dossier)) return 'destroyed';
    if (isApart(unlocked.engine, space, dossier)) continue;
    const { state } = await unlocked.merged.of(unlocked, space, dossier);
    const root = state.records.get(dossier as string as RecordId);
    const isIts = says(root, 'number', (number) => number.includes(letter));
    if (
      (isIts && says(root, 'words', content.words)) ||
      says(state.records.get(more), 'words', content.words)
    )
      return { dossier, state, stands: true };
    if (!(await isForThemAlone(unlocked, ring, dossier, content.readers))) continue;
    fit ??= { dossier, state, stands: false };
    // Behind one that nobody has begun there are none.
    if (alone !== null && root === undefined) break;
  }
  return fit;
}

/** Whether a field of a record says something, in any version that stands. */
function says(
  record: RecordState | undefined,
  name: string,
  what: string | ((value: string) => boolean),
): boolean {
  const field = record?.fields.get(name);
  if (field === undefined) return false;
  return [field, ...field.alternatives].some(
    ({ value }) => typeof value === 'string' && (typeof what === 'string' ? value === what : what(value)),
  );
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
