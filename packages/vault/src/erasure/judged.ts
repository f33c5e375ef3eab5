import type { AccountId, DossierId, EntryId, SpaceId } from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import { shareRow } from '../sharing/rows.ts';
import { firstGeneration, generationBehind, standingGeneration } from '../space/generations.ts';
import { dueReaders, readersOf } from '../space/readers-asked.ts';
import type { Unlocked } from '../unlocked.ts';
import type { Erasure } from './erasure.ts';

export type Judged =
  | 'destroy'
  /** There is nothing of it here. Should it come later, it is judged then. */
  | 'not-here'
  /** Whoever signed it could not read the dossier where it was signed: for good. */
  | 'refused'
  /** Where it stands in the log is not known yet. */
  | 'later';

/**
 * Holding the keys of an organisation is not reading a case: whoever could not read it destroys it on nobody's device. Asked is
 * who read the dossier at the erasure's place in the log, so that it comes to the same on every device, and whatever is decided
 * afterwards makes no refused erasure a good one. What is or was shared with another organisation stays, as it does where
 * erasing is offered. What was signed of a number under which nothing stood yet counts only of
 * who still belonged when it began: ids of what will come can be known beforehand, and nobody destroys it once they are gone.
 */
export async function judgeErasure(
  unlocked: Unlocked,
  space: SpaceId,
  { id, of, by, entry }: Erasure,
): Promise<Judged> {
  const { engine } = unlocked;
  if (isRefused(engine, space, id)) return 'refused';
  const standing = await standingGeneration(unlocked, space, of);
  if (standing === null) return 'not-here';
  const position = placeOf(engine, entry);
  if (position === null && by !== unlocked.account.id) return 'later';
  if (shareRow(engine, space, of) !== null) return 'refused';
  const behind = position === null ? null : await generationBehind(unlocked, space, of, position);
  if (position !== null && behind === null && !(await wasThereWhenItBegan(unlocked, space, of, by)))
    return 'refused';
  const readers = readersOf((behind ?? standing).header);
  if (readers?.includes(by) === false) return 'refused';
  // A closing that waits here to be sent, or that a restored log does not have again yet, counts too.
  const due = await dueReaders(unlocked, space, of, standing);
  return due?.readers?.includes(by) === false ? 'refused' : 'destroy';
}

async function wasThereWhenItBegan(
  unlocked: Unlocked,
  space: SpaceId,
  of: DossierId,
  by: AccountId,
): Promise<boolean> {
  const membership = unlocked.rings.get(space)?.membership;
  const first = await firstGeneration(unlocked, space, of);
  const seq = first === null ? null : (membership?.seqOf(first.header.view.charter) ?? null);
  return seq !== null && membership?.belonged(by, seq) === true;
}

/** Where the entry that says so was read in the log; null where it was not yet. */
export function placeOf(engine: Engine, entry: EntryId): number | null {
  return (
    engine.get<{ position: number }>('select position from entry where id = ? and echoed = 1', entry)
      ?.position ?? null
  );
}

export function isRefused(engine: Engine, space: SpaceId, erasure: string): boolean {
  return engine.get('select 1 from erasure_refused where space = ? and erasure = ?', space, erasure) !== null;
}

/** It was judged, and stays so in whatever order a restored log brings it again. */
export function noteRefused(engine: Engine, space: SpaceId, erasure: string): void {
  engine.run('insert or ignore into erasure_refused(space, erasure) values(?, ?)', space, erasure);
}

/** There is nothing to destroy: that is said. */
export function noteNotHere(
  engine: Engine,
  space: SpaceId,
  { of, id: erasure, parts }: Pick<Erasure, 'of' | 'id' | 'parts'>,
): void {
  if (parts.length > 0)
    engine.run(
      "insert or ignore into erased_part(space, erasure, dossier, parts, blobs, had) values(?, ?, ?, ?, '[]', 0)",
      space,
      erasure,
      of,
      JSON.stringify(parts),
    );
  else
    engine.run(
      'insert or ignore into erased(space, dossier, erasure, had) values(?, ?, ?, 0)',
      space,
      of,
      erasure,
    );
}
