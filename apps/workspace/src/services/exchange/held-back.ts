import type { HeldBack } from '@dayaq/domain/hsds';

export interface HeldBackGroup {
  kind: string;
  /** Empty where the whole record stayed. */
  field: string;
  why: HeldBack['why'];
  count: number;
}

/** What stayed, told by kind and field instead of line by line; the most frequent first. */
export function groupHeldBack(held: readonly HeldBack[]): HeldBackGroup[] {
  const groups = new Map<string, HeldBackGroup>();
  for (const { kind, field, why } of held) {
    const key = `${kind} ${field} ${why}`;
    const group = groups.get(key) ?? { kind, field, why, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
}
