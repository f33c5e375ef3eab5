import { carefulReading } from './careful.ts';
import { type Admission, type DirectoryRecord, directoryOf, type ServiceEntry } from './directory.ts';
import type { AdmissionGroup } from './kinds/service.ts';
import { openState } from './opening.ts';
import { areaWithAncestors, packOf } from './packs/index.ts';

/**
 * What somebody looks for in the services of a provider that no filter can answer: it depends on the hour and the day, and all
 * of it must hold of one and the same service. Empty texts ask for nothing.
 */
export interface OfferAsk {
  /** Code of the list `services`. */
  need: string;
  /** Area code; a region holds its districts. Whom one calls or writes to is everywhere. */
  area: string;
  /** Code of the list `admission-groups`: who is at the door. */
  group: AdmissionGroup | '';
  /** What the service says to them; who must be asked first lets nobody in yet. Nobody said is `unknown`. */
  answer: Admission;
  /** Whether it works, and which of the three; empty: whatever has not ended. */
  state: ServiceEntry['state'] | '';
  /** YYYY-MM-DD: checked on that day or later; empty: whenever. */
  checkedSince: string;
  /** Works and is open at this minute, by the clock where the services are; null: whenever. */
  openAt: { day: string; minute: number } | null;
}

/** Whether one service is what somebody looks for. */
export function offers(entry: ServiceEntry, ask: OfferAsk): boolean {
  const { need, area, group, answer, state, checkedSince, openAt } = ask;
  if (state === '' ? entry.state === 'ended' : entry.state !== state) return false;
  if (need !== '' && !entry.serves.includes(need)) return false;
  if (area !== '' && !isIn(entry, area)) return false;
  if (group !== '' && (entry.admission[group] ?? 'unknown') !== answer) return false;
  if (checkedSince !== '' && (entry.verified === '' || entry.verified < checkedSince)) return false;
  if (openAt === null) return true;
  return entry.state === 'active' && openState(entry.opening, openAt.day, openAt.minute).is === 'open';
}

/** Whether anything is asked that only a service can answer: a provider without one is then not meant. */
const asksOfServices = ({ need, area, group, checkedSince, openAt }: OfferAsk): boolean =>
  need !== '' || area !== '' || group !== '' || checkedSince !== '' || openAt !== null;

/**
 * By which filters of a provider (`Kind.card.facets`) those that may be meant are found before their services are read.
 * `exact`: nothing else is asked, and all that are found are meant.
 */
export function narrowed(ask: OfferAsk): { filters: Record<string, string[]>; exact: boolean } {
  const { need, state, openAt } = ask;
  const standing: string[] =
    openAt !== null || state === 'active' ? ['active'] : state === 'ended' ? [] : ['active', 'paused'];
  return {
    filters: { need: need === '' ? [] : [need], state: standing },
    exact: state === '' && !asksOfServices(ask),
  };
}

/**
 * The services of one provider that are what somebody looks for; null where the provider is not meant at all. A provider of
 * whom no service is written down yet is meant while nothing is asked of services.
 */
export function offersOf(records: readonly DirectoryRecord[], ask: OfferAsk): ServiceEntry[] | null {
  const services = directoryOf(records);
  const fitting = services.filter((entry) => offers(entry, ask));
  if (fitting.length > 0) return fitting;
  if (services.length > 0 || asksOfServices(ask)) return null;
  const own = standOf(records);
  return (ask.state === '' ? own !== 'ended' : own === ask.state) ? [] : null;
}

/** How a provider stands: as the best of its services, and never better than it says of itself. */
export function standOf(records: readonly DirectoryRecord[]): ServiceEntry['state'] {
  const services = directoryOf(records);
  const head = records.find(({ kind, deleted }) => kind === 'provider' && !deleted);
  const own = head === undefined ? undefined : carefulReading(head)['state'];
  if (services.length === 0) return own === 'paused' || own === 'ended' ? own : 'active';
  return (
    (['active', 'paused'] as const).find((state) => services.some((one) => one.state === state)) ?? 'ended'
  );
}

/** The country of a service that nobody reaches without crossing a border; null for all others. */
export function countryAbroad(
  { reach, areas }: Pick<ServiceEntry, 'reach' | 'areas'>,
  home: string | undefined,
): string | null {
  if (reach === 'remote' || home === undefined) return null;
  const countries = areas.map((area) => areaWithAncestors(area).at(-1) ?? '');
  const [first] = countries;
  const isAbroad = countries.every((country) => country !== home && packOf(country) !== undefined);
  return first !== undefined && isAbroad ? first : null;
}

const RANKS = { active: 0, paused: 2, ended: 3 } as const;

/**
 * How far behind the others a provider stands in lists: 0 works; 1 works and fits nobody here (people came to harm there, or
 * it is beyond a border); 2 is paused; 3 has ended.
 * @param home code of the country where one works, where that is known
 */
export function rankOf(records: readonly DirectoryRecord[], home: string | undefined): 0 | 1 | 2 | 3 {
  const stands = standOf(records);
  if (stands !== 'active') return RANKS[stands];
  const working = directoryOf(records).filter(({ state }) => state === 'active');
  const sinks = (one: ServiceEntry): boolean => one.trust === 'harmful' || countryAbroad(one, home) !== null;
  return working.length > 0 && working.every(sinks) ? 1 : 0;
}

/** YYYY-MM-DD: when the service that was checked least lately was checked; empty where one never was, or there is none. */
export function uncheckedSince(records: readonly DirectoryRecord[]): string {
  const checked = directoryOf(records)
    .filter(({ state }) => state !== 'ended')
    .map(({ verified }) => verified);
  return [...checked].sort()[0] ?? '';
}

function isIn({ reach, areas }: ServiceEntry, area: string): boolean {
  return reach === 'remote' || areas.some((own) => areaWithAncestors(own).includes(area));
}
