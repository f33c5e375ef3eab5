import {
  type CapacityFigure,
  countedPlaces,
  type FuzzyDate,
  fuzzyRange,
  type ServiceEntry,
} from '@dayaq/domain';

/** A figure older than this is marked: much may have changed. */
const OLD_MONTHS = 24;

/** @param day YYYY-MM-DD, or empty where nobody dated it @param today YYYY-MM-DD */
export function isOldDay(day: string, today: string): boolean {
  if (day === '') return false;
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const apart = months(today) - months(day);
  return apart > OLD_MONTHS || (apart === OLD_MONTHS && today.slice(8) > day.slice(8));
}

/** Of a date that is known to a year or a month, its last day decides. */
export const isOld = (date: FuzzyDate, today: string): boolean => isOldDay(fuzzyRange(date).to, today);

/** A shelter with the figure that is counted of it. */
export interface Counted {
  service: ServiceEntry;
  figure: CapacityFigure;
  isOld: boolean;
}

/** Shelters of one who runs or pays, with their places. */
export interface Share {
  /** Code of `provider-types` or `payers`; `unknown` where nobody said. */
  who: string;
  shelters: number;
  places: readonly { unit: string; number: number }[];
}

export interface Places {
  counted: readonly Counted[];
  /** The sum of each unit. Different units are not added up. */
  byUnit: readonly { unit: string; number: number; shelters: number }[];
  /** Who runs the shelters and who pays for them, each with their places by unit; one that two pay for stands under both. */
  byRunner: readonly Share[];
  byPayer: readonly Share[];
  /** Working shelters of which nobody said how many places they have. */
  without: readonly ServiceEntry[];
  /** Counted, but nobody said of which day. */
  undated: readonly ServiceEntry[];
}

/** What the shelters of a country say of themselves, each unit for itself. */
export function placesOf(
  directory: readonly ServiceEntry[],
  byService: ReadonlyMap<string, ServiceEntry>,
  country: string,
  today: string,
): Places {
  const counted: Counted[] = [];
  const without: ServiceEntry[] = [];
  const sums = new Map<string, { number: number; shelters: number }>();
  for (const { service: id, figure } of countedPlaces(directory, country)) {
    const service = byService.get(id);
    if (service === undefined) continue;
    if (figure === null) {
      without.push(service);
      continue;
    }
    counted.push({ service, figure, isOld: isOldDay(figure.date, today) });
    const sum = sums.get(figure.unit) ?? { number: 0, shelters: 0 };
    sums.set(figure.unit, { number: sum.number + figure.number, shelters: sum.shelters + 1 });
  }
  return {
    counted: counted.sort(
      (a, b) => b.figure.number - a.figure.number || (a.service.id < b.service.id ? -1 : 1),
    ),
    byUnit: [...sums].map(([unit, sum]) => ({ unit, ...sum })).sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    byRunner: sharesOf(counted, without, ({ runBy }) => [runBy]),
    byPayer: sharesOf(counted, without, ({ paidBy }) => paidBy),
    without,
    undated: counted.filter(({ figure }) => figure.date === '').map(({ service }) => service),
  };
}

function sharesOf(
  counted: readonly Counted[],
  without: readonly ServiceEntry[],
  whose: (service: ServiceEntry) => readonly string[],
): Share[] {
  const shares = new Map<string, { shelters: number; places: Map<string, number> }>();
  const add = (service: ServiceEntry, figure: CapacityFigure | null): void => {
    const known = whose(service).filter((who) => who !== '');
    for (const who of known.length === 0 ? ['unknown'] : known) {
      const share = shares.get(who) ?? { shelters: 0, places: new Map<string, number>() };
      shares.set(who, share);
      share.shelters += 1;
      if (figure !== null)
        share.places.set(figure.unit, (share.places.get(figure.unit) ?? 0) + figure.number);
    }
  };
  for (const { service, figure } of counted) add(service, figure);
  for (const service of without) add(service, null);
  return [...shares]
    .map(([who, { shelters, places }]) => ({
      who,
      shelters,
      places: [...places]
        .map(([unit, number]) => ({ unit, number }))
        .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    }))
    .sort((a, b) => b.shelters - a.shelters || (a.who < b.who ? -1 : 1));
}
