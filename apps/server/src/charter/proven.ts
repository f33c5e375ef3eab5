import { type AccountId, type CharterState, idText } from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import type { Parts } from '../parts.ts';
import { type Refused, refuse } from '../refused.ts';
import type { Schema } from '../storage/schema.ts';
import { refuseByServer } from './append.ts';
import { type Act, isUnsettled } from './untold.ts';

/** Acts that are taught to a restored server, and the charter before each. */
export interface Lesson {
  space: Uint8Array;
  /** Who teaches. */
  account: Uint8Array;
  acts: readonly Act[];
  before: readonly CharterState[];
}

/** Joining and leaving need nobody's right: that it was done before the restore, and when, is its author's word alone. */
const isOwnWord = ({ entry: { act, author } }: Act): boolean =>
  act.type === 'join' || (act.type === 'remove' && act.account === author);

const belongs = (state: CharterState, account: AccountId): boolean =>
  state.members.get(account)?.removedSeq === null;

const holdsKeys = (state: CharterState, account: AccountId): boolean =>
  belongs(state, account) && state.members.get(account)?.keyholder === true;

/**
 * How many of these acts are taken, from the first on, and why the next one is not. What somebody did who holds the keys
 * needed their right and bears their signature. A join or a leaving stood before the restore
 * - if one who held the keys before it signed an act that follows it, since acts are a chain;
 * - if one who holds the keys teaches it, of somebody else;
 * - a join also if any other member teaches it while its invitation is open.
 * Else it is taken like one that is made now: never before somebody came who holds the keys and may know better, and a
 * join only while its invitation is open. Nobody teaches that they left: it may be to undo that they were removed.
 */
export async function provenOf(
  tx: Transaction<Schema>,
  parts: Parts,
  lesson: Lesson,
): Promise<{ count: number; refused: Refused | null }> {
  const { acts } = lesson;
  let count = acts.length;
  let refused: Refused | null = null;
  for (let i = acts.length - 1; i >= 0; i--) {
    if (!isOwnWord(acts[i] as Act) || isBuiltUpon(lesson, i, count)) continue;
    const why = await refuseOwnWord(tx, parts, lesson, i);
    if (why === null) continue;
    refused = why;
    count = i;
  }
  return { count, refused };
}

function isBuiltUpon({ acts, before }: Lesson, i: number, end: number): boolean {
  const own = acts[i] as Act;
  return acts
    .slice(i + 1, end)
    .some(
      ({ entry: { author } }) => author !== own.entry.author && holdsKeys(before[i] as CharterState, author),
    );
}

async function refuseOwnWord(
  tx: Transaction<Schema>,
  parts: Parts,
  { space, account, acts, before }: Lesson,
  i: number,
): Promise<Refused | null> {
  const act = acts[i] as Act;
  const teacher = idText<AccountId>(account);
  const [known] = before as [CharterState];
  const isOfTeacher = act.entry.author === teacher;
  if (!isOfTeacher && holdsKeys(known, teacher)) return null;
  const isLeaving = act.entry.act.type === 'remove';
  const isVouchedFor = !isOfTeacher && !isLeaving && belongs(known, teacher);
  if (!isVouchedFor && (await isUnsettled(tx, space))) return refuse('team-unsettled');
  if (isOfTeacher && isLeaving) return refuse('not-allowed');
  return refuseByServer(tx, before[i] as CharterState, act, parts.clock());
}
