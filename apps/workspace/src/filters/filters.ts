import { BUILT_IN_FACETS, rootKindOf } from '@dayaq/domain';
import type { ListSearch } from '../list/pages.ts';

export type Filters = ListSearch['filters'];

/**
 * The filters that people are offered of a kind, in the order of the dialog: what the kind says, and what every kind has; how
 * dangerous something stands, where its rules say so, comes second.
 */
export function filtersOf(kind: string): readonly string[] {
  const card = rootKindOf(kind)?.card;
  const own = (card?.facets ?? []).map(({ name }) => name);
  const rules = card?.rules ?? [];
  const hasDanger = rules.includes('danger');
  const built = BUILT_IN_FACETS.filter(
    (name) =>
      name !== 'danger' &&
      (name !== 'silent' || rules.includes(name)) &&
      (name !== 'hours' || rules.includes('tasks')),
  ).toReversed();
  return [...own.slice(0, 1), ...(hasDanger ? ['danger'] : []), ...own.slice(1), ...built];
}

/** Adds or takes away one code of a filter; a filter without codes is dropped. */
export function withCode(filters: Filters, name: string, code: string, on: boolean): Filters {
  const codes = (filters[name] ?? []).filter((c) => c !== code);
  return withCodes(filters, name, on ? [...codes, code] : codes);
}

/** Replaces the codes of a filter. */
export function withCodes(filters: Filters, name: string, codes: readonly string[]): Filters {
  const { [name]: _, ...others } = filters;
  return codes.length === 0 ? others : { ...others, [name]: [...codes] };
}

export function hasCode(filters: Filters, name: string, code: string): boolean {
  return filters[name]?.includes(code) ?? false;
}

/** Whether the filter is exactly these codes, in any order. */
export function isExactly(filters: Filters, name: string, codes: readonly string[]): boolean {
  const held = filters[name] ?? [];
  return held.length === codes.length && codes.every((code) => held.includes(code));
}

/** Every chosen code, in the order of the dialog: what stands as a removable chip. */
export function chosen(kind: string, filters: Filters): { name: string; code: string }[] {
  const offered = filtersOf(kind);
  const order = (name: string) => {
    const at = offered.indexOf(name);
    return at < 0 ? offered.length : at;
  };
  return Object.entries(filters)
    .sort(([a], [b]) => order(a) - order(b))
    .flatMap(([name, codes]) => codes.map((code) => ({ name, code })));
}
