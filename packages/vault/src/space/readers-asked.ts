import {
  type AccountId,
  type DossierId,
  equalBytes,
  fromBase64url,
  type GenerationHeader,
  readGeneration,
  type SpaceId,
  toBase64url,
  unwrap,
} from '@dayaq/sealing';
import type { Engine } from '../database/engine.ts';
import type { OpenDevice } from '../open-device.ts';
import type { KnownGeneration } from './known-generation.ts';

/** Who may open a dossier by a generation: null for every member. */
export function readersOf(header: GenerationHeader): AccountId[] | null {
  if (!header.restricted) return null;
  return header.grants.flatMap((grant) => (grant.to === 'account' ? [grant.account] : []));
}

/** Headers of a dossier that are remembered as seen, the newest first. */
const MOST_SEEN = 256;

/** Hashes of the generation headers of a dossier that were known here when something was asked of the next one, the newest first. */
export type Seen = readonly string[];

/** A row of the table `restriction`: who a dossier's next generation is to be for, by what was known then. */
export interface AskedReaders {
  /** Null for every member. */
  readers: AccountId[] | null;
  /** The same as it stands in its row. */
  text: string;
  seen: Seen;
  /** Nobody asked: this header said so, in a log that is read again. */
  stood: Uint8Array | null;
}

interface Row extends Record<string, null | number | string | Uint8Array> {
  dossier: DossierId;
  readers: string;
  seen: string;
  stood: Uint8Array | null;
}

const readRow = ({ readers, seen, stood }: Row): AskedReaders => ({
  readers: readers === 'all' ? null : (JSON.parse(readers) as AccountId[]),
  text: readers,
  seen: JSON.parse(seen) as Seen,
  stood,
});

export const readersText = (readers: readonly string[] | null): string =>
  readers === null ? 'all' : JSON.stringify(readers);

export function askedReaders(engine: Engine, space: SpaceId, dossier: DossierId): AskedReaders | null {
  const row = engine.get<Row>(
    'select dossier, readers, seen, stood from restriction where space = ? and dossier = ?',
    space,
    dossier,
  );
  return row === null ? null : readRow(row);
}

export function allAsked(engine: Engine, space: SpaceId): (AskedReaders & { dossier: DossierId })[] {
  return engine
    .all<Row>('select dossier, readers, seen, stood from restriction where space = ?', space)
    .map((row) => ({ dossier: row.dossier, ...readRow(row) }));
}

async function headersOf(engine: Engine, space: SpaceId, dossier: DossierId): Promise<GenerationHeader[]> {
  const rows = engine.all<{ header: Uint8Array }>(
    `select header from generation where space = ? and dossier = ? and void = 0
      order by generation desc limit ${MOST_SEEN}`,
    space,
    dossier,
  );
  const read = await Promise.all(rows.map(({ header }) => readGeneration(header)));
  return read.flatMap((each) => (each.ok ? [each.value] : []));
}

/** Today's members who could read a dossier by an earlier generation and are not among these readers: somebody left them out. */
export async function leftOut(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  readers: readonly AccountId[],
): Promise<AccountId[]> {
  const members = unlocked.rings.get(space)?.members.map(({ account }) => account) ?? [];
  const before = (await headersOf(unlocked.engine, space, dossier)).map(readersOf);
  return members.filter(
    (account) => !readers.includes(account) && before.some((each) => each?.includes(account) !== false),
  );
}

/** What is known here now of a dossier's generations, and what was `before`. */
export async function seenNow(
  { engine }: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  before: Seen = [],
): Promise<Seen> {
  const headers = await headersOf(engine, space, dossier);
  return [...new Set([...headers.map(({ hash }) => toBase64url(hash)), ...before])].slice(0, MOST_SEEN);
}

/** What becomes of readers that were asked for, by what stands now. */
export type Verdict =
  /** They are who reads, or were; or whoever wrote what stands knew of them and has decided since. */
  | { is: 'done' }
  /** Somebody decided otherwise meanwhile, and all that is left of it would let in more: a person has to look. */
  | { is: 'moved' }
  /** A generation for these. `isWhole`: they are all that was asked for. */
  | { is: 'due'; readers: AccountId[] | null; isWhole: boolean; restates: readonly Uint8Array[] };

/**
 * Whoever asks decides about the generations that they had seen, and about no other. Where somebody has decided otherwise
 * meanwhile, in any life of the log, only those read on whom both let read: a list that was made yesterday opens nothing that
 * was closed today.
 */
export async function judgeAsked(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  asked: AskedReaders,
  standing: GenerationHeader | null,
): Promise<Verdict> {
  const members = new Set(unlocked.rings.get(space)?.members.map(({ account }) => account));
  const present = (readers: readonly AccountId[] | null): AccountId[] | null =>
    readers?.filter((account) => members.has(account)) ?? null;
  const wanted = present(asked.readers);
  const restates = asked.stood === null ? [] : asked.seen.map((hash) => unwrap(fromBase64url(hash)));
  const whole: Verdict = { is: 'due', readers: wanted, isWhole: true, restates };
  if (standing === null) return whole;
  const now = present(readersOf(standing));
  const headers = await headersOf(unlocked.engine, space, dossier);
  if (await isSaid(unlocked, asked, headers, wanted, present)) return { is: 'done' };
  const isSame = sameReaders(wanted, now);
  if (isSame && asked.stood !== null) return { is: 'done' };
  if (isCovered(asked.seen, standing)) return whole;
  const both = wanted === null ? now : wanted.filter((account) => now?.includes(account) !== false);
  if (sameReaders(both, now)) return { is: isSame || asked.stood !== null ? 'done' : 'moved' };
  if (sameReaders(both, wanted)) return whole;
  return { is: 'due', readers: both, isWhole: asked.stood !== null, restates: [] };
}

/** Whether who asked knew of a header, or of all that it says again. */
function isCovered(seen: Seen, { hash, restates }: GenerationHeader): boolean {
  const isKnown = (each: Uint8Array): boolean => seen.includes(toBase64url(each));
  return isKnown(hash) || (restates.length > 0 && restates.every(isKnown));
}

/** Whether what was asked for has been carried out, or stands in the log, or was known to one of its readers who has said more since. */
async function isSaid(
  unlocked: OpenDevice,
  { stood, seen, readers }: AskedReaders,
  headers: readonly GenerationHeader[],
  wanted: readonly AccountId[] | null,
  present: (readers: readonly AccountId[] | null) => AccountId[] | null,
): Promise<boolean> {
  if (stood === null) {
    // By this person, from here before a crash or from another device.
    const own = headers.filter(({ author }) => author === unlocked.account.id);
    return own.some(
      (header) => !seen.includes(toBase64url(header.hash)) && sameReaders(present(readersOf(header)), wanted),
    );
  }
  const before = await readGeneration(stood);
  if (!before.ok) return true;
  const { hash } = before.value;
  const isOlder = ({ restates: [, ...older] }: GenerationHeader): boolean =>
    older.some((each) => equalBytes(each, hash));
  return headers.some(
    (header) =>
      equalBytes(header.hash, hash) || (isOlder(header) && readers?.includes(header.author) !== false),
  );
}

function sameReaders(a: readonly AccountId[] | null, b: readonly AccountId[] | null): boolean {
  if (a === null || b === null) return a === b;
  const named = new Set(b);
  return a.length === b.length && a.every((account) => named.has(account));
}

/** The readers that are to be carried out now; null where nobody asked, or nothing is to be done about it. */
export async function dueReaders(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  standing: KnownGeneration | null,
): Promise<(Extract<Verdict, { is: 'due' }> & { asked: AskedReaders }) | null> {
  const asked = askedReaders(unlocked.engine, space, dossier);
  if (asked === null) return null;
  const verdict = await judgeAsked(unlocked, space, dossier, asked, standing?.header ?? null);
  return verdict.is === 'due' ? { ...verdict, asked } : null;
}

/** Who the next generation is for: those who were asked for, or who read now. Null for every member. */
export async function wantedReaders(
  unlocked: OpenDevice,
  space: SpaceId,
  dossier: DossierId,
  standing: KnownGeneration | null,
): Promise<AccountId[] | null> {
  const due = await dueReaders(unlocked, space, dossier, standing);
  if (due !== null) return due.readers;
  return standing === null ? null : readersOf(standing.header);
}
