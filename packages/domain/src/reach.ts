import type { ServiceEntry } from './directory.ts';
import { areaDistanceKm, isRoadBetween } from './geo.ts';
import type { Tier } from './match-reasons.ts';
import { standingOf } from './matching.ts';
import { offering } from './offering.ts';
import { packOf } from './packs/index.ts';
import type { Seeker } from './seeker.ts';

/** What a door does with somebody: lets them in, must be asked first, or turns them away or puts them in danger. */
export const ANSWERS_AT_DOOR = ['admits', 'asks-first', 'refuses'] as const;
export type AnswerAtDoor = (typeof ANSWERS_AT_DOOR)[number];
const AT_DOOR: Readonly<Record<Tier, AnswerAtDoor>> = {
  fits: 'admits',
  'ask-first': 'asks-first',
  unsafe: 'refuses',
  refuses: 'refuses',
};

/** The way to the nearest service that answers so. */
export interface Way {
  service: string;
  area: string;
  /** As the crow flies between rough middles, rounded to 10. The road is longer. */
  km: number;
  /** One can drive there without leaving the country. */
  road: boolean;
}

/** From one district, the nearest that admits, that asks first, that refuses; null where none does. One is never taken for another. */
export interface DistrictReach extends Readonly<Record<AnswerAtDoor, Way | null>> {
  area: string;
}

interface Standing {
  service: string;
  answer: AnswerAtDoor;
}

/** The area and how its service answers → that service: of several the first by id. */
class Doors {
  readonly #at = new Map<string, Map<AnswerAtDoor, string>>();

  open(area: string, { service, answer }: Standing): void {
    const there = this.#at.get(area) ?? new Map<AnswerAtDoor, string>();
    this.#at.set(area, there);
    const known = there.get(answer);
    if (known === undefined || service < known) there.set(answer, service);
  }

  get areas(): readonly string[] {
    return [...this.#at.keys()];
  }

  at(area: string, answer: AnswerAtDoor): string | undefined {
    return this.#at.get(area)?.get(answer);
  }
}

/**
 * For each district and city of a country, the nearest service of a need that would let this person in, the nearest that must
 * be asked first, and the nearest that would turn them away or put them in danger; those that the client excluded are in none.
 * As the crow flies between rough middles of districts; one that a road leads to is nearer than any that none does.
 * @param isExcluded from `exclusionTest`; left out for a person in general
 */
export function districtReach(
  directory: readonly ServiceEntry[],
  country: string,
  need: string,
  seeker: Seeker,
  isExcluded: (provider: string, names: readonly string[]) => boolean = () => false,
): DistrictReach[] {
  // Some take only people of their own district, so who comes from elsewhere is asked about apart.
  const forNeighbours = new Doors();
  const forOthers = new Doors();
  for (const entry of offering(directory, country, need)) {
    if (entry.reach === 'remote' || isExcluded(entry.provider, entry.names)) continue;
    const minds = entry.admission['other-district'];
    for (const area of entry.areas) {
      const near = AT_DOOR[standingOf(entry, { ...seeker, area })];
      forNeighbours.open(area, { service: entry.id, answer: near });
      const far =
        minds === 'refuses' || minds === 'depends'
          ? AT_DOOR[standingOf(entry, { ...seeker, area: country })]
          : near;
      forOthers.open(area, { service: entry.id, answer: far });
    }
  }
  const places = [...new Set([...forNeighbours.areas, ...forOthers.areas])].sort();
  const districts = (packOf(country)?.areas ?? []).filter((area) => area.level !== 'region');
  return districts.map(({ code }) => {
    const nearest: Record<AnswerAtDoor, Way | null> = { admits: null, 'asks-first': null, refuses: null };
    for (const area of places) {
      const km = areaDistanceKm(code, area);
      if (km === undefined) continue;
      const road = isRoadBetween(code, area);
      for (const answer of ANSWERS_AT_DOOR) {
        const service = (km === 0 ? forNeighbours : forOthers).at(area, answer);
        if (service === undefined) continue;
        const way = { service, area, km, road };
        if (isNearer(way, nearest[answer])) nearest[answer] = way;
      }
    }
    return { area: code, ...nearest };
  });
}

/** One that can be driven to is nearer than any that cannot. */
export function isNearer(way: Pick<Way, 'km' | 'road'>, than: Pick<Way, 'km' | 'road'> | null): boolean {
  return than === null || (way.road === than.road ? way.km < than.km : way.road);
}
