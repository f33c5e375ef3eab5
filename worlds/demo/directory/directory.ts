import { ADMISSION_FIELDS, type Language, NAME_IN, WEEKDAY_FIELDS } from '@dayaq/domain';
import type { Change, Value } from '@dayaq/vault/client';
import type { GeneratingMember } from '../generated.ts';
import { DAY, dayThere, momentOf } from '../days.ts';
import { Chance } from '../random.ts';
import { record } from '../record.ts';
import { AZ_PROVIDERS } from './az.ts';
import { type Offer, OFFERS } from './offers.ts';
import type { DemoEvent, DemoProvider } from './providers.ts';
import { TJ_PROVIDERS } from './tj.ts';

/** One save by one member in the dossier of one provider. */
export interface DirectoryAct {
  dossier: string;
  author: string;
  /** Milliseconds since 1970. */
  at: number;
  changes: Change[];
}

const PROVIDERS = { az: AZ_PROVIDERS, tj: TJ_PROVIDERS } as const;
const LANGUAGES_SPOKEN = {
  az: ['az', 'ru'],
  ru: ['ru', 'az'],
  en: ['en', 'ru', 'az'],
  tg: ['tg', 'ru'],
} as const;
/** How many days before the world's today the directory was begun. */
const BEGUN = 500;

/**
 * The invented directory of a country as acts of the members who wrote it, in the order of time. The same options give
 * the same directory.
 * @param until the world's today, YYYY-MM-DD
 */
export function directoryActs({
  country,
  members,
  until,
  seed,
}: {
  country: 'az' | 'tj';
  members: readonly GeneratingMember[];
  until: string;
  seed: number;
}): DirectoryAct[] {
  const writers = members.filter((member) => member.role !== 'viewer');
  const today = momentOf(until, 12, 0, country);
  return PROVIDERS[country]
    .flatMap((provider, index) => {
      const chance = new Chance(seed, index, 77);
      return actsOf(provider, { chance, country, writers, today });
    })
    .sort((a, b) => a.at - b.at);
}

interface Making {
  chance: Chance;
  country: 'az' | 'tj';
  writers: readonly GeneratingMember[];
  today: number;
}

function actsOf(provider: DemoProvider, making: Making): DirectoryAct[] {
  const { chance, country, writers, today } = making;
  const dossier = chance.id();
  const place = chance.id();
  const author = chance.one(writers).account;
  const begun = today - chance.whole(provider.checked ?? 30, BEGUN) * DAY - chance.whole(0, 5 * 60) * 60_000;
  const offers = provider.offers.map((name): Offer => OFFERS[name]);
  const services = offers.map((offer) => ({ offer, id: chance.id() }));
  const day = (daysAgo: number): string => dayThere(today - daysAgo * DAY, country);
  const hidden = offers.some((offer) => offer.hidden === true);
  const remote = offers.every((offer) => offer.reach === 'remote');
  const [first] = services;
  const changes: Change[] = [
    record('provider', dossier, {
      name: provider.name,
      alternateNames: provider.names,
      ...Object.fromEntries(
        Object.entries(provider.nameIn ?? {}).map(([language, name]) => [
          NAME_IN[language as Language],
          name,
        ]),
      ),
      type: offers[0]?.type,
      frontGate: gate(chance, country),
      trust: provider.trust,
      ...(provider.trust === 'vetted'
        ? { vettedBy: author, vettedOn: { day: day((provider.checked ?? 0) + 20) } }
        : {}),
      reportsTo: [...(provider.reportsTo ?? offers[0]?.reportsTo ?? [])],
      confidentialNote: provider.note,
      state: provider.state,
    }),
    ...(remote
      ? []
      : [
          record('location', place, {
            area: { area: provider.area },
            hidden: hidden ? true : undefined,
            frontGate: hidden ? gate(chance, country) : undefined,
            address: address(chance, country),
            access: chance.maybe(0.3) ? ['step-free'] : undefined,
          }),
        ]),
    ...services.flatMap(({ offer, id }) => [
      serviceRecord(provider, offer, id, { place: remote ? null : place, author, day, making }),
      ...hoursOf(offer, id, chance),
      ...capacitiesOf(offer, id, { chance, day, provider }),
    ]),
    ...(provider.shut === undefined
      ? []
      : [
          record('schedule', chance.id(), {
            what: 'closure',
            why: provider.shut.why,
            period: {
              day: day(-provider.shut.from),
              until: day(-provider.shut.from - provider.shut.days + 1),
            },
          }),
        ]),
    // Nobody closes a shelter for the spring holiday; offices do.
    ...(offers.every((offer) => typeof offer.hours === 'object')
      ? [
          record('schedule', chance.id(), {
            what: 'closure',
            why: 'holiday',
            period:
              country === 'az'
                ? { day: '2024-03-20', until: '2024-03-24' }
                : { day: '2024-03-21', until: '2024-03-24' },
            everyYear: true,
          }),
        ]
      : []),
  ];
  const events = (provider.events ?? []).map((event) => ({
    dossier,
    author: chance.one(writers).account,
    at: today - event.daysAgo * DAY,
    changes: [eventRecord(event, chance.id(), first?.id ?? '', day(event.daysAgo))],
  }));
  return [{ dossier, author, at: Math.min(begun, ...events.map(({ at }) => at - DAY)), changes }, ...events];
}

function serviceRecord(
  provider: DemoProvider,
  offer: Offer,
  id: string,
  {
    place,
    author,
    day,
    making,
  }: { place: string | null; author: string; day: (daysAgo: number) => string; making: Making },
): Change {
  const { chance } = making;
  const admission: Record<string, Value> = {};
  for (const [said, groups] of [
    ['admits', offer.admits],
    ['depends', offer.depends],
    ['refuses', offer.refuses],
  ] as const)
    for (const group of groups ?? []) admission[ADMISSION_FIELDS[group]] = said;
  const demands = offer.papers === 'no' ? 'no' : offer.papers === 'unknown' ? 'unknown' : 'yes';
  const checked: Record<string, Value> =
    provider.checked === undefined
      ? {}
      : {
          verified: { day: day(provider.checked) },
          verifiedBy: author,
          verifiedHow: chance.weighed({ called: 4, visited: 3, 'client-told': 2, 'partner-told': 1 }),
        };
  return record('service', id, {
    name: offer.name[provider.language],
    serves: [...offer.serves],
    about: offer.about[provider.language],
    locations: place === null ? undefined : [place],
    reach: offer.reach ?? 'at-location',
    languages: [...LANGUAGES_SPOKEN[provider.language]],
    cost: offer.cost,
    paidBy: offer.paidBy === undefined ? undefined : [...offer.paidBy],
    demandsPapers: demands,
    papers: typeof offer.papers === 'string' ? undefined : [...offer.papers],
    ...admission,
    sonsUpTo: offer.sonsUpTo,
    ageFrom: offer.ageFrom,
    ...checked,
  });
}

function hoursOf({ hours }: Offer, service: string, chance: Chance): Change[] {
  if (hours === '') return [];
  if (hours === 'round')
    return [record('schedule', chance.id(), { what: 'hours', service, roundTheClock: true })];
  const week = Object.fromEntries(WEEKDAY_FIELDS.slice(0, 5).map((name) => [name, hours.week]));
  return [record('schedule', chance.id(), { what: 'hours', service, ...week, saturday: hours.saturday })];
}

/** Figures do not always agree: of some, a second source counts otherwise. */
function capacitiesOf(
  { capacity }: Offer,
  service: string,
  { chance, day, provider }: { chance: Chance; day: (daysAgo: number) => string; provider: DemoProvider },
): Change[] {
  if (capacity === undefined) return [];
  const number = chance.whole(capacity.least, capacity.most);
  const [own, other] = SOURCES[provider.language];
  const daysAgo = chance.whole(1, provider.checked ?? 200);
  const first = record('capacity', chance.id(), {
    service,
    number,
    unit: capacity.unit,
    free: daysAgo < 14 ? chance.whole(0, Math.min(4, number)) : undefined,
    date: { day: day(daysAgo) },
    source: own,
  });
  if (!chance.maybe(0.3)) return [first];
  const counted = record('capacity', chance.id(), {
    service,
    number: number + chance.whole(1, 8),
    unit: 'unknown',
    date: { day: day(daysAgo + chance.whole(30, 200)) },
    source: other,
  });
  return [first, counted];
}

const SOURCES = {
  az: ['Növbətçi dedi', 'İllik hesabat'],
  ru: ['Сказала дежурная', 'Годовой отчёт'],
  en: ['Told by who was on duty', 'Annual report'],
  tg: ['Навбатдор гуфт', 'Ҳисоботи солона'],
} as const;

function eventRecord(event: DemoEvent, id: string, service: string, day: string): Change {
  return record('service-event', id, {
    type: event.type,
    service: service === '' ? undefined : service,
    date: { day },
    why: event.why,
    groups: event.groups === undefined ? undefined : [...event.groups],
    words: event.words,
  });
}

/** Numbers that no network gives out. */
function gate(chance: Chance, country: 'az' | 'tj'): string {
  const digits = (count: number): string => Array.from({ length: count }, () => chance.whole(0, 9)).join('');
  return country === 'az'
    ? `+994 00 ${digits(3)} ${digits(2)} ${digits(2)}`
    : `+992 00 ${digits(3)} ${digits(4)}`;
}

function address(chance: Chance, country: 'az' | 'tj'): string {
  const number = chance.whole(1, 140);
  return country === 'az'
    ? `${chance.one(['Söyüd', 'Alma bağı', 'Yel dəyirmanı', 'Köhnə bulaq'])} küçəsi ${number}`
    : `Кӯчаи ${chance.one(['Бодом', 'Чашма', 'Тутзор', 'Осиёб'])} ${number}`;
}
