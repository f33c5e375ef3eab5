import { areaWithAncestors, exclusionTest, type Seeker, type ServiceEntry, standingOf } from '@dayaq/domain';

/** Services of a need that would help this person by telephone or online, for which no way is too far. */
export function remoteServices(
  directory: readonly ServiceEntry[],
  country: string,
  need: string,
  seeker: Seeker,
): ServiceEntry[] {
  const isExcluded = exclusionTest(seeker);
  return directory.filter((entry) => {
    if (entry.state !== 'active' || entry.reach !== 'remote' || !entry.serves.includes(need)) return false;
    const isHere =
      entry.areas.length === 0 || entry.areas.some((area) => areaWithAncestors(area).includes(country));
    if (!isHere || isExcluded(entry.provider, entry.names)) return false;
    const tier = standingOf(entry, seeker);
    return tier === 'fits' || tier === 'ask-first';
  });
}
