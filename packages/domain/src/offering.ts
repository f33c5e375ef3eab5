import type { ServiceEntry } from './directory.ts';
import { areaWithAncestors } from './packs/index.ts';

export const inCountry = (entry: ServiceEntry, country: string): boolean =>
  entry.areas.some((area) => areaWithAncestors(area).includes(country));
/** Working services of a need that have a place in the country. */
export const offering = (directory: readonly ServiceEntry[], country: string, need: string): ServiceEntry[] =>
  directory.filter(
    (entry) => entry.state === 'active' && entry.serves.includes(need) && inCountry(entry, country),
  );
