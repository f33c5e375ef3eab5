import { KINDS, type Kind } from '@dayaq/domain';
import type { ListSearch } from '../../list/pages.ts';

const CASE: Kind = KINDS.case;
const OWN = (CASE.card?.facets ?? []).map(({ name }) => name);

/** The statuses of a case that somebody still has to do something about. */
export const OPEN_STATUSES: readonly string[] = ['new', 'in-progress', 'waiting'];

/** The filters that people are offered, in the order of the dialog: what the kind says, and what every kind has. */
export const FILTERS: readonly string[] = [
  ...OWN.slice(0, 1),
  'danger',
  ...OWN.slice(1),
  'silent',
  'restricted',
  'conflict',
];

export type Filters = ListSearch['filters'];

export const EVERY_CASE: ListSearch = { text: '', filters: {}, sort: 'updated', descending: true };

/** Open cases in which nothing is due, those that have been so for longest first. */
export const SILENT_CASES: ListSearch = {
  text: '',
  filters: { silent: ['yes'] },
  sort: 'updated',
  descending: false,
};

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
export function chosen(filters: Filters): { name: string; code: string }[] {
  const order = (name: string) => {
    const at = FILTERS.findIndex((filter) => filter === name);
    return at < 0 ? FILTERS.length : at;
  };
  return Object.entries(filters)
    .sort(([a], [b]) => order(a) - order(b))
    .flatMap(([name, codes]) => codes.map((code) => ({ name, code })));
}

/** Whether two searches would give the same list, whatever the order in which filters were chosen. */
export function sameSearch(a: ListSearch, b: ListSearch): boolean {
  const names = new Set([...Object.keys(a.filters), ...Object.keys(b.filters)]);
  return (
    a.text.trim() === b.text.trim() &&
    a.sort === b.sort &&
    a.descending === b.descending &&
    [...names].every((name) => isExactly(a.filters, name, b.filters[name] ?? []))
  );
}
