import { areaWithAncestors, type ServiceEntry } from '@dayaq/domain';

/** Working services of a country that do one of these things; those that help from afar and named no place are everywhere. */
export function workingFor(
  directory: readonly ServiceEntry[],
  country: string,
  needs: readonly string[],
): ServiceEntry[] {
  return directory.filter(
    ({ state, serves, areas }) =>
      state === 'active' &&
      serves.some((served) => needs.includes(served)) &&
      (areas.length === 0 || areas.some((area) => areaWithAncestors(area).includes(country))),
  );
}
