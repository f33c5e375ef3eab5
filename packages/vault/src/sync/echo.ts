import type { LogItem } from '@dayaq/protocol';
import { type DossierId, type EntryId, equalBytes, idText, type SpaceId } from '@dayaq/sealing';
import { cipherOf } from '../space/generations.ts';
import { noteTaken } from '../space/taken-numbers.ts';
import type { Unlocked } from '../unlocked.ts';

type EntryItem = Extract<LogItem, { t: 'entry' }>;

/** What an item of a space's log is to an entry that is kept here. */
export interface Echo {
  readonly id: EntryId;
  readonly dossier: DossierId;
  readonly position: number;
  readonly generation: number;
  /**
   * - `same`: it is that entry, come back: the server has it, there.
   * - `sealed`: its generation is known and its key is still to come; until then nobody can say.
   * - `taken`: something else bears the number, which can stand for the entry no more in this generation.
   * - `useless`: it stands under a generation that is of no use to anybody, or that is not there.
   */
  readonly as: 'same' | 'sealed' | 'taken' | 'useless';
}

/**
 * Whether an item is an entry of this space and dossier that is kept here. A number says nothing: a server, a colleague or
 * another organisation may put anything under it. So what is sealed is opened and held against the bytes that are here.
 * Null: no entry of that number is kept in that dossier.
 */
export async function echoOf(unlocked: Unlocked, space: SpaceId, item: EntryItem): Promise<Echo | null> {
  const id = idText<EntryId>(item.id);
  const dossier = idText<DossierId>(item.dossier);
  const { g: generation, p: position, sealed } = item;
  const kept = unlocked.engine.get<{ bytes: Uint8Array }>(
    'select bytes from entry where id = ? and space = ? and dossier = ?',
    id,
    space,
    dossier,
  );
  if (kept === null) return null;
  const echo = { id, dossier, position, generation };
  const cipher = await cipherOf(unlocked, space, dossier, generation);
  if (cipher === null) return { ...echo, as: isToCome(unlocked, space, echo) ? 'sealed' : 'useless' };
  const opened = await cipher.open({ space, dossier, generation, entry: id }, sealed);
  const isSame = opened.ok && equalBytes(opened.value, kept.bytes);
  return { ...echo, as: isSame ? 'same' : 'taken' };
}

/** SQL: a row's generation stands here, and its key is still to come. */
export const isSealed = (
  row: string,
): string => `exists(select 1 from generation g where g.space = ${row}.space
  and g.dossier = ${row}.dossier and g.generation = ${row}.generation and g.key is null and g.void = 0)`;

function isToCome({ engine }: Unlocked, space: SpaceId, { dossier, generation }: Omit<Echo, 'as'>): boolean {
  const found = engine.get(
    `select 1 from (select ? as space, ? as dossier, ? as generation) item where ${isSealed('item')}`,
    space,
    dossier,
    generation,
  );
  return found !== null;
}

/**
 * Notes what was found of entries that are kept here, for the transaction in which the page is kept. What is not the same
 * was not sent as far as this device knows: once the log has gone past it, it is sent again.
 */
export function noteEchoes(unlocked: Unlocked, space: SpaceId, echoes: readonly Echo[]): void {
  // Sent twice, under two generations, it stands where it came first.
  for (const echo of [...echoes].sort((a, b) => a.position - b.position)) {
    if (echo.as === 'same' || echo.as === 'sealed') notePlace(unlocked, echo);
    else unlocked.refused++;
    if (echo.as === 'taken') noteTaken(unlocked, space, echo.dossier, echo.generation);
  }
}

function notePlace(unlocked: Unlocked, { id, position, generation, as }: Echo): void {
  if (unlocked.engine.get('select 1 from entry where id = ? and echoed = 0', id) === null) return;
  unlocked.merged.place(unlocked, id, position, () =>
    unlocked.engine.run(
      'update entry set position = ?, generation = ?, echoed = ? where id = ?',
      position,
      generation,
      as === 'same' ? 1 : 0,
      id,
    ),
  );
}
