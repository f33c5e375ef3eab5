import {
  areaWithAncestors,
  childrenOf,
  type NeedClosure,
  needClosures,
  type ServiceEntry,
} from '@dayaq/domain';

const NOT_NEEDS = new Set(['other', 'unknown', 'prefers-not']);

/** What somebody may need: codes of the list `services` that mean one thing. */
export const NEEDS: readonly string[] = childrenOf('services')
  .map(({ code }) => code)
  .filter((code) => !NOT_NEEDS.has(code));

/** The longest closures of a year for every need that a service in the country serves, the longest first. */
export function closuresOf(directory: readonly ServiceEntry[], country: string, year: number): NeedClosure[] {
  const here = directory.filter(
    ({ state, areas }) =>
      state === 'active' && areas.some((area) => areaWithAncestors(area).includes(country)),
  );
  const served = new Set(here.flatMap(({ serves }) => serves));
  return NEEDS.filter((need) => served.has(need))
    .map((need) => needClosures(here, country, need, year))
    .sort(
      (a, b) =>
        (b.everywhere?.days ?? 0) - (a.everywhere?.days ?? 0) ||
        (b.services[0]?.run.days ?? 0) - (a.services[0]?.run.days ?? 0),
    );
}
