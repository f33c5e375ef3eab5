import {
  type AnswerAtDoor,
  ANSWERS_AT_DOOR,
  areaOf,
  type DistrictReach,
  isNearer,
  type ServiceEntry,
  type Way,
} from '@dayaq/domain';
import { compareText, type Language } from '@dayaq/locale';
import { type Step, stepOf } from './reach-steps.ts';

/** A service on the way from a district, and the name of the area where it is. */
export interface Found {
  service: ServiceEntry;
  place: string;
  km: number;
  /** It is as the crow flies alone: no road within the country leads there. */
  noRoad: boolean;
}

/** A district in the table and on the map. */
export interface ReachRow {
  area: string;
  name: string;
  /** The region's name; empty for the capital. */
  region: string;
  step: Step;
  /** The nearest that lets the person in. */
  admits: Found | null;
  /** The nearest that must be asked first, where it is nearer than any that lets them in. */
  'asks-first': Found | null;
  /** The nearest that turns them away, where it is nearer than both. */
  refuses: Found | null;
}

/** @param nameOf an area's name in the reader's language */
export function reachRows(
  reach: readonly DistrictReach[],
  byService: ReadonlyMap<string, ServiceEntry>,
  nameOf: (area: string) => string,
): ReachRow[] {
  const found = (way: Way | null): Found | null => {
    const service = way === null ? undefined : byService.get(way.service);
    if (way === null || service === undefined) return null;
    return { service, place: nameOf(way.area), km: way.km, noRoad: !way.road };
  };
  return reach.map((district) => {
    const { area } = district;
    const parent = areaOf(area)?.parent ?? '';
    let before: Way | null = null;
    const rows: Record<AnswerAtDoor, Found | null> = { admits: null, 'asks-first': null, refuses: null };
    for (const answer of ANSWERS_AT_DOOR) {
      const way = district[answer];
      if (way === null || !isNearer(way, before)) continue;
      rows[answer] = found(way);
      before = way;
    }
    return {
      area,
      name: nameOf(area),
      region: areaOf(parent) === undefined ? '' : nameOf(parent),
      step:
        rows.admits === null && rows['asks-first'] !== null ? 'asks-first' : stepOf(rows.admits?.km ?? null),
      ...rows,
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
    if (by === 'km') return far(a) === far(b) ? asks(a) - asks(b) : far(a) - far(b);
    if (by === 'name') return compare(a.name, b.name);
    return compare(a.admits?.service.name ?? '', b.admits?.service.name ?? '');
  };
  const side = isDown ? -1 : 1;
  return [...rows].sort((a, b) => side * byColumn(a, b) || compare(a.name, b.name));
}

const far = ({ admits }: ReachRow): number => admits?.km ?? Number.POSITIVE_INFINITY;
/** Where one can ask, there is more than nothing. */
const asks = (row: ReachRow): number => (row['asks-first'] === null ? 1 : 0);

export interface ReachSummary {
  all: number;
  /** Districts in which there is one that lets the person in. */
  admits: number;
  /** Districts in which there is none of these, and one that must be asked first. */
  asksFirst: number;
  /** Districts in which there are only such as turn the person away. */
  refuses: number;
  /** Districts from which none in the country lets the person in, and one can be asked. */
  onlyToAsk: number;
  nowhere: number;
  /** The district with the longest way to one that lets the person in, where there is a way. */
  farthest: { name: string; km: number } | null;
  /** Districts from which it is farther, or nowhere, than for somebody about whom nothing speaks against them. */
  fartherThanForAnybody: number;
}

/** @param anybody what the same need looks like for a person in general */
export function summarise(rows: readonly ReachRow[], anybody: readonly DistrictReach[]): ReachSummary {
  const general = new Map(anybody.map(({ area, admits }) => [area, admits?.km ?? Number.POSITIVE_INFINITY]));
  let farthest: ReachSummary['farthest'] = null;
  for (const { name, admits } of rows)
    if (admits !== null && admits.km > (farthest?.km ?? 0)) farthest = { name, km: admits.km };
  const count = (is: (row: ReachRow) => boolean): number => rows.filter(is).length;
  const isHere = (found: Found | null): boolean => found?.km === 0;
  return {
    all: rows.length,
    admits: count((row) => isHere(row.admits)),
    asksFirst: count((row) => isHere(row['asks-first'])),
    refuses: count((row) => isHere(row.refuses)),
    onlyToAsk: count(({ step }) => step === 'asks-first'),
    nowhere: count(({ step }) => step === 'nowhere'),
    farthest,
    fartherThanForAnybody: count((row) => far(row) > (general.get(row.area) ?? Number.POSITIVE_INFINITY)),
  };
}
