import { type DirectoryRecord, publicFields } from '../directory.ts';
import { isFuzzyDate } from '../fuzzy-date.ts';
import type { FuzzyDate } from '../kind.ts';
import { fieldOf } from '../kinds/index.ts';
import { WEEKDAY_FIELDS } from '../kinds/schedule.ts';
import { MINUTES_A_DAY, formatMinute, parseHours } from '../opening.ts';
import { isEmpty } from '../validate.ts';
import { attributesOf, type Label } from './attributes.ts';
import { formatCsv } from '../csv.ts';
import { type HsdsJson, nest } from './nest.ts';
import { emptyTables, type Row, TABLE_NAMES, type TableName, TABLES, type Tables } from './tables.ts';
import { derivedUuid, uuidOf } from './uuid.ts';

/** What did not go into the export, and why. Nobody should think that a file holds what it does not. */
export interface HeldBack {
  record: string;
  kind: string;
  /** The field, or empty where the whole record stayed. */
  field: string;
  why:
    | 'never-released'
    /** Events about people leave only as counts. */
    | 'only-as-counts'
    /** It has no provider, or is about a service or place that is not in the export. */
    | 'stands-alone'
    /** Its id is none of ours. */
    | 'strange-id';
}

export interface HsdsExport {
  tables: Tables;
  heldBack: HeldBack[];
}

export const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const STATUS = { active: 'active', paused: 'temporarily closed', ended: 'defunct' } as const;
/** Stands where HSDS demands a name and we have none. */
export const NAMELESS = '–';
export const FRONT_GATE = 'front gate';
const URI = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(?:[/?#][a-z0-9._~:/?#@!$&'()*+,;=%-]*)?$/i;
const EMAIL = /^[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const NUMBER = /^\+?[\d][\d\s()-]{2,24}$/;

type Fields = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

class Exporter {
  readonly tables = emptyTables();
  readonly heldBack: HeldBack[] = [];
  private readonly terms = new Set<unknown>();
  private readonly label: Label;

  constructor(label: Label) {
    this.label = label;
  }

  row(table: TableName, row: Record<string, string | number | undefined>): void {
    const kept: Row = {};
    for (const [column, cell] of Object.entries(row))
      if (cell !== undefined && cell !== '') kept[column] = cell;
    this.tables[table].push(kept);
  }

  /** Every field that is left after the columns took theirs. */
  attributes(entity: TableName, id: string, kind: string, fields: Fields): void {
    for (const [name, value] of Object.entries(fields)) {
      const field = fieldOf(kind, name);
      if (field === undefined || isEmpty(value)) continue;
      for (const { attribute, term } of attributesOf(entity, id, field, value, this.label)) {
        this.tables.attribute.push(attribute);
        if (!this.terms.has(term.id)) this.tables.taxonomy_term.push(term);
        this.terms.add(term.id);
      }
    }
  }

  frontGate(link: 'organization_id' | 'location_id', id: string, gate: string): void {
    if (gate === '') return;
    const row = { id: derivedUuid('gate', id), [link]: id };
    if (NUMBER.test(gate)) this.row('phone', { ...row, number: gate, description: FRONT_GATE });
    else this.row('contact', { ...row, name: gate, title: FRONT_GATE });
  }

  provider(id: string, fields: Fields): void {
    const { name, alternateNames, about, website, email, frontGate, ...rest } = fields;
    const asUri = URI.test(text(website));
    const asEmail = EMAIL.test(text(email));
    this.row('organization', {
      id,
      name: text(name) || NAMELESS,
      alternate_name: text(alternateNames),
      // HSDS demands a description; the name stands in where nobody wrote one.
      description: text(about) || text(name) || NAMELESS,
      website: asUri ? text(website) : undefined,
      email: asEmail ? text(email) : undefined,
    });
    this.frontGate('organization_id', id, text(frontGate));
    this.attributes('organization', id, 'provider', {
      ...rest,
      ...(asUri ? {} : { website }),
      ...(asEmail ? {} : { email }),
    });
  }

  service(id: string, provider: string, fields: Fields, locations: readonly string[]): void {
    const { name, about, howToCome, ageFrom, ageTo, state, verified, cost, costNote, papers, ...rest } =
      fields;
    const { languages, languagesOther, locations: _locations, ...others } = rest;
    const day = isFuzzyDate(verified) && exact(verified) ? verified.day : undefined;
    this.row('service', {
      id,
      organization_id: provider,
      name: text(name) || NAMELESS,
      description: text(about),
      status: Object.hasOwn(STATUS, text(state)) ? STATUS[state as keyof typeof STATUS] : 'active',
      application_process: text(howToCome),
      minimum_age: typeof ageFrom === 'number' ? ageFrom : undefined,
      maximum_age: typeof ageTo === 'number' ? ageTo : undefined,
      assured_date: day,
    });
    if (!isEmpty(cost) || !isEmpty(costNote))
      this.row('cost_option', {
        id: derivedUuid('cost', id),
        service_id: id,
        option: text(cost),
        amount_description: text(costNote),
      });
    for (const code of texts(languages))
      this.row('language', {
        id: derivedUuid('language', id, code),
        service_id: id,
        code,
        name: this.label('languages', code),
      });
    if (!isEmpty(languagesOther))
      this.row('language', { id: derivedUuid('language', id), service_id: id, name: text(languagesOther) });
    for (const code of texts(papers))
      this.row('required_document', {
        id: derivedUuid('paper', id, code),
        service_id: id,
        document: this.label('documents', code),
      });
    for (const location of locations)
      this.row('service_at_location', {
        id: derivedUuid('at', id, location),
        service_id: id,
        location_id: location,
      });
    this.attributes('service', id, 'service', {
      ...others,
      papers,
      // "Active" is what HSDS says of every service, so ours says when somebody really meant it.
      state,
      ...(day === undefined ? { verified } : {}),
    });
  }

  location(id: string, provider: string, fields: Fields): void {
    const { name, area, frontGate, access, transport, ...rest } = fields;
    const place =
      typeof area === 'object' && area !== null ? (area as { area?: unknown; detail?: unknown }) : {};
    const plain = typeof place.area === 'string' && place.detail === undefined;
    this.row('location', {
      id,
      location_type: 'physical',
      organization_id: provider,
      name: text(name),
      transportation: text(transport),
      external_identifier: plain ? text(place.area) : undefined,
      external_identifier_type: plain ? 'dayaq/area' : undefined,
    });
    this.frontGate('location_id', id, text(frontGate));
    for (const code of texts(access))
      this.row('accessibility', {
        id: derivedUuid('access', id, code),
        location_id: id,
        description: this.label('accessibility', code),
        details: code,
      });
    this.attributes('location', id, 'location', { ...rest, ...(plain ? {} : { area }) });
  }

  /** One row for each time of day, with the weekdays that share it; the record's id is the first row's. */
  schedule(id: string, links: Record<string, string | undefined>, fields: Fields): void {
    const { service: _service, location: _location, period, ...rest } = fields;
    const valid = periodCells(period);
    const times = new Map<string, string[]>();
    const unread: Fields = {};
    // Of a closure no times go out: a reader would take them for hours in which it is open.
    const closure = fields.what === 'closure';
    if (fields.roundTheClock === true && !closure) times.set('00:00-23:59', [...BYDAY]);
    for (const [index, name] of WEEKDAY_FIELDS.entries()) {
      const { [name]: written } = fields;
      delete rest[name];
      if (isEmpty(written)) continue;
      const spans = parseHours(text(written));
      if (spans === null || closure || fields.roundTheClock === true || canonical(spans) !== written) {
        // As it was typed, so that nothing is lost on the way back.
        unread[name] = written;
      }
      if (closure || fields.roundTheClock === true) continue;
      for (const time of spans === null ? [] : canonical(spans).split(', '))
        times.set(time, [...(times.get(time) ?? []), BYDAY[index] ?? 'MO']);
    }
    const rows = times.size === 0 ? [['', [] as string[]] as const] : [...times];
    for (const [index, [time, days]] of rows.entries()) {
      const [opens, closes] = time.split('-');
      const rowId = index === 0 ? id : derivedUuid('times', id, String(index));
      const recurs = days.length > 0 ? { freq: 'WEEKLY', interval: 1, byday: days.join(',') } : {};
      const closed = closure ? { description: this.label('schedule-types', 'closure') } : {};
      this.row('schedule', {
        id: rowId,
        ...links,
        ...valid.cells,
        ...recurs,
        opens_at: opens,
        closes_at: closes,
        ...closed,
      });
      if (index > 0) this.link('schedule', rowId, 'partOf', id);
    }
    this.attributes('schedule', id, 'schedule', { ...rest, ...unread, ...(valid.left ? { period } : {}) });
  }

  /** A value that belongs to no field: how rows of HSDS hang together with us. */
  link(entity: TableName, link: string, name: string, value: string, id?: string): void {
    const field = { name, type: { is: 'text', max: value.length } } as const;
    for (const { attribute, term } of attributesOf(entity, link, field, value, this.label)) {
      this.tables.attribute.push({ ...attribute, id: id ?? derivedUuid('attribute', link, name, value) });
      if (!this.terms.has(term.id)) this.tables.taxonomy_term.push(term);
      this.terms.add(term.id);
    }
  }

  /** HSDS 3.0 has no place for capacity: it stands as an attribute of its service, whole. */
  capacity(id: string, service: string, fields: Fields): void {
    const { service: _service, location, ...rest } = fields;
    const place = uuidOf(text(location));
    const whole = { ...rest, ...(place === null ? {} : { location: place }) };
    this.link('service', service, 'capacity', JSON.stringify(whole), id);
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const exact = (date: FuzzyDate): boolean =>
  date.day.length === 10 && date.about !== true && date.until === undefined;

function canonical(spans: readonly (readonly [number, number])[]): string {
  const closes = (to: number): number => (to > MINUTES_A_DAY ? to - MINUTES_A_DAY : to);
  return spans.map(([from, to]) => `${formatMinute(from)}-${formatMinute(closes(to))}`).join(', ');
}

function periodCells(period: unknown): { cells: { valid_from?: string; valid_to?: string }; left: boolean } {
  if (!isFuzzyDate(period) || period.about !== undefined || period.day.length < 10)
    return { cells: {}, left: true };
  if (period.until === undefined) return { cells: { valid_from: period.day }, left: false };
  if (period.until.length < 10) return { cells: {}, left: true };
  return { cells: { valid_from: period.day, valid_to: period.until }, left: false };
}

/**
 * The directory as tables of HSDS 3.0: only what may be made public, and a report of what stayed.
 * @param label names codes for readers of the file; without it the codes stand for themselves
 */
export function exportHsds(
  records: readonly DirectoryRecord[],
  label: Label = (_list, code) => code,
): HsdsExport {
  const out = new Exporter(label);
  const uuids = new Map<string, string>();
  const live = records.filter((record) => !record.deleted);
  for (const record of live) {
    const uuid = uuidOf(record.id);
    if (uuid === null)
      out.heldBack.push({ record: record.id, kind: record.kind, field: '', why: 'strange-id' });
    else uuids.set(`${record.kind} ${record.id}`, uuid);
  }
  const uuid = (kind: string, id: unknown): string | undefined => uuids.get(`${kind} ${text(id)}`);
  const alone = ({ id, kind }: DirectoryRecord): void => {
    out.heldBack.push({ record: id, kind, field: '', why: 'stands-alone' });
  };
  const ORDER = ['provider', 'location', 'service', 'schedule', 'capacity', 'service-event'];
  const ordered = ORDER.flatMap((kind) => live.filter((record) => record.kind === kind));
  for (const record of ordered) {
    const { id: recordId, kind, dossier } = record;
    const id = uuid(kind, recordId);
    if (id === undefined) continue;
    if (kind === 'service-event') {
      out.heldBack.push({ record: recordId, kind, field: '', why: 'only-as-counts' });
      continue;
    }
    const provider = uuid('provider', dossier);
    if (provider === undefined) {
      alone(record);
      continue;
    }
    const fields = publicFields(kind, record.fields);
    for (const name of Object.keys(record.fields))
      if (!Object.hasOwn(fields, name) && !isEmpty(record.fields[name]))
        out.heldBack.push({ record: recordId, kind, field: name, why: 'never-released' });
    const service = uuid('service', fields.service);
    const location = uuid('location', fields.location);
    const dangling =
      (!isEmpty(fields.service) && service === undefined) ||
      (!isEmpty(fields.location) && location === undefined);
    if (dangling) alone(record);
    else if (kind === 'provider') out.provider(id, fields);
    else if (kind === 'location') out.location(id, provider, fields);
    else if (kind === 'service')
      out.service(
        id,
        provider,
        fields,
        texts(fields.locations).flatMap((at) => uuid('location', at) ?? []),
      );
    else if (kind === 'schedule') {
      const links = { service_id: service, location_id: location };
      const whole = service === undefined && location === undefined;
      out.schedule(id, links, fields);
      // A schedule of all that a provider does belongs to no row of HSDS: the provider says that it is his.
      if (whole) out.link('organization', provider, 'schedule', id);
    } else if (service === undefined) alone(record);
    else out.capacity(id, service, fields);
  }
  return { tables: out.tables, heldBack: out.heldBack };
}

/** One JSON document. */
export const hsdsJson = ({ tables }: Pick<HsdsExport, 'tables'>): HsdsJson => nest(tables);

/** The files of a datapackage: `datapackage.json` and one CSV for each table that has rows. */
export function hsdsCsv({ tables }: Pick<HsdsExport, 'tables'>): Record<string, string> {
  const files: Record<string, string> = {};
  const used = TABLE_NAMES.filter((name) => tables[name].length > 0);
  for (const name of used) {
    const { path, columns } = TABLES[name];
    files[path] = formatCsv([
      columns.map((column) => column.name),
      ...tables[name].map((row) => columns.map((column) => row[column.name])),
    ]);
  }
  files['datapackage.json'] = `${JSON.stringify(
    {
      name: 'human_services_data',
      profile: 'tabular-data-package',
      version: '3.0.0',
      resources: used.map((name) => ({
        name,
        path: TABLES[name].path,
        format: 'csv',
        mediatype: 'text/csv',
        profile: 'tabular-data-resource',
        schema: {
          primaryKey: 'id',
          fields: TABLES[name].columns.map((column) => ({
            name: column.name,
            type: column.form === 'number' ? 'number' : 'string',
            ...(['text', 'number'].includes(column.form) ? {} : { format: column.form }),
            constraints: { required: column.required },
          })),
        },
      })),
    },
    null,
    2,
  )}\n`;
  return files;
}
