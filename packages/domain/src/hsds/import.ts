import type { DirectoryRecord } from '../directory.ts';
import type { FuzzyDate } from '../kind.ts';
import { fieldOf, kindOf } from '../kinds/index.ts';
import { ADMISSION_FIELDS } from '../kinds/service.ts';
import { WEEKDAY_FIELDS } from '../kinds/schedule.ts';
import { areaOf } from '../packs/index.ts';
import { isCode } from '../code-lists/index.ts';
import { isDay } from '../fuzzy-date.ts';
import { parseHours } from '../opening.ts';
import { validateRecord, validateValue } from '../validate.ts';
import { valueOf } from './attributes.ts';
import { checkRows } from './check.ts';
import { BYDAY, FRONT_GATE, NAMELESS, STATUS } from './export.ts';
import type { Flat } from './nest.ts';
import { readCsv, readJson } from './read.ts';
import { isRefusal, type Placed, type Remark } from './report.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';
import { derivedUuid, recordIdOf } from './uuid.ts';

export interface HsdsImport {
  /** Empty where anything was refused: nothing is half imported. */
  records: DirectoryRecord[];
  /** A line each; refusals first. */
  report: Remark[];
  refused: boolean;
}

export interface ImportOptions {
  /** The area code that a town's or district's name means, where the caller can tell. */
  areaByName?: (name: string) => string | undefined;
}

type Fields = Record<string, unknown>;

/** A row of which it is remembered what was taken: the rest is reported. */
class Source {
  readonly where: string;
  private readonly row: Placed['row'];
  private readonly taken = new Set<string>(['id']);

  constructor({ where, row }: Placed) {
    this.where = where;
    this.row = row;
  }

  text(column: string): string {
    const cell = this.row[column];
    if (typeof cell !== 'string') return '';
    this.taken.add(column);
    return cell;
  }

  number(column: string): number | undefined {
    const cell = this.row[column];
    if (typeof cell !== 'number') return undefined;
    this.taken.add(column);
    return cell;
  }

  /** Links between rows, which are told by how the records hang together. */
  link(column: string): string {
    return this.text(column).toLowerCase();
  }

  get id(): string {
    return String(this.row.id).toLowerCase();
  }

  left(): string[] {
    return Object.keys(this.row).filter((column) => !this.taken.has(column));
  }
}

/** Tables of which nothing has a place with us: each row is reported once. */
const UNMAPPED: readonly TableName[] = [
  'program',
  'funding',
  'service_area',
  'metadata',
  'organization_identifier',
];

const TIME = /^(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?$/;

class Importer {
  readonly records: DirectoryRecord[] = [];
  readonly remarks: Remark[] = [];
  private readonly sources: Record<TableName, Source[]>;
  private readonly byColumn = new Map<string, Map<string, Source[]>>();
  private readonly areaByName: NonNullable<ImportOptions['areaByName']>;

  constructor(flat: Flat, options: ImportOptions) {
    const sources: [string, Source[]][] = TABLE_NAMES.map((name) => [
      name,
      flat.rows[name].map((placed) => new Source(placed)),
    ]);
    this.sources = Object.fromEntries(sources) as Record<TableName, Source[]>;
    this.areaByName = options.areaByName ?? (() => undefined);
  }

  /** The rows of a table that point to an id by a column. */
  private of(table: TableName, column: string, id: string): Source[] {
    const key = `${table} ${column}`;
    let index = this.byColumn.get(key);
    if (index === undefined) {
      index = new Map();
      for (const source of this.sources[table]) {
        const to = source.link(column);
        if (to !== '') index.set(to, [...(index.get(to) ?? []), source]);
      }
      this.byColumn.set(key, index);
    }
    return index.get(id) ?? [];
  }

  private note(source: Source, what: string, code: Remark['code']): void {
    this.remarks.push({ where: source.where, what, code });
  }

  /** Attributes of a row that are fields of the kind; the others stay reported. */
  private attributes(kind: string, id: string): Fields {
    const byName = new Map<string, { value: string; taxonomy: string; source: Source }[]>();
    for (const source of this.of('attribute', 'link_id', id)) {
      const term = this.of('taxonomy_term', 'id', source.link('taxonomy_term_id'))[0];
      const name = source.text('link_type');
      const found = { value: source.text('value'), taxonomy: term?.text('taxonomy') ?? '', source };
      byName.set(name, [...(byName.get(name) ?? []), found]);
    }
    const fields: Fields = {};
    for (const [name, found] of byName) {
      if (LINKS.has(name) && found.every(({ taxonomy }) => taxonomy === 'dayaq/field')) continue;
      const field = fieldOf(kind, name);
      // What may not leave may not come in by the same door either: a file is no place for our judgement of others.
      const value = field === undefined || field.release === 'never' ? undefined : valueOf(field, found);
      if (value === undefined)
        for (const { source } of found) this.note(source, name === '' ? 'attribute' : name, 'not-mapped');
      else fields[name] = value;
    }
    return fields;
  }

  /** Values of one of our own links (`LINKS`) at a row. */
  private links(id: string, name: string): { source: Source; value: string }[] {
    return this.of('attribute', 'link_id', id)
      .filter((source) => source.text('link_type') === name)
      .map((source) => {
        source.link('taxonomy_term_id');
        return { source, value: source.text('value') };
      });
  }

  private add(source: Source, kind: string, id: string, provider: string, fields: Fields): void {
    const kept = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined),
    );
    for (const { field, problem } of validateRecord(kind, kept))
      if (problem !== 'required' && problem !== 'contradicts') this.note(source, field, 'not-valid');
    this.records.push({
      id: recordIdOf(id),
      kind,
      dossier: recordIdOf(provider),
      deleted: false,
      fields: kept,
    });
  }

  private frontGate(column: 'organization_id' | 'location_id', id: string): string {
    const phones = this.of('phone', column, id).map((source) => {
      if (source.text('description') !== FRONT_GATE && source.text('description') !== '')
        this.note(source, 'description', 'not-mapped');
      return source.text('number');
    });
    const contacts = this.of('contact', column, id).map((source) => {
      if (source.text('title') === FRONT_GATE) return source.text('name');
      return [source.text('name'), source.text('title'), source.text('department'), source.text('email')]
        .filter((part) => part !== '')
        .join(', ');
    });
    return [...phones, ...contacts].filter((part) => part !== '').join('; ');
  }

  provider(source: Source): void {
    const { id } = source;
    const name = unnamed(source.text('name'));
    const about = source.text('description');
    this.add(source, 'provider', id, id, {
      ...this.attributes('provider', id),
      name,
      alternateNames: source.text('alternate_name'),
      about: about === name || about === NAMELESS ? '' : about,
      ...here('website', source.text('website')),
      ...here('email', source.text('email')),
      frontGate: this.frontGate('organization_id', id),
    });
  }

  private providerOfLocation(source: Source): string {
    const own = source.link('organization_id');
    if (own !== '') return own;
    const at = this.of('service_at_location', 'location_id', source.id)[0];
    const service = at === undefined ? undefined : this.of('service', 'id', at.link('service_id'))[0];
    return service?.link('organization_id') ?? '';
  }

  location(source: Source): void {
    const { id } = source;
    const provider = this.providerOfLocation(source);
    if (provider === '') {
      this.note(source, 'organization_id', 'missing');
      return;
    }
    const fields = this.attributes('location', id);
    const type = source.text('location_type');
    if (type !== 'physical') this.note(source, 'location_type', 'not-mapped');
    const addresses = this.of('address', 'location_id', id);
    for (const row of addresses) row.text('address_type');
    const address = addresses.map((row) =>
      ['address_1', 'address_2', 'city', 'region', 'state_province', 'postal_code', 'country']
        .map((column) => row.text(column))
        .filter((part) => part !== '')
        .join(', '),
    );
    const access = this.of('accessibility', 'location_id', id).map((row) => {
      const code = row.text('details');
      const known = isCode('accessibility', code) && row.id === derivedUuid('access', id, code);
      if (known) row.text('description');
      return known ? { code } : { code: 'other', words: row.text('description') || code };
    });
    const codes = [...new Set(access.map(({ code }) => code))];
    const words = access.flatMap((one) => one.words ?? []).join('; ');
    this.add(source, 'location', id, provider, {
      area: fields.area ?? this.area(source),
      ...fields,
      name: source.text('name'),
      frontGate: this.frontGate('location_id', id),
      address: address.join('\n'),
      transport: source.text('transportation'),
      access: codes.length === 0 ? undefined : codes,
      ...here('accessOther', words),
    });
  }

  private area(source: Source): { area: string } {
    const ours = source.text('external_identifier_type') === 'dayaq/area';
    const area = ours ? source.text('external_identifier') : '';
    if (ours && (areaOf(area) !== undefined || validateValue({ is: 'place' }, { area }) === null))
      return { area };
    for (const row of this.of('address', 'location_id', source.id))
      for (const column of ['city', 'region', 'state_province']) {
        const named = this.areaByName(row.text(column));
        if (named !== undefined) return { area: named };
      }
    this.note(source, 'area', 'area-not-known');
    return { area: 'unknown' };
  }

  service(source: Source): void {
    const { id } = source;
    const fields = this.attributes('service', id);
    const status = source.text('status');
    const state = Object.entries(STATUS).find(([, word]) => word === status)?.[0] ?? 'paused';
    const said = Object.values(ADMISSION_FIELDS).some((name) => fields[name] !== undefined);
    const eligibility = source.text('eligibility_description');
    if (said && eligibility !== '') this.note(source, 'eligibility_description', 'not-mapped');
    const assured = source.text('assured_date');
    if (assured !== '' && !isDay(assured)) this.note(source, 'assured_date', 'not-valid');
    const at = this.of('service_at_location', 'service_id', id).map((row) => row.link('location_id'));
    this.add(source, 'service', id, source.link('organization_id'), {
      ...(status === 'active' ? {} : { state }),
      ...(assured === '' ? {} : { verified: { day: assured } }),
      ...this.languages(id),
      ...this.papers(id, fields),
      ...fields,
      ...this.costs(id),
      name: unnamed(source.text('name')),
      about: source.text('description'),
      howToCome: source.text('application_process'),
      ageFrom: source.number('minimum_age'),
      ageTo: source.number('maximum_age'),
      locations: at.length === 0 ? undefined : at.map(recordIdOf),
      ...here('admissionNote', said ? '' : eligibility),
    });
    for (const { source: row, value } of this.links(id, 'capacity')) this.capacity(row, id, source, value);
  }

  private costs(id: string): Fields {
    const options = this.of('cost_option', 'service_id', id);
    const [only] = options;
    if (only === undefined) return {};
    if (options.length === 1 && only.id === derivedUuid('cost', id)) {
      return { cost: only.text('option'), costNote: only.text('amount_description') };
    }
    const amounts = options.map((row) => row.number('amount'));
    const words = options.map((row, index) =>
      [row.text('option'), amounts[index], row.text('currency'), row.text('amount_description')]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    );
    const known = amounts.every((amount) => amount !== undefined);
    const free = amounts.filter((amount) => amount === 0).length;
    const cost = !known ? 'unknown' : free === amounts.length ? 'free' : free > 0 ? 'partly' : 'paid';
    return { cost, costNote: words.filter((part) => part !== '').join('\n') };
  }

  private languages(id: string): Fields {
    const codes: string[] = [];
    const words: string[] = [];
    for (const row of this.of('language', 'service_id', id)) {
      const code = row.text('code');
      const name = row.text('name');
      if (isCode('languages', code)) codes.push(code);
      else words.push(name || code);
    }
    if (words.length > 0 && !codes.includes('other')) codes.push('other');
    return codes.length === 0 ? {} : { languages: codes, ...here('languagesOther', words.join(', ')) };
  }

  private papers(id: string, fields: Fields): Fields {
    const known: readonly unknown[] = Array.isArray(fields.papers) ? fields.papers : [];
    const ours = new Set(known.map((code) => derivedUuid('paper', id, String(code))));
    const words = this.of('required_document', 'service_id', id)
      .map((row) => ({ ours: ours.has(row.id), words: row.text('document') }))
      .filter((paper) => !paper.ours && paper.words !== '');
    if (words.length === 0) return {};
    return { demandsPapers: 'yes', papers: ['other'], papersOther: words.map((p) => p.words).join('; ') };
  }

  private capacity(row: Source, service: string, owner: Source, value: string): void {
    let fields: unknown;
    try {
      fields = JSON.parse(value);
    } catch {
      fields = undefined;
    }
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      this.note(row, 'capacity', 'not-mapped');
      return;
    }
    const names = new Set(
      kindOf('capacity')
        ?.fields.filter((f) => f.release !== 'never')
        .map((f) => f.name),
    );
    const kept = Object.entries(fields).filter(([name]) => names.has(name) && name !== 'location');
    const place = 'location' in fields ? String(fields.location).toLowerCase() : '';
    const known = this.of('location', 'id', place).length > 0;
    this.add(row, 'capacity', row.id, owner.link('organization_id'), {
      ...Object.fromEntries(kept),
      service: recordIdOf(service),
      ...(known ? { location: recordIdOf(place) } : {}),
    });
  }

  private providerOfSchedule(service: string, location: string, id: string): string {
    const owner = this.of('service', 'id', service)[0];
    if (owner !== undefined) return owner.link('organization_id');
    const place = this.of('location', 'id', location)[0];
    if (place !== undefined) return this.providerOfLocation(place);
    const whole = this.of('attribute', 'value', id).find((row) => row.text('link_type') === 'schedule');
    return whole?.link('link_id') ?? '';
  }

  schedules(): void {
    const parts = new Map<string, Source[]>();
    const firsts: Source[] = [];
    for (const source of this.sources.schedule) {
      const [part] = this.links(source.id, 'partOf');
      if (part === undefined) firsts.push(source);
      else parts.set(part.value.toLowerCase(), [...(parts.get(part.value.toLowerCase()) ?? []), source]);
    }
    for (const source of firsts) this.schedule(source, parts.get(source.id) ?? []);
    const known = new Set(firsts.map((source) => source.id));
    for (const [first, rows] of parts)
      if (!known.has(first)) for (const row of rows) this.note(row, 'partOf', 'points-nowhere');
  }

  private schedule(source: Source, parts: readonly Source[]): void {
    const { id } = source;
    const at = this.of('service_at_location', 'id', source.link('service_at_location_id'))[0];
    const service = source.link('service_id') || (at?.link('service_id') ?? '');
    const location = source.link('location_id') || (at?.link('location_id') ?? '');
    const provider = this.providerOfSchedule(service, location, id);
    if (provider === '') {
      this.note(source, 'service_id', 'missing');
      return;
    }
    const fields = this.attributes('schedule', id);
    const what = fields.what ?? 'hours';
    if (what === 'closure') source.text('description');
    const period = periodOf(source);
    const times = new Map<string, string[]>();
    for (const row of [source, ...parts]) this.times(row, times);
    for (const part of parts)
      for (const column of ['service_id', 'location_id', 'service_at_location_id', 'valid_from', 'valid_to'])
        part.text(column);
    const roundTheClock = fields.roundTheClock === true;
    const week = Object.fromEntries([...times].map(([name, spans]) => [name, spans.sort().join(', ')]));
    this.add(source, 'schedule', id, provider, {
      ...(period === undefined ? {} : { period }),
      ...(roundTheClock ? {} : week),
      ...fields,
      what,
      ...(service === '' ? {} : { service: recordIdOf(service) }),
      ...(location === '' ? {} : { location: recordIdOf(location) }),
    });
  }

  /** One row's weekdays and times, added to the week; what recurs otherwise than weekly is reported. */
  private times(row: Source, week: Map<string, string[]>): void {
    const days = row
      .text('byday')
      .split(',')
      .map((day) => day.trim());
    const opens = TIME.exec(row.text('opens_at'));
    const closes = TIME.exec(row.text('closes_at'));
    const weekly = row.text('freq') !== 'MONTHLY' && (row.number('interval') ?? 1) === 1;
    if (row.text('byday') === '' && opens === null) return;
    const named = days.map((day) => WEEKDAY_FIELDS[(BYDAY as readonly string[]).indexOf(day)]);
    if (!weekly || named.some((name) => name === undefined)) {
      this.note(row, 'freq', 'recurrence-not-mapped');
      return;
    }
    const time = opens && closes ? `${opens[1]}:${opens[2]}-${closes[1]}:${closes[2]}` : '';
    if (time === '' || parseHours(time) === null) {
      this.note(row, 'opens_at', 'time-not-read');
      return;
    }
    if (opens?.[3] !== undefined) this.note(row, 'opens_at', 'zone-left-out');
    for (const name of named) if (name !== undefined) week.set(name, [...(week.get(name) ?? []), time]);
  }

  run(): void {
    for (const source of this.sources.organization) this.provider(source);
    for (const source of this.sources.location) this.location(source);
    for (const source of this.sources.service) this.service(source);
    this.schedules();
    this.report();
  }

  /** What nobody took. */
  private report(): void {
    // Names and links that say nothing of their own.
    for (const source of this.sources.taxonomy_term)
      for (const column of ['code', 'name', 'description', 'taxonomy']) source.text(column);
    for (const source of this.sources.attribute) source.text('link_entity');
    for (const name of TABLE_NAMES)
      for (const source of this.sources[name]) {
        if (UNMAPPED.includes(name)) this.note(source, name, 'not-mapped');
        else for (const column of source.left()) this.note(source, column, 'not-mapped');
      }
  }
}

/** Attributes that tell how records hang together and are fields of none. */
const LINKS = new Set(['partOf', 'schedule', 'capacity']);

const unnamed = (name: string): string => (name === NAMELESS ? '' : name);
const here = (name: string, value: string): Fields => (value === '' ? {} : { [name]: value });

function periodOf(source: Source): FuzzyDate | undefined {
  const from = source.text('valid_from') || source.text('dtstart');
  const to = source.text('valid_to') || source.text('until');
  if (!isDay(from)) return undefined;
  return isDay(to) && to >= from ? { day: from, until: to } : { day: from };
}

function importFlat(flat: Flat, options: ImportOptions): HsdsImport {
  const remarks = [...flat.remarks, ...checkRows(flat.rows)];
  let records: DirectoryRecord[] = [];
  if (!remarks.some(isRefusal)) {
    const importer = new Importer(flat, options);
    importer.run();
    remarks.push(...importer.remarks);
    records = importer.records;
  }
  const refusals = remarks.filter(isRefusal);
  return {
    records: refusals.length > 0 ? [] : records,
    report: [...refusals, ...remarks.filter((remark) => !isRefusal(remark))],
    refused: refusals.length > 0,
  };
}

/** Reads a JSON file of HSDS 3.0. All of it or none: see `report`. */
export const importHsdsJson = (text: string, options: ImportOptions = {}): HsdsImport =>
  importFlat(readJson(text), options);

/** Reads the files of a datapackage of HSDS 3.0 (path → text). All of it or none: see `report`. */
export const importHsdsCsv = (
  files: Readonly<Record<string, string>>,
  options: ImportOptions = {},
): HsdsImport => importFlat(readCsv(files), options);
