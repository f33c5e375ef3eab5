import { type Saw, sawAll, tellingOf } from './order.ts';
import type { PlainRecord } from './plain-record.ts';
import { FOLLOWERS } from './task-rules/index.ts';

/** So many records of a kind are asked whether their author knew of another, those that came last. */
const MOST_FOLLOWERS = 200;

/**
 * Marks of what rules ask about once (a new assessment after an act) by which kinds of record it was followed: of a record that
 * was written by who did not know of it, whatever the clocks say, it was not.
 * @param records of one dossier, each after those that its author had seen
 */
export function withFollowers(records: readonly PlainRecord[], saw: Saw): PlainRecord[] {
  const byKind = new Map<string, PlainRecord[]>();
  for (const kind of new Set([...FOLLOWERS.values()].flatMap((kinds) => [...kinds])))
    byKind.set(
      kind,
      records.filter((record) => record.kind === kind && !record.deleted).slice(-MOST_FOLLOWERS),
    );
  return records.map((record) => {
    const kinds = record.deleted ? undefined : FOLLOWERS.get(record.kind);
    if (kinds === undefined) return record;
    const told = tellingOf(record);
    const followedBy = [...kinds].filter((kind) =>
      byKind.get(kind)?.some((other) => other.id !== record.id && sawAll(saw, other.created, told)),
    );
    return followedBy.length === 0 ? record : { ...record, followedBy };
  });
}
