import { areaOf, type DistrictReach, type ServiceEntry } from '@dayaq/domain';
import { compareText, type Language } from '@dayaq/locale';
import { type Step, stepOf } from './reach-steps.ts';

/** A district in the table and on the map. */
export interface ReachRow {
  area: string;
  name: string;
  /** The region's name; empty for the capital. */
  region: string;
  km: number | null;
  /** It is as the crow flies alone: no road within the country leads there. */
  noRoad: boolean;
  step: Step;
  /** The nearest service that would let the person in, and the name of the area where it is. */
  nearest: { service: ServiceEntry; place: string; mustAsk: boolean } | null;
}

/** @param nameOf an area's name in the reader's language */
export function reachRows(
  reach: readonly DistrictReach[],
  byService: ReadonlyMap<string, ServiceEntry>,
  nameOf: (area: string) => string,
): ReachRow[] {
  return reach.map(({ area, nearest }) => {
    const parent = areaOf(area)?.parent ?? '';
    const service = nearest === null ? undefined : byService.get(nearest.service);
    return {
      area,
      name: nameOf(area),
      region: areaOf(parent) === undefined ? '' : nameOf(parent),
      km: nearest?.km ?? null,
      noRoad: nearest?.road === false,
      step: stepOf(nearest?.km ?? null),
      nearest:
        nearest === null || service === undefined
          ? null
          : { service, place: nameOf(nearest.area), mustAsk: nearest.tier === 'ask-first' },
    };
  });
}

export type Column = 'name' | 'km' | 'nearest';
export interface Sorting {
  by: Column;
  isDown: boolean;
}

/** Rows in the order of a column, then by name. "Nowhere" is farther than any distance. */
export function sortRows(rows: readonly ReachRow[], { by, isDown }: Sorting, language: Language): ReachRow[] {
  const compare = compareText(language);
  const byColumn = (a: ReachRow, b: ReachRow): number => {
    if (by === 'km') return far(a) === far(b) ? 0 : far(a) - far(b);
    if (by === 'name') return compare(a.name, b.name);
    return compare(a.nearest?.service.name ?? '', b.nearest?.service.name ?? '');
  };
  const side = isDown ? -1 : 1;
  return [...rows].sort((a, b) => side * byColumn(a, b) || compare(a.name, b.name));
}

const far = ({ km }: ReachRow): number => km ?? Number.POSITIVE_INFINITY;

export interface ReachSummary {
  /** Districts in which there is one. */
  here: number;
  all: number;
  nowhere: number;
  /** The district with the longest way, where there is a way. */
  farthest: ReachRow | null;
  /** Districts from which it is farther, or nowhere, than for somebody about whom nothing speaks against them. */
  fartherThanForAnybody: number;
}

/** @param anybody what the same need looks like for a person in general */
export function summarise(rows: readonly ReachRow[], anybody: readonly DistrictReach[]): ReachSummary {
  const general = new Map(
    anybody.map(({ area, nearest }) => [area, nearest?.km ?? Number.POSITIVE_INFINITY]),
  );
  let farthest: ReachRow | null = null;
  for (const row of rows) if (row.km !== null && row.km > (farthest?.km ?? 0)) farthest = row;
  return {
    here: rows.filter(({ step }) => step === 'here').length,
    all: rows.length,
    nowhere: rows.filter(({ step }) => step === 'nowhere').length,
    farthest,
    fartherThanForAnybody: rows.filter(
      (row) => far(row) > (general.get(row.area) ?? Number.POSITIVE_INFINITY),
    ).length,
  };
}
