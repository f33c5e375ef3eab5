import { type AccountId, type LogPlace, type SpaceId, toBase64url } from '@dayaq/sealing';
import type { DisputeView } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import type { Unlocked } from '../unlocked.ts';
import { placeText } from './chain.ts';

/**
 * Entries and generations that are kept of one author: one is enough as a proof, and anybody can sign any number of them.
 * Counted for each author, so that nobody's inventions leave no room for a proof against another. Only members are
 * authors here. What stands once in a charter, for a life of a log or for a giver of keys is kept in any case.
 */
const MOST_EACH = 20;

/**
 * - `entry`, `generation`: something that a member signed names another history than this device was shown. Either the
 *   server shows the two of them different things, or the author's device says what is not so.
 * - `act`: the charter itself holds an act whose author had been shown another history; an honest server takes none.
 * - `log`: the server's log is not the one that it showed here before.
 * - `number`: somebody began a dossier again that a restore had lost, without those who could read it.
 * - `key`: who let this account in had seen another history.
 */
export type DisputeKind = DisputeView['what'];

export interface Dispute {
  readonly space: SpaceId;
  /** The same thing is noted once. */
  readonly id: string;
  readonly what: DisputeKind;
  /** Who signed it; empty where nobody did. */
  readonly author: AccountId | '';
  readonly claim: LogPlace | null;
  readonly own: LogPlace;
  /** What was signed, as it came. */
  readonly bytes: Uint8Array;
}

/** Keeps a proof that histories differ, and tells the pages. Answers whether it is a new one. */
export function noteDispute(unlocked: Unlocked, dispute: Dispute): boolean {
  const { engine, around } = unlocked;
  const { space, id, what, author, claim, own, bytes } = dispute;
  if (isOneOfMany(what) && keptOf(engine, space, author) >= MOST_EACH) return false;
  const added = engine.run(
    'insert or ignore into dispute(space, id, what, author, claim, own, noticed, bytes) values(?, ?, ?, ?, ?, ?, ?, ?)',
    space,
    id,
    what,
    author,
    claim === null ? '' : placeText(claim),
    placeText(own),
    around.now(),
    bytes,
  );
  if (added > 0) unlocked.changed([], ['dispute']);
  return added > 0;
}

const isOneOfMany = (what: DisputeKind): boolean => what === 'entry' || what === 'generation';

function keptOf(engine: Engine, space: SpaceId, author: Dispute['author']): number {
  const kept = engine.get<{ n: number }>(
    "select count(*) as n from dispute where space = ? and author = ? and what in ('entry', 'generation')",
    space,
    author,
  );
  return kept?.n ?? 0;
}

interface Row extends Record<string, null | number | string | Uint8Array> {
  id: string;
  what: DisputeKind;
  author: string;
  claim: string;
  own: string;
  noticed: number;
  bytes: Uint8Array;
}

/** The proofs that this device keeps for a space, newest first. */
export function disputesOf(unlocked: Unlocked, space: SpaceId): DisputeView[] {
  return unlocked.engine
    .all<Row>(
      'select id, what, author, claim, own, noticed, bytes from dispute where space = ? order by noticed desc, id',
      space,
    )
    .map(({ bytes, ...row }) => ({ ...row, proof: toBase64url(bytes) }));
}

export function disputeCount(unlocked: Unlocked, space: SpaceId): number {
  return (
    unlocked.engine.get<{ n: number }>('select count(*) as n from dispute where space = ?', space)?.n ?? 0
  );
}
