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

export interface Places {
  counted: readonly Counted[];
  /** The sum of each unit. Different units are not added up. */
  byUnit: readonly { unit: string; number: number; shelters: number }[];
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
    without,
    undated: counted.filter(({ figure }) => figure.date === '').map(({ service }) => service),
  };
}
