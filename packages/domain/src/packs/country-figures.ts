import { fuzzyRange, isFuzzyDate } from '../fuzzy-date.ts';
import type { FuzzyDate } from '../kind.ts';

export type FigureKind =
  | 'population'
  | 'women'
  /** Mean number of children of a mother who comes to a shelter, for want of better the country's birth rate. */
  | 'children-per-mother'
  | 'shelter-places'
  | 'reported-crimes-a-year'
  /** By road, from where it is farthest. */
  | 'way-to-shelter-km'
  /** The longest time at a stretch in which no forensic examination could be had. */
  | 'forensic-closed-days';

/** A number that somebody published or that we rounded, with what it takes to doubt it. */
export interface CountryFigure {
  /** Of the pack, or the id of the record that holds it. */
  key: string;
  what: FigureKind;
  value: number;
  /** Code of the list `capacity-units` for places; else what the value counts. */
  unit: string;
  date: FuzzyDate;
  /** Code of the list `figure-sources`; empty where `said` tells. */
  source: string;
  /** The source in the words of whoever wrote it down; empty for a pack's figure. */
  said: string;
  /** Rounded or remembered, so no more digits than it shows are meant. */
  approximate: boolean;
  /** What stood in its place before, the newest first. */
  before: readonly CountryFigure[];
}

/** What each figure counts, where it is not said with it. */
const UNITS: Readonly<Record<FigureKind, string>> = {
  population: 'persons',
  women: 'persons',
  'children-per-mother': 'children',
  'shelter-places': 'unknown',
  'reported-crimes-a-year': 'crimes',
  'way-to-shelter-km': 'km',
  'forensic-closed-days': 'days',
};
export const isFigureKind = (what: unknown): what is FigureKind =>
  typeof what === 'string' && Object.hasOwn(UNITS, what);

type Packed = readonly [what: FigureKind, value: number, day: string, source: string];

/**
 * The first version of a country's figures. Where two disagree, both stay. Those marked `general-knowledge` are rounded and
 * were not looked up: an organisation puts its statistics office's in their place (`COUNTRY_FIGURE`). None is exact.
 */
const PACKED: Readonly<Record<string, readonly Packed[]>> = {
  az: [
    ['population', 10_000_000, '2023', 'coalition-statement'],
    ['population', 10_200_000, '2024', 'general-knowledge'],
    ['women', 5_100_000, '2024', 'general-knowledge'],
    ['children-per-mother', 1.7, '2022', 'general-knowledge'],
    // "Only 175 survivors can be sheltered at one time": the statement does not say whether children count.
    ['shelter-places', 175, '2023', 'coalition-statement'],
    ['reported-crimes-a-year', 1300, '2023', 'coalition-statement'],
    // "Survivors sometimes have to travel around 300 km to reach a shelter."
    ['way-to-shelter-km', 300, '2023', 'coalition-statement'],
    // "Spring holidays which can last for up to 9 days".
    ['forensic-closed-days', 9, '2023', 'coalition-statement'],
  ],
  tj: [
    ['population', 10_400_000, '2024', 'general-knowledge'],
    ['women', 5_100_000, '2024', 'general-knowledge'],
    ['children-per-mother', 3.1, '2022', 'general-knowledge'],
  ],
};

/** Every figure that a country's pack brings along. */
export function packedFigures(country: string): readonly CountryFigure[] {
  const packed = Object.hasOwn(PACKED, country) ? PACKED[country] : undefined;
  return (packed ?? []).map(([what, value, day, source]) => ({
    key: `${country}/${what}/${day}/${source}`,
    what,
    value,
    unit: UNITS[what],
    date: { day, about: true },
    source,
    said: '',
    approximate: true,
    before: [],
  }));
}

/** A record of the kind `country-figure` that stands. */
export interface FigureRecord {
  id: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A country's figures as they stand now, of each kind the newest first. */
export interface Figures {
  of(what: FigureKind): readonly CountryFigure[];
  /** Of all kinds, in the order of their list. */
  all: readonly CountryFigure[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function figureIn({ id, fields }: FigureRecord, country: string): CountryFigure | null {
  const { what, number, date } = fields;
  if (fields.country !== country || !isFigureKind(what) || typeof number !== 'number') return null;
  if (!isFuzzyDate(date)) return null;
  const unit = what === 'shelter-places' ? text(fields.unit) || 'unknown' : UNITS[what];
  const approximate = fields.approximate === true;
  return {
    key: id,
    what,
    value: number,
    unit,
    date,
    source: '',
    said: text(fields.source),
    approximate,
    before: [],
  };
}

const byDate = (a: CountryFigure, b: CountryFigure): number => {
  const [first, second] = [fuzzyRange(a.date).to, fuzzyRange(b.date).to];
  return first < second ? 1 : first > second ? -1 : a.value - b.value || (a.key < b.key ? -1 : 1);
};

/**
 * The pack's figures and those that people wrote down, without those in whose place another stands. One that was put in the
 * place of what is not there, of another sort, or in a circle, stands for itself.
 */
export function figuresOf(country: string, records: readonly FigureRecord[] = []): Figures {
  const own = records.flatMap((record) => {
    const figure = figureIn(record, country);
    const { instead, insteadOfPack } = record.fields;
    return figure === null ? [] : [{ figure, instead: text(instead) || text(insteadOfPack) }];
  });
  const all = new Map(
    [...packedFigures(country), ...own.map(({ figure }) => figure)].map((each) => [each.key, each]),
  );
  const instead = new Map(
    own.flatMap(({ figure, instead: key }): [string, string][] =>
      all.get(key)?.what === figure.what ? [[figure.key, key]] : [],
    ),
  );
  for (const key of [...instead.keys()].sort()) {
    const seen = new Set([key]);
    for (let at = instead.get(key); at !== undefined; at = instead.get(at)) {
      if (seen.has(at)) {
        instead.delete(key);
        break;
      }
      seen.add(at);
    }
  }
  const gone = new Set(instead.values());
  const before = (key: string): CountryFigure[] => {
    const figure = all.get(instead.get(key) ?? '');
    return figure === undefined ? [] : [figure, ...before(figure.key)];
  };
  const standing = [...all.values()]
    .filter(({ key }) => !gone.has(key))
    .map((figure) => ({ ...figure, before: before(figure.key) }))
    .sort(byDate);
  const of = (what: FigureKind) => standing.filter((figure) => figure.what === what);
  return { of, all: (Object.keys(UNITS) as FigureKind[]).flatMap(of) };
}
