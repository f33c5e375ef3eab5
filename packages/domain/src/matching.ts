import { daysBetween } from './day.ts';
import type { ServiceEntry, ServiceHistory } from './directory.ts';
import { areaDistanceKm, isRoadBetween } from './geo.ts';
import type { AdmissionGroup } from './kinds/service.ts';
import { because, type Reason, TIER_RANK, TIERS, type Tier } from './match-reasons.ts';
import { openState } from './opening.ts';
import { areaWithAncestors, packOf } from './packs/index.ts';
import { type Ages, exclusionTest, type Seeker } from './seeker.ts';

export interface Ask {
  /** Codes of the list `services`; a service that does one of them is ranked. */
  needs: readonly string[];
  seeker: Seeker;
  /** Where one asks from, for a person of whom no place is known: code of a country. */
  country?: string;
  /** YYYY-MM-DD and minutes since midnight, by the clock where the services are. */
  day: string;
  minute: number;
}

export interface Match {
  service: string;
  provider: string;
  tier: Tier;
  /** The sum of the reasons' points: fewer is better within a tier. */
  points: number;
  /** What weighs most comes first. Never empty. */
  reasons: readonly Reason[];
}

export interface Matches {
  /** Best first. Those that turn the person away stand at the end, with the reason. */
  ranked: readonly Match[];
  /** How many services of excluded providers were left out. They are in no other part of the answer. */
  excluded: number;
}

/** Telling them is a danger to the person; telling others is something to ask about first. */
const DANGEROUS = new Set(['police', 'security-service', 'migration-service', 'family', 'employer']);
const UNSAFE = { tier: 'unsafe', points: 100 } as const;
/** A number of free places is worth saying for this many days. */
const FREE_DAYS = 14;
const FRESH_MONTHS = 6;
const DAYS_A_MONTH = 365.25 / 12;

function admissionReasons(entry: ServiceEntry, groups: readonly AdmissionGroup[]): Reason[] {
  return groups.map((group) => {
    const said = entry.admission[group] ?? 'unknown';
    return said === 'unknown' ? because('admission-unknown', { group }) : because(said, { group });
  });
}

function ageReasons(entry: ServiceEntry, ages: Ages | undefined): Reason[] {
  const { ageFrom, ageTo } = entry;
  if (ageFrom === undefined && ageTo === undefined) return [];
  const limits = { from: ageFrom ?? null, to: ageTo ?? null };
  const from = ageFrom ?? 0;
  const to = ageTo ?? 200;
  if (ages === undefined) return [because('age-unsure', limits)];
  if (ages.to < from || ages.from > to) return [because('age-refused', limits)];
  return ages.from < from || ages.to > to ? [because('age-unsure', limits)] : [];
}

function sonReasons(entry: ServiceEntry, sons: Seeker['sons']): Reason[] {
  const upTo = entry.sonsUpTo;
  if (sons.length === 0) return [];
  if (upTo === undefined) return entry.serves.includes('shelter') ? [because('sons-not-known', {})] : [];
  const reasons: Reason[] = [];
  for (const { ages } of sons) {
    if (ages === undefined) reasons.push(because('son-age-unsure', { upTo }));
    else if (ages.from > upTo) reasons.push(because('son-too-old', { upTo, age: ages.to }));
    else if (ages.to > upTo) reasons.push(because('son-age-unsure', { upTo }));
  }
  return reasons;
}

const lastOf = (events: readonly ServiceHistory[]): string =>
  events.reduce((last, event) => (event.day > last ? event.day : last), '');

/** Each event is counted once: under the first of the person's groups that it concerned, else among the others. */
function historyReasons(entry: ServiceEntry, groups: readonly AdmissionGroup[]): Reason[] {
  const reasons: Reason[] = [];
  const counted = { refusal: 'turned-away', exit: 'made-to-leave' } as const;
  const others: ServiceHistory[] = [];
  for (const [type, code] of Object.entries(counted)) {
    const byGroup = new Map<AdmissionGroup, ServiceHistory[]>();
    for (const event of entry.history.filter((candidate) => candidate.type === type)) {
      const group = groups.find((candidate) => event.groups.includes(candidate));
      if (group === undefined) others.push(event);
      else {
        const known = byGroup.get(group);
        if (known === undefined) byGroup.set(group, [event]);
        else known.push(event);
      }
    }
    for (const [group, events] of byGroup)
      reasons.push(because(code, { group, times: events.length, last: lastOf(events) }));
  }
  if (others.length > 0)
    reasons.push(because('turned-others-away', { times: others.length, last: lastOf(others) }));
  const told = entry.history.filter((event) => event.type === 'passed-on');
  if (told.length > 0) reasons.push(because('told-others', { times: told.length, last: lastOf(told) }));
  const complaints = entry.history.filter((event) => event.type === 'complaint').length;
  if (complaints > 0) reasons.push(because('complaints', { times: complaints }));
  return reasons;
}

function trustReasons(entry: ServiceEntry): Reason[] {
  const reasons: Reason[] = [];
  for (const to of entry.reportsTo) {
    if (to === 'none') reasons.push(because('reports-to-nobody', {}));
    else if (to !== 'unknown')
      reasons.push(because('reports-to', { to }, DANGEROUS.has(to) ? UNSAFE : undefined));
  }
  if (reasons.length === 0) reasons.push(because('reporting-not-known', {}));
  const level = entry.trust;
  if (level === 'harmful') reasons.push(because('trust', { level }, { tier: 'unsafe', points: 200 }));
  else if (level === 'doubtful') reasons.push(because('trust', { level }, { tier: 'ask-first', points: 20 }));
  else if (level === 'vetted') reasons.push(because('trust', { level }));
  else if (level !== 'known') reasons.push(because('trust', { level }, { tier: 'fits', points: 3 }));
  return reasons;
}

function paperReasons(entry: ServiceEntry, had: readonly string[] | undefined): Reason[] {
  if (entry.demandsPapers === 'no') return [because('no-papers-needed', {})];
  if (entry.demandsPapers !== 'yes') return [because('papers-unknown', {})];
  const demanded = entry.papers.filter((document) => had === undefined || !had.includes(document));
  if (demanded.length === 0) return [because(entry.papers.length > 0 ? 'has-papers' : 'papers-unknown', {})];
  return demanded.map((document) =>
    because(had === undefined ? 'papers-not-asked' : 'demands-paper', { document }),
  );
}

function openReason(entry: ServiceEntry, day: string, minute: number): Reason {
  const state = openState(entry.opening, day, minute);
  if (state.is === 'open') return because('open-now', {});
  if (state.is === 'unknown') return because('hours-not-known', {});
  if (state.is === 'closed-unknown') return because('closed-no-date', { after: state.until, why: state.why });
  const { why, days } = state;
  const opens = { day: state.day, minute: state.minute, days };
  return why === undefined ? because('opens', opens) : because('closed-until', { ...opens, why });
}

function placeReasons(entry: ServiceEntry, day: string): Reason[] {
  const known = entry.capacities
    .filter((figure) => figure.free !== undefined && figure.date !== '')
    .filter((figure) => Math.abs(daysBetween(figure.date, day)) <= FREE_DAYS)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : (a.free ?? 0) - (b.free ?? 0)));
  const last = known[0];
  if (last?.free === undefined) return [];
  return last.free === 0
    ? [because('full', { day: last.date })]
    : [because('free', { number: last.free, unit: last.unit, day: last.date })];
}

function languageReasons(entry: ServiceEntry, spoken: readonly string[]): Reason[] {
  if (spoken.length === 0) return [];
  if (entry.languages.length === 0) return [because('languages-not-known', {})];
  const language = spoken.find((candidate) => entry.languages.includes(candidate));
  return [language === undefined ? because('no-shared-language', {}) : because('speaks', { language })];
}

type Distance = (place: string) => number | undefined;

/** Distances from one area, each reckoned once. */
function distancesFrom(area: string): Distance {
  const known = new Map<string, number | undefined>();
  return (place) => {
    if (!known.has(place)) known.set(place, areaDistanceKm(area, place));
    return known.get(place);
  };
}

/** The nearest of a service's places. */
function distanceReason(
  entry: ServiceEntry,
  area: string,
  distance: Distance,
  country: string | undefined,
): Reason {
  if (entry.reach === 'remote') return because('remote', {});
  const home = areaWithAncestors(area).at(-1) ?? country;
  const abroad = entry.areas.map((place) => areaWithAncestors(place).at(-1) ?? '');
  const [there] = abroad;
  const isElsewhere = home !== undefined && abroad.every((one) => one !== home && packOf(one) !== undefined);
  if (there !== undefined && isElsewhere) return because('other-country', { country: there });
  let nearest: { area: string; km: number; road: boolean } | undefined;
  for (const place of entry.areas) {
    if (place === area) return because('same-district', { area: place });
    const km = distance(place);
    if (km === undefined) continue;
    const road = isRoadBetween(area, place);
    // One that can be driven to is nearer than any that cannot.
    if (nearest === undefined || (road === nearest.road ? km < nearest.km : road))
      nearest = { area: place, km, road };
  }
  if (nearest === undefined) return because('distance-not-known', {});
  const { road, ...way } = nearest;
  // Somebody who comes to the person needs the road; who is asked by telephone does not get here.
  if (!road) return because('no-road', way);
  return way.km === 0 ? because('same-region', { area: way.area }) : because('distance', way);
}

/** Somebody from elsewhere may be turned away for that alone. */
function elsewhereReasons(entry: ServiceEntry, area: string): Reason[] {
  const said = entry.admission['other-district'];
  const here = area === '' || entry.areas.length === 0 || entry.areas.includes(area);
  if (here || entry.reach === 'remote') return [];
  // Most services never say, and most do not mind: silence is no reason to ask first.
  return said === undefined || said === 'unknown' ? [] : admissionReasons(entry, ['other-district']);
}

function verifiedReason(entry: ServiceEntry, day: string): Reason {
  if (entry.verified === '') return because('never-verified', {});
  const months = Math.max(0, Math.floor(daysBetween(entry.verified, day) / DAYS_A_MONTH));
  const args = { day: entry.verified, months };
  return months > FRESH_MONTHS ? because('verified-long-ago', args) : because('verified', args);
}

/** Reasons that hold at any hour: who is let in, and whether it is safe. */
function standingReasons(entry: ServiceEntry, seeker: Seeker): Reason[] {
  return [
    ...(entry.state === 'paused' ? [because('not-working', {})] : []),
    ...admissionReasons(entry, seeker.groups),
    ...elsewhereReasons(entry, seeker.area),
    ...ageReasons(entry, seeker.ages),
    ...sonReasons(entry, seeker.sons),
    ...historyReasons(entry, seeker.groups),
    ...trustReasons(entry),
  ];
}

/** Said beside a warning, since it tells why there is one; by itself it is none. */
const TELLS_WHY: ReadonlySet<Reason['code']> = new Set(['turned-others-away', 'complaints']);

/** What we know against a service, whoever asks: what weighs most first. Empty where nothing but time speaks against it. */
export function warningsOf(entry: ServiceEntry): Reason[] {
  const known = [...trustReasons(entry), ...historyReasons(entry, [])];
  if (known.every(({ tier }) => tier === 'fits')) return [];
  return known.filter(({ tier, code }) => tier !== 'fits' || TELLS_WHY.has(code)).sort(byWeight);
}

const worst = (reasons: readonly Reason[]): Tier =>
  TIERS[reasons.reduce((rank, reason) => Math.max(rank, TIER_RANK[reason.tier]), 0)] ?? 'fits';

/** Where the service stands for this person whatever the hour, the papers and the way there. */
export function standingOf(entry: ServiceEntry, seeker: Seeker): Tier {
  return entry.state === 'ended' ? 'refuses' : worst(standingReasons(entry, seeker));
}

const byWeight = (a: Reason, b: Reason): number =>
  TIER_RANK[b.tier] - TIER_RANK[a.tier] ||
  b.points - a.points ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function matchOf(entry: ServiceEntry, ask: Ask, distance: Distance): Match {
  const { seeker } = ask;
  const reasons: Reason[] = [
    ...ask.needs
      .filter((need) => !entry.serves.includes(need))
      .map((need) => because('lacks-need', { need })),
    ...standingReasons(entry, seeker),
    ...paperReasons(entry, seeker.papers),
    openReason(entry, ask.day, ask.minute),
    ...placeReasons(entry, ask.day),
    ...languageReasons(entry, seeker.languages),
    entry.cost === 'free' ? because('costs-nothing', {}) : because('costs', { cost: entry.cost }),
    ...(entry.reach === 'goes-out' ? [because('goes-out', {})] : []),
    distanceReason(entry, seeker.area, distance, ask.country),
    verifiedReason(entry, ask.day),
  ];
  return {
    service: entry.id,
    provider: entry.provider,
    tier: worst(reasons),
    points: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons: reasons.sort(byWeight),
  };
}

function byRank(a: Match, b: Match): number {
  return (
    TIER_RANK[a.tier] - TIER_RANK[b.tier] ||
    a.points - b.points ||
    (a.service < b.service ? -1 : a.service > b.service ? 1 : 0)
  );
}

/**
 * Services for a need, best first. The order is total (tier, points, id) and every place in it is explained by its
 * reasons. Nobody is denied anything by it: those that turn the person away are shown too, with why. Services of
 * providers whom the client excluded, and services that ended, are absent.
 */
export function matchServices(directory: readonly ServiceEntry[], ask: Ask): Matches {
  const isExcluded = exclusionTest(ask.seeker);
  const distance = distancesFrom(ask.seeker.area);
  const needs = new Set(ask.needs);
  const ranked: Match[] = [];
  let excluded = 0;
  for (const entry of directory) {
    if (entry.state === 'ended' || !entry.serves.some((served) => needs.has(served))) continue;
    if (isExcluded(entry.provider, entry.names)) excluded += 1;
    else ranked.push(matchOf(entry, ask, distance));
  }
  return { ranked: ranked.sort(byRank), excluded };
}
