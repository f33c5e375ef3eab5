import type { Id } from '@dayaq/vault/client';
import { useRef } from 'preact/hooks';
import { type CostGroups, costGroups, type CostLine } from './cost-lines.ts';

const GROUPS = ['waiting', 'toPay', 'noReceipt'] as const satisfies readonly (keyof CostGroups)[];

/** Where each cost was first seen while the page is open, in that order. */
export type Places = Map<Id, keyof CostGroups>;

/**
 * The groups with every cost where it was first seen: whatever is decided, here or by somebody else, stays in its place
 * until the page is left, and what is new stands behind. So no button slides under a finger.
 * @param places is added to
 */
export function inPlace(places: Places, lines: readonly CostLine[]): CostGroups {
  const now = costGroups(lines);
  for (const group of GROUPS) for (const { id } of now[group]) if (!places.has(id)) places.set(id, group);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const shown: CostGroups = { waiting: [], toPay: [], noReceipt: [] };
  for (const [id, group] of places) {
    const line = byId.get(id);
    if (line !== undefined) shown[group].push(line);
  }
  return shown;
}

export function useInPlace(lines: readonly CostLine[]): CostGroups {
  const places = useRef<Places>(new Map());
  return inPlace(places.current, lines);
}
