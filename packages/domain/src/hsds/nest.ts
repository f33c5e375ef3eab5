import type { Placed, Remark } from './report.ts';
import { perTable, type Row, type TableName, TABLES, type Tables } from './tables.ts';

/** Property of a JSON object → the table of what it holds; `one` where it holds one object instead of a list. */
type Children = Readonly<Record<string, { table: TableName; one?: true }>>;

const many = (...pairs: readonly [property: string, table: TableName][]): Children =>
  Object.fromEntries(pairs.map(([property, table]) => [property, { table }]));
const DETAILS = many(['attributes', 'attribute'], ['metadata', 'metadata']);

const CHILDREN: Readonly<Partial<Record<TableName, Children>>> = {
  organization: {
    ...many(
      ['funding', 'funding'],
      ['contacts', 'contact'],
      ['phones', 'phone'],
      ['locations', 'location'],
      ['programs', 'program'],
      ['organization_identifiers', 'organization_identifier'],
    ),
    ...DETAILS,
  },
  service: {
    organization: { table: 'organization', one: true },
    program: { table: 'program', one: true },
    ...many(
      ['phones', 'phone'],
      ['schedules', 'schedule'],
      ['service_areas', 'service_area'],
      ['service_at_locations', 'service_at_location'],
      ['languages', 'language'],
      ['funding', 'funding'],
      ['cost_options', 'cost_option'],
      ['required_documents', 'required_document'],
      ['contacts', 'contact'],
    ),
    ...DETAILS,
  },
  location: {
    ...many(
      ['languages', 'language'],
      ['addresses', 'address'],
      ['contacts', 'contact'],
      ['accessibility', 'accessibility'],
      ['phones', 'phone'],
      ['schedules', 'schedule'],
    ),
    ...DETAILS,
  },
  service_at_location: {
    location: { table: 'location', one: true },
    ...many(['contacts', 'contact'], ['phones', 'phone'], ['schedules', 'schedule']),
    ...DETAILS,
  },
  contact: { ...many(['phones', 'phone']), ...DETAILS },
  phone: { ...many(['languages', 'language']), ...DETAILS },
  attribute: {
    taxonomy_term: { table: 'taxonomy_term', one: true },
    ...many(['metadata', 'metadata']),
  },
  taxonomy_term: {
    taxonomy_detail: { table: 'taxonomy', one: true },
    ...many(['metadata', 'metadata']),
  },
};
const childrenOf = (table: TableName): Children => CHILDREN[table] ?? DETAILS;

/** The cells by which a row of `table` says that it belongs to a row of `parent`. */
function linkCells(table: TableName, parent: TableName, id: string): Row {
  if (table === 'attribute') return { link_id: id, link_entity: parent };
  if (table === 'metadata') return { resource_id: id, resource_type: parent };
  const column = `${parent}_id`;
  return TABLES[table].columns.some(({ name }) => name === column) ? { [column]: id } : {};
}

export interface HsdsJson {
  version: '3.0';
  organizations: Record<string, unknown>[];
  services: Record<string, unknown>[];
  /** Of everything that an organisation does. */
  schedules: Record<string, unknown>[];
}

/** Tables as the JSON of HSDS: everything stands inside the organisation or the service that it belongs to. */
export function nest(tables: Tables): HsdsJson {
  const byLink = new Map<string, Row[]>();
  const put = (table: TableName, parent: string, id: unknown, row: Row): void => {
    const key = `${table} ${parent} ${String(id)}`;
    byLink.set(key, [...(byLink.get(key) ?? []), row]);
  };
  const PARENTS: readonly TableName[] = [
    'organization',
    'service',
    'location',
    'service_at_location',
    'contact',
    'phone',
  ];
  for (const [table, rows] of Object.entries(tables) as [TableName, Row[]][])
    for (const row of rows) {
      if (table === 'attribute') put(table, String(row.link_entity), row.link_id, row);
      else
        for (const parent of PARENTS)
          if (row[`${parent}_id`] !== undefined) put(table, parent, row[`${parent}_id`], row);
    }
  const terms = new Map(tables.taxonomy_term.map((row) => [row.id, row]));
  const locations = new Map(tables.location.map((row) => [row.id, row]));

  const build = (table: TableName, row: Row, parent?: TableName): Record<string, unknown> => {
    const drop = parent === undefined ? {} : linkCells(table, parent, '');
    const object: Record<string, unknown> = Object.fromEntries(
      Object.entries(row).filter(([column]) => !Object.hasOwn(drop, column)),
    );
    for (const [property, child] of Object.entries(childrenOf(table))) {
      if (child.one === true) continue;
      const rows = byLink.get(`${child.table} ${table} ${String(row.id)}`);
      if (rows !== undefined) object[property] = rows.map((inner) => build(child.table, inner, table));
    }
    if (table === 'attribute') {
      delete object.taxonomy_term_id;
      object.taxonomy_term = terms.get(row.taxonomy_term_id ?? '');
    }
    // A whole place stands once, inside its organisation; here, enough to know it by.
    if (table === 'service_at_location') {
      delete object.location_id;
      object.location = locations.get(row.location_id ?? '');
    }
    return object;
  };
  const organisations = new Map(tables.organization.map((row) => [row.id, row]));
  return {
    version: '3.0',
    organizations: tables.organization.map((row) => build('organization', row)),
    services: tables.service.map((row) => {
      const { organization_id: organisation, ...service } = build('service', row);
      const { id, name, description } = organisations.get(String(organisation)) ?? {};
      return { ...service, organization: { id, name, description } };
    }),
    schedules: tables.schedule
      .filter((row) => PARENTS.every((parent) => row[`${parent}_id`] === undefined))
      .map((row) => build('schedule', row)),
  };
}

/** Deeper than any HSDS file goes. */
const DEPTH = 12;

/** Reads nested objects back into tables. A row met again under the same id is completed, if it does not contradict. */
class Flattener {
  readonly rows = perTable((): Placed[] => []);
  readonly remarks: Remark[] = [];
  private readonly known = perTable(() => new Map<string, Placed>());

  object(table: TableName, value: unknown, where: string, link: Row, depth = 0): string | undefined {
    if (depth > DEPTH) {
      this.remarks.push({ where, what: table, code: 'too-deep' });
      return undefined;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.remarks.push({ where, what: table, code: 'not-an-object' });
      return undefined;
    }
    const row: Row = { ...link };
    const children = childrenOf(table);
    const inner: [property: string, child: unknown][] = [];
    for (const [property, cell] of Object.entries(value)) {
      if (cell === null || cell === undefined || cell === '') continue;
      if (Object.hasOwn(children, property)) inner.push([property, cell]);
      else if (typeof cell === 'string' || typeof cell === 'number') row[property] = cell;
      else this.remarks.push({ where, what: property, code: 'not-text' });
    }
    const id = typeof row.id === 'string' ? row.id : '';
    const placed = this.add(table, id, row, where);
    for (const [property, child] of inner) {
      const spec = children[property];
      if (spec === undefined) continue;
      if (spec.one === true) {
        const one = this.object(spec.table, child, `${where}.${property}`, {}, depth + 1);
        if (one !== undefined) this.complete(placed, `${spec.table}_id`, one);
      } else
        this.list(spec.table, child, `${where}.${property}`, linkCells(spec.table, table, id), depth + 1);
    }
    return id;
  }

  list(table: TableName, value: unknown, where: string, link: Row, depth = 0): void {
    if (!Array.isArray(value)) {
      this.remarks.push({ where, what: table, code: 'not-a-list' });
      return;
    }
    for (const [index, item] of value.entries()) this.object(table, item, `${where}[${index}]`, link, depth);
  }

  private add(table: TableName, id: string, row: Row, where: string): Placed {
    const before = this.known[table].get(id);
    if (id !== '' && before !== undefined) {
      for (const [column, cell] of Object.entries(row)) this.complete(before, column, cell, where);
      return before;
    }
    const placed: Placed = { where, row };
    this.rows[table].push(placed);
    this.known[table].set(id, placed);
    return placed;
  }

  private complete(placed: Placed, column: string, cell: string | number, where = placed.where): void {
    const before = placed.row[column];
    if (before !== undefined && before !== cell)
      this.remarks.push({ where, what: column, code: 'contradicts' });
    else placed.row[column] = cell;
  }
}

export interface Flat {
  rows: Record<TableName, Placed[]>;
  remarks: Remark[];
}

/**
 * Reads the JSON of HSDS: our own export, a list of services, a page of an API (`contents`), or one service or
 * organisation.
 */
export function flatten(value: unknown): Flat {
  const flat = new Flattener();
  const top = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (Array.isArray(value)) flat.list('service', value, '', {});
  else if (['organizations', 'services', 'contents'].some((name) => Object.hasOwn(top, name))) {
    if (top.organizations !== undefined) flat.list('organization', top.organizations, 'organizations', {});
    if (top.services !== undefined) flat.list('service', top.services, 'services', {});
    if (top.schedules !== undefined) flat.list('schedule', top.schedules, 'schedules', {});
    if (top.contents !== undefined) flat.list('service', top.contents, 'contents', {});
  } else if (Object.hasOwn(top, 'status')) flat.object('service', value, '', {});
  else if (Object.hasOwn(top, 'id')) flat.object('organization', value, '', {});
  else flat.remarks.push({ where: '', what: '', code: 'no-directory' });
  return { rows: flat.rows, remarks: flat.remarks };
}
