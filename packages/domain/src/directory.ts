import type { PlainRecord } from './plain-record.ts';
import { carefulReading } from './careful.ts';
import type { Language } from './kind.ts';
import { NAME_IN } from './kinds/provider.ts';
import { fuzzyRange, isFuzzyDate } from './fuzzy-date.ts';
import { kindOf } from './kinds/index.ts';
import { ADMISSION_FIELDS, ADMISSION_GROUP_NAMES, type AdmissionGroup } from './kinds/service.ts';
import { type Opening, openingOf } from './opening.ts';

/** A record of the directory, and the dossier in which it is: its provider's id. */
export interface DirectoryRecord
  extends Pick<PlainRecord, 'id' | 'kind' | 'deleted' | 'fields' | 'versions'> {
  dossier: string;
}

export type Admission = 'admits' | 'depends' | 'refuses' | 'unknown';

export interface CapacityFigure {
  number: number;
  /** Code of the list `capacity-units`. */
  unit: string;
  free?: number;
  /** YYYY-MM-DD: the last day that the date may mean. */
  date: string;
  source: string;
}

export interface ServiceHistory {
  /** Code of the list `service-event-types`. */
  type: string;
  /** First day that the date may mean, or empty. */
  day: string;
  groups: readonly string[];
}

/** A service with all that is known of it in one place: what matching and coverage read. */
export interface ServiceEntry {
  id: string;
  provider: string;
  name: string;
  providerName: string;
  /** Its provider's name in the languages in which somebody wrote it. */
  providerNames: Readonly<Partial<Record<Language, string>>>;
  /** Every name by which somebody may mean it. */
  names: readonly string[];
  serves: readonly string[];
  reach: string;
  areas: readonly string[];
  languages: readonly string[];
  cost: string;
  /** Code of the list `provider-types`, or empty: who runs it, the provider where the service says nothing else. */
  runBy: string;
  /** Codes of the list `payers`; empty where nobody said. */
  paidBy: readonly string[];
  demandsPapers: string;
  papers: readonly string[];
  admission: Readonly<Partial<Record<AdmissionGroup, Admission>>>;
  sonsUpTo?: number;
  ageFrom?: number;
  ageTo?: number;
  /** The worse of the service's and its provider's. */
  state: 'active' | 'paused' | 'ended';
  trust: string;
  reportsTo: readonly string[];
  /** YYYY-MM-DD, or empty where nobody ever checked. */
  verified: string;
  opening: Opening;
  capacities: readonly CapacityFigure[];
  history: readonly ServiceHistory[];
}

type Fields = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const lastDay = (value: unknown): string => (isFuzzyDate(value) ? fuzzyRange(value).to : '');

function areaIn(fields: Fields): string {
  const place = fields.area;
  return typeof place === 'object' && place !== null && 'area' in place ? text(place.area) : '';
}

const STATES = ['active', 'paused', 'ended'] as const;
function worse(a: unknown, b: unknown): ServiceEntry['state'] {
  const rank = (state: unknown): number => Math.max(0, (STATES as readonly unknown[]).indexOf(state));
  return STATES[Math.max(rank(a), rank(b))] ?? 'active';
}

function admissionOf(fields: Fields): ServiceEntry['admission'] {
  const admission: Partial<Record<AdmissionGroup, Admission>> = {};
  for (const group of ADMISSION_GROUP_NAMES) {
    const said = fields[ADMISSION_FIELDS[group]];
    if (said === 'admits' || said === 'depends' || said === 'refuses' || said === 'unknown')
      admission[group] = said;
  }
  return admission;
}

function capacityOf(record: DirectoryRecord): CapacityFigure[] {
  const { fields } = record;
  const count = number(fields.number);
  const free = number(fields.free);
  if (count === undefined) return [];
  return [
    {
      number: count,
      unit: text(fields.unit) || 'unknown',
      ...(free === undefined ? {} : { free }),
      date: lastDay(fields.date),
      source: text(fields.source),
    },
  ];
}

function historyOf(record: DirectoryRecord): ServiceHistory {
  const { fields } = record;
  return {
    type: text(fields.type),
    day: isFuzzyDate(fields.date) ? fuzzyRange(fields.date).from : '',
    groups: texts(fields.groups),
  };
}

const PART_KINDS = ['schedule', 'capacity', 'service-event'] as const;
type PartKind = (typeof PART_KINDS)[number];
const INNER_KINDS = ['service', 'location', ...PART_KINDS] as const;
type InnerKind = (typeof INNER_KINDS)[number];
/** The kinds that a directory is made of. */
export const DIRECTORY_KINDS: readonly string[] = ['provider', ...INNER_KINDS];

const isInner = (kind: string): kind is InnerKind => (INNER_KINDS as readonly string[]).includes(kind);

/** One provider's dossier, sorted by kind. */
type Dossier = Record<InnerKind, DirectoryRecord[]> & { provider?: DirectoryRecord };

/**
 * What stands in a dossier for all of its services is read for each of them. So that the whole stays as large as the
 * dossier is, and no larger, a dossier of very many services gives each fewer of those records: its first.
 */
const READ_FOR_ALL = 20_000;

/** The parts of one provider's dossier by what they are about. */
class Parts {
  readonly #dossier: Dossier;
  readonly #most: number;
  readonly #places: ReadonlyMap<string, DirectoryRecord>;
  readonly #byService = new Map<string, DirectoryRecord[]>();
  readonly #byPlace = new Map<string, DirectoryRecord[]>();
  /** Without a service, at a place of this dossier or at none. */
  readonly #everywhere = new Map<PartKind, DirectoryRecord[]>();

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
    this.#most = Math.ceil(READ_FOR_ALL / Math.max(1, dossier.service.length));
    this.#places = new Map(dossier.location.map((location) => [location.id, location]));
    for (const kind of PART_KINDS) for (const record of dossier[kind]) this.#place(kind, record);
  }

  #place(kind: PartKind, record: DirectoryRecord): void {
    const service = text(record.fields.service);
    const location = text(record.fields.location);
    if (service !== '') put(this.#byService, `${kind} ${service}`, record);
    else {
      if (location !== '' && !this.#places.has(location)) return;
      put(this.#everywhere, kind, record);
      put(this.#byPlace, `${kind} ${location}`, record);
    }
  }

  /** The places of a service: those that it names, or all of its provider's. */
  placesOf(named: readonly string[]): DirectoryRecord[] {
    if (named.length === 0) return this.#dossier.location.slice(0, this.#most);
    return [...new Set(named)].flatMap((id) => this.#places.get(id) ?? []);
  }

  concerning(kind: PartKind, service: string, named: readonly string[]): DirectoryRecord[] {
    const shared =
      named.length === 0
        ? (this.#everywhere.get(kind) ?? [])
        : ['', ...new Set(named)].flatMap((place) => this.#byPlace.get(`${kind} ${place}`) ?? []);
    return [...(this.#byService.get(`${kind} ${service}`) ?? []), ...shared.slice(0, this.#most)];
  }
}

function put<K>(lists: Map<K, DirectoryRecord[]>, key: K, record: DirectoryRecord): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [record]);
  else list.push(record);
}

/** A provider's name in the languages in which somebody wrote it. */
export function namesIn(provider: Fields): Partial<Record<Language, string>> {
  const names: Partial<Record<Language, string>> = {};
  for (const [language, field] of Object.entries(NAME_IN)) {
    const name = text(provider[field]).trim();
    if (name !== '') names[language as Language] = name;
  }
  return names;
}

/** Every name of a provider, its first the one that it is kept under; none twice, none empty. */
export function namesOf(provider: Fields): string[] {
  const all = [
    text(provider.name),
    ...Object.values(namesIn(provider)),
    ...text(provider.alternateNames).split('\n'),
  ].map((name) => name.trim());
  return [...new Set(all.filter((name) => name !== ''))];
}

/** What a provider is called for a reader of a language. */
export const nameFor = (provider: Fields, language: Language): string =>
  namesIn(provider)[language] ?? text(provider.name);

function entryOf(service: DirectoryRecord, provider: Fields, parts: Parts): ServiceEntry {
  const { fields } = service;
  const named = texts(fields.locations);
  const places = parts.placesOf(named);
  const optional = (name: 'sonsUpTo' | 'ageFrom' | 'ageTo'): Partial<Record<typeof name, number>> => {
    const value = number(fields[name]);
    return value === undefined ? {} : { [name]: value };
  };
  const providerName = text(provider.name);
  return {
    id: service.id,
    provider: service.dossier,
    name: text(fields.name),
    providerName,
    providerNames: namesIn(provider),
    names: [text(fields.name), ...namesOf(provider)].filter((name) => name !== ''),
    serves: texts(fields.serves),
    reach: text(fields.reach) || 'at-location',
    areas: [...new Set(places.map((place) => areaIn(place.fields)).filter((area) => area !== ''))].sort(),
    languages: texts(fields.languages),
    cost: text(fields.cost) || 'unknown',
    runBy: text(fields.runBy) || text(provider.type),
    paidBy: texts(fields.paidBy),
    demandsPapers: text(fields.demandsPapers) || 'unknown',
    papers: texts(fields.papers),
    admission: admissionOf(fields),
    ...optional('sonsUpTo'),
    ...optional('ageFrom'),
    ...optional('ageTo'),
    state: worse(fields.state, provider.state),
    trust: text(provider.trust) || 'not-known',
    reportsTo: texts(provider.reportsTo),
    verified: lastDay(fields.verified),
    opening: openingOf(parts.concerning('schedule', service.id, named)),
    capacities: parts.concerning('capacity', service.id, named).flatMap(capacityOf),
    history: parts.concerning('service-event', service.id, named).map(historyOf),
  };
}

/** Puts the directory's records together, one entry a service. Deleted records and foreign kinds are left out. */
export function directoryOf(records: readonly DirectoryRecord[]): ServiceEntry[] {
  const dossiers = new Map<string, Dossier>();
  for (const each of records) {
    if (each.deleted) continue;
    const record = each.versions === undefined ? each : { ...each, fields: carefulReading(each) };
    let dossier = dossiers.get(record.dossier);
    if (dossier === undefined) {
      dossier = { service: [], location: [], schedule: [], capacity: [], 'service-event': [] };
      dossiers.set(record.dossier, dossier);
    }
    if (record.kind === 'provider') dossier.provider = record;
    else if (isInner(record.kind)) dossier[record.kind].push(record);
  }
  return [...dossiers.values()].flatMap((dossier) => {
    const parts = new Parts(dossier);
    return dossier.service.map((service) => entryOf(service, dossier.provider?.fields ?? {}, parts));
  });
}

/**
 * What of a directory record could be made public, after review: nothing that is `never` released, and of a hidden
 * place not even the district.
 */
export function publicFields(kind: string, fields: Fields): Record<string, unknown> {
  const open: Record<string, unknown> = {};
  for (const field of kindOf(kind)?.fields ?? []) {
    if (field.release === 'never' || fields[field.name] === undefined) continue;
    if (
      kind === 'location' &&
      fields.hidden === true &&
      (field.name === 'area' || field.name === 'transport')
    )
      continue;
    open[field.name] = fields[field.name];
  }
  return open;
}
