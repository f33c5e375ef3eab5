import type { CapacityFigure, ServiceEntry } from './directory.ts';
import { fuzzyRange } from './fuzzy-date.ts';
import type { FuzzyDate } from './kind.ts';
import { inCountry, offering } from './offering.ts';
import { type ClosedRun, longestClosure } from './opening.ts';
import { type CountryFigure, type Figures, figuresOf } from './packs/country-figures.ts';
import { areasIn, areaWithAncestors } from './packs/index.ts';

/** A number with its unit, source and date. There is no figure without them. */
export interface Figure {
  value: number;
  unit: string;
  /** Code of the list `figure-sources`; `directory` for what our own records add up to; empty where `said` tells. */
  source: string;
  /** The source in somebody's own words, or empty. */
  said: string;
  date: FuzzyDate;
  approximate: boolean;
}

/**
 * Minimum standards of the Council of Europe's study of 2008 on support services for combating violence against
 * women. A family place is a bed for the mother and for the average number of her children.
 */
export const STANDARDS = {
  'family-places': { per: 10_000, of: 'population' },
  'rape-crisis-centres': { per: 200_000, of: 'women' },
  'sexual-assault-centres': { per: 400_000, of: 'women' },
} as const;
export const STANDARD_SOURCE = { source: 'council-of-europe', date: { day: '2008' } } as const;
export type Standard = keyof typeof STANDARDS;

/** needed = base ÷ per, rounded up. */
export interface Requirement {
  standard: Standard;
  base: Figure;
  per: number;
  needed: number;
}

const asFigure = ({ value, unit, source, said, date, approximate }: CountryFigure): Figure => ({
  value,
  unit,
  source,
  said,
  date,
  approximate,
});

/** What a standard asks of a country: one answer for each population figure that is known. */
export function requirements(figures: Figures, standard: Standard): Requirement[] {
  const { per, of } = STANDARDS[standard];
  return figures.of(of).map((base) => ({
    standard,
    base: asFigure(base),
    per,
    needed: Math.ceil(base.value / per),
  }));
}

/** How a number whose unit the source leaves open is read. `as-said`: every unit is known. */
export type Reading = 'as-said' | 'unknown-as-family-places' | 'unknown-as-persons';

/** family places = those said to be + (beds and persons) ÷ (1 + children per mother), rounded down. */
export interface FamilyPlaces {
  reading: Reading;
  familyPlaces: number;
  /** What was counted as it is, and what was divided. */
  whole: number;
  divided: number;
  divisor: number;
  children: Figure;
}

type Counted = Pick<CapacityFigure, 'number' | 'unit'>;
const DIVIDED = new Set(['beds', 'persons']);

/**
 * Reads places as family places. Two readings where the unit of any of them is unknown. Appointments are no places.
 * @returns nothing where the country's mean number of children is not known
 */
export function familyPlaces(places: readonly Counted[], figures: Figures): FamilyPlaces[] {
  const known = figures.of('children-per-mother')[0];
  if (known === undefined) return [];
  const divisor = 1 + known.value;
  const sum = (takes: (unit: string) => boolean): number =>
    places.filter(({ unit }) => takes(unit)).reduce((total, { number }) => total + number, 0);
  const unknown = sum((unit) => unit === 'unknown');
  const read = (reading: Reading, extraWhole: number, extraDivided: number): FamilyPlaces => {
    const whole = sum((unit) => unit === 'family-places') + extraWhole;
    const divided = sum((unit) => DIVIDED.has(unit)) + extraDivided;
    const total = whole + Math.floor(divided / divisor);
    return { reading, familyPlaces: total, whole, divided, divisor, children: asFigure(known) };
  };
  if (!places.some(({ unit }) => unit === 'unknown')) return [read('as-said', 0, 0)];
  return [read('unknown-as-family-places', unknown, 0), read('unknown-as-persons', 0, unknown)];
}

/** One source's answer to "how many places are there". */
export interface PlacesClaim {
  figure: Figure;
  readings: FamilyPlaces[];
}

/** The newest figure, and of one day the smaller: better too few promised than too many. */
function newest(figures: readonly CapacityFigure[]): CapacityFigure | undefined {
  const places = figures.filter((figure) => figure.unit !== 'appointments-a-week');
  return [...places].sort((a, b) => (a.date === b.date ? a.number - b.number : a.date < b.date ? 1 : -1))[0];
}

/** The figure that is counted of each working shelter; null where nobody said how many places it has. */
export function countedPlaces(
  directory: readonly ServiceEntry[],
  country: string,
): { service: string; figure: CapacityFigure | null }[] {
  return offering(directory, country, 'shelter').map((entry) => ({
    service: entry.id,
    figure: newest(entry.capacities) ?? null,
  }));
}

/** What our directory adds up to, beside what others published. Figures that disagree are not merged. */
export function shelterPlaces(
  directory: readonly ServiceEntry[],
  country: string,
  figures: Figures,
): PlacesClaim[] {
  const counted = countedPlaces(directory, country).flatMap(({ figure }) => figure ?? []);
  const units = new Set(counted.map(({ unit }) => unit));
  const dates = counted
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const claims: PlacesClaim[] = [];
  if (first !== undefined && last !== undefined) {
    claims.push({
      figure: {
        value: counted.reduce((total, { number }) => total + number, 0),
        unit: units.size === 1 ? ([...units][0] ?? 'unknown') : 'mixed',
        source: 'directory',
        said: '',
        date: first === last ? { day: first } : { day: first, until: last },
        approximate: false,
      },
      readings: familyPlaces(counted, figures),
    });
  }
  for (const published of figures.of('shelter-places')) {
    claims.push({
      figure: asFigure(published),
      readings: familyPlaces([{ number: published.value, unit: published.unit }], figures),
    });
  }
  return claims;
}

/** needed ÷ places: how many times fewer there are than the standard asks. */
export interface TimesFewer {
  requirement: Requirement;
  claim: PlacesClaim;
  places: FamilyPlaces;
  /** To one decimal; null where there is no place at all. */
  times: number | null;
}

/** Every answer to "how many places" in each of its readings, against every population figure; none is preferred. */
export function timesFewer(required: readonly Requirement[], claims: readonly PlacesClaim[]): TimesFewer[] {
  return required.flatMap((requirement) =>
    claims.flatMap((claim) =>
      claim.readings.map((places) => ({
        requirement,
        claim,
        places,
        times:
          places.familyPlaces === 0 ? null : Math.round((requirement.needed / places.familyPlaces) * 10) / 10,
      })),
    ),
  );
}

export interface Disagreement {
  service: string;
  figures: readonly CapacityFigure[];
}

/** Services of which different sources say different things: each with all its figures, newest first. */
export function disagreements(directory: readonly ServiceEntry[]): Disagreement[] {
  return directory.flatMap((entry) => {
    const latest = new Map<string, CapacityFigure>();
    for (const figure of [...entry.capacities].sort((a, b) => (a.date < b.date ? -1 : 1)))
      latest.set(figure.source, figure);
    const said = new Set([...latest.values()].map(({ number, unit }) => `${number} ${unit}`));
    if (said.size < 2) return [];
    return [{ service: entry.id, figures: [...latest.values()].reverse() }];
  });
}

export interface CentresGap {
  standard: Standard;
  /** Services that are working and in the directory. */
  have: number;
  requirements: Requirement[];
}

export interface Coverage {
  country: string;
  familyPlaces: { requirements: Requirement[]; claims: PlacesClaim[]; disagreements: Disagreement[] };
  rapeCrisis: CentresGap;
  sexualAssault: CentresGap;
  /** Working in the whole country, or without a word about where. */
  helplines: number;
  /** First-level areas, by whether a working shelter is there. */
  regions: { with: string[]; without: string[] };
  /** Services left out because the directory does not say where they are. */
  placeNotKnown: number;
}

/** The country against the minimum standards: what its directory has, what is asked, and by which formula. */
export function coverageOf(
  directory: readonly ServiceEntry[],
  country: string,
  figures: Figures = figuresOf(country),
): Coverage {
  const shelters = offering(directory, country, 'shelter');
  const housed = new Set(shelters.flatMap((entry) => entry.areas.flatMap(areaWithAncestors)));
  const regions = areasIn(country).map((area) => area.code);
  const centres = (standard: Standard, need: string): CentresGap => ({
    standard,
    have: offering(directory, country, need).length,
    requirements: requirements(figures, standard),
  });
  return {
    country,
    familyPlaces: {
      requirements: requirements(figures, 'family-places'),
      claims: shelterPlaces(directory, country, figures),
      disagreements: disagreements(shelters),
    },
    rapeCrisis: centres('rape-crisis-centres', 'rape-crisis'),
    sexualAssault: centres('sexual-assault-centres', 'sexual-assault-care'),
    helplines: directory.filter(
      (entry) =>
        entry.state === 'active' &&
        entry.serves.includes('helpline') &&
        (entry.areas.length === 0 || inCountry(entry, country)),
    ).length,
    regions: {
      with: regions.filter((region) => housed.has(region)),
      without: regions.filter((region) => !housed.has(region)),
    },
    placeNotKnown: directory.filter((entry) => entry.state === 'active' && entry.areas.length === 0).length,
  };
}

export interface NeedClosure {
  need: string;
  /** Days on which none of the services of the need opened at all. Null: some service opened every day. */
  everywhere: ClosedRun | null;
  /** The longest of each service, longest first. */
  services: { service: string; run: ClosedRun }[];
  /** Services whose hours nobody wrote down; they are left out of both. */
  hoursNotKnown: number;
}

/** The longest closures of a year, from opening hours and closures. */
export function needClosures(
  directory: readonly ServiceEntry[],
  country: string,
  need: string,
  year: number,
): NeedClosure {
  const offered = offering(directory, country, need);
  const services = offered.flatMap((entry) => {
    const run = longestClosure([entry.opening], year);
    return run === null ? [] : [{ service: entry.id, run }];
  });
  return {
    need,
    everywhere: longestClosure(
      offered.map((entry) => entry.opening),
      year,
    ),
    services: services.sort((a, b) => b.run.days - a.run.days || (a.service < b.service ? -1 : 1)),
    hoursNotKnown: offered.filter((entry) => entry.opening.hours.length === 0).length,
  };
}

/** demand ÷ places: how many people in the period stand behind each place. Null where there is no place. */
export interface DemandRatio {
  demand: Figure;
  places: FamilyPlaces;
  perPlace: number | null;
}

/** Every demand figure against every reading of the places, to one decimal; none is preferred. */
export function demandAgainst(demands: readonly Figure[], readings: readonly FamilyPlaces[]): DemandRatio[] {
  return demands.flatMap((demand) =>
    readings.map((places) => ({
      demand,
      places,
      perPlace: places.familyPlaces === 0 ? null : Math.round((demand.value / places.familyPlaces) * 10) / 10,
    })),
  );
}

/** What others published about demand, as figures. */
export const publishedDemand = (figures: Figures): Figure[] =>
  figures.of('reported-crimes-a-year').map(asFigure);

/** Whole years that a figure's date may mean, for "of 2023" beside it. */
export function figureYears(figure: Pick<Figure, 'date'>): { from: number; to: number } {
  const { from, to } = fuzzyRange(figure.date);
  return { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
}
