import { fieldOf, isReference, KINDS, type LinkIn, linksOfOldText, linksOut } from '@dayaq/domain';
import type { Change } from '@dayaq/journal';
import type { DossierId } from '@dayaq/sealing';
import type { Id, LinkedPage, LinkEnd, LinkRow, Value } from './client.ts';
import type { Bindable, Engine } from './database/engine.ts';
import { spaceNumber } from './database/space-number.ts';
import { sketchOf } from './mention.ts';
import { isRestricted } from './restricted.ts';
import { isAtHome } from './space/home.ts';

/** Of one dossier, how many links stand in the table: above what any form makes. */
const MOST_OF_DOSSIER = 5000;
/** Of one question, how many ends are given, and how many are looked at for it. */
const MOST_GIVEN = 500;
const MOST_SEEN = 5000;
/** Cases of one space that may have the same old reference: more only by malice. */
const MOST_NAMESAKES = 5;

const LISTED = Object.values(KINDS)
  .filter(({ listed }) => listed === true)
  .map(({ kind }) => kind);

/** A change in which links that were written as text are lists, as they are written now. */
export function withLinksRead(change: Change): Change {
  let fields: Record<string, Change['fields'][string]> | undefined;
  for (const [name, op] of Object.entries(change.fields)) {
    const links = 'set' in op ? linksOfOldText(change.kind, name, op.set) : undefined;
    if (links !== undefined) (fields ??= { ...change.fields })[name] = { set: links };
  }
  return fields === undefined ? change : { ...change, fields };
}

/** The links that a dossier's records hold, as the table takes them. */
export function linkRows(...[root, records]: Parameters<typeof linksOut>): LinkIn[] {
  const rows: LinkIn[] = [];
  for (const link of linksOut(root, records)) {
    if (rows.length === MOST_OF_DOSSIER) break;
    rows.push(link);
  }
  return rows;
}

/** Makes the rows of a dossier these: what stands there already is left alone. */
export function writeLinks(engine: Engine, rid: number, links: readonly LinkIn[]): void {
  const keyOf = ({ record, field, target }: Pick<LinkIn, 'record' | 'field' | 'target'>): string =>
    `${record} ${field} ${target}`;
  const fresh = new Map(links.map((link) => [keyOf(link), link]));
  for (const row of engine.all<LinkLine>('select record, kind, field, target from link where rid = ?', rid)) {
    const link = fresh.get(keyOf(row));
    if (link?.kind === row.kind) fresh.delete(keyOf(row));
    else
      engine.run(
        'delete from link where rid = ? and record = ? and field = ? and target = ?',
        rid,
        row.record,
        row.field,
        row.target,
      );
  }
  for (const { record, kind, field, target } of fresh.values())
    engine.run(
      'insert into link(rid, record, kind, field, target) values(?, ?, ?, ?, ?)',
      rid,
      record,
      kind,
      field,
      target,
    );
}

export function removeLinks(engine: Engine, rid: number): void {
  engine.run('delete from link where rid = ?', rid);
}

type Row = Record<string, null | number | string | Uint8Array>;

interface EndRow extends Row {
  id: string;
  kind: string;
  dossier: string;
  root: string;
  card: string;
  data: string | null;
}

function asEnd(engine: Engine, row: EndRow): LinkEnd {
  return {
    id: row.id,
    kind: row.kind,
    dossier: row.dossier,
    root: row.root,
    mention: sketchOf(row.card),
    fields: row.data === null ? null : (JSON.parse(row.data) as { fields: Record<string, Value> }).fields,
    restricted: isRestricted(engine, row.dossier as DossierId),
  };
}

/** What an id stands for on this device. What is not here, or was closed to this person, has no row: it is nothing. */
class Ends {
  readonly #engine: Engine;
  readonly #place: number;
  readonly #space: string;
  readonly #known = new Map<string, readonly LinkEnd[]>();

  constructor(engine: Engine, space: string) {
    this.#engine = engine;
    this.#place = spaceNumber(engine, space);
    this.#space = space;
  }

  of(target: string): readonly LinkEnd[] {
    let ends = this.#known.get(target);
    if (ends === undefined) this.#known.set(target, (ends = this.#find(target)));
    return ends;
  }

  #find(target: string): LinkEnd[] {
    const dossiers = this.#ends(
      `select d.id, d.kind, d.id as dossier, d.kind as root, d.card, l.data from dossier d
       left join listed l on l.space = d.space and l.kind = d.kind and l.record = d.id and l.rid = d.rid
       where d.id = ?1 and ${isAtHome('?2')}`,
      target,
      this.#space,
    );
    if (dossiers.length > 0) return dossiers;
    const records = this.#ends(
      `select l.record as id, l.kind, d.id as dossier, d.kind as root, d.card, l.data
       from listed l join dossier d on d.rid = l.rid
       where l.space = ? and l.kind in (${LISTED.map(() => '?').join(', ')}) and l.record = ?
       order by l.rid limit ${MOST_NAMESAKES}`,
      this.#place,
      ...LISTED,
      target,
    );
    if (records.length > 0 || !isReference(target)) return records;
    return this.#ends(
      `select d.id, d.kind, d.id as dossier, d.kind as root, d.card, null as data from dossier d
       where d.space = ? and d.kind = 'case' and json_extract(d.card, '$.told.reference') = ?
       order by d.rid limit ${MOST_NAMESAKES}`,
      this.#place,
      target,
    );
  }

  #ends(sql: string, ...parameters: Bindable[]): LinkEnd[] {
    return this.#engine.all<EndRow>(sql, ...parameters).map((row) => asEnd(this.#engine, row));
  }
}

interface LinkLine extends Row {
  record: string;
  kind: string;
  field: string;
  target: string;
}

/** Whether a field may lead to a record of this kind. */
function mayName(kind: string, field: string, target: string): boolean {
  const type = fieldOf(kind, field)?.type;
  if (type?.is !== 'link' && type?.is !== 'links') return false;
  return type.to.kinds.length === 0 || type.to.kinds.includes(target);
}

/** See `Vault.linked`. */
export function linked(engine: Engine, space: string, id: Id, limit: number): LinkedPage {
  const most = Math.max(1, Math.min(limit, MOST_GIVEN));
  const ends = new Ends(engine, space);
  const place = spaceNumber(engine, space);
  const lines = linksFrom(engine, place, id);
  const rows = lines.flatMap(({ record, kind, field, target }): LinkRow[] =>
    ends
      .of(target)
      .filter((end) => mayName(kind, field, end.kind))
      .map((end) => ({ record, kind, field, end })),
  );
  const to = once(rows);
  const from = once(linksTo(engine, place, id, ends));
  const gone = [...new Set(lines.map(({ target }) => target))].filter(
    (target) => ends.of(target).length === 0 && isDeleted(engine, target),
  );
  return {
    to: to.slice(0, most),
    from: from.slice(0, most),
    gone: gone.slice(0, most),
    more: Math.max(to.length, from.length, gone.length) > most,
  };
}

/** Its entries are here, and it has neither a row nor stands apart: its root was deleted. */
function isDeleted(engine: Engine, dossier: Id): boolean {
  return (
    engine.get(
      `select 1 as deleted from entry where dossier = ?1 and position is not null
       and not exists (select 1 from dossier where id = ?1) and not exists (select 1 from apart where dossier = ?1) limit 1`,
      dossier,
    ) !== null
  );
}

/** A case that stands in a field by its id and by its old reference is linked once. */
function once(rows: readonly LinkRow[]): LinkRow[] {
  const known = new Map(
    rows.map((row) => [[row.record, row.field, row.end.dossier, row.end.id].join(' '), row]),
  );
  return [...known.values()];
}

/** Links of a record, or of all records of a dossier. What another organisation's dossier holds leads nowhere here. */
function linksFrom(engine: Engine, place: number, id: Id): LinkLine[] {
  return engine.all<LinkLine>(
    `select k.record, k.kind, k.field, k.target from link k join dossier d on d.rid = k.rid
     where d.space = ?1 and (k.record = ?2 or k.rid = (select rid from dossier where id = ?2))
     order by k.rid, k.record, k.field, k.target limit ${MOST_SEEN}`,
    place,
    id,
  );
}

interface FromLine extends EndRow {
  field: string;
  target: string;
}

/** Links that name a dossier, a case by its old reference, or any listed record of the dossier. */
function linksTo(engine: Engine, place: number, id: Id, ends: Ends): LinkRow[] {
  const rows = engine.all<FromLine>(
    `select k.record as id, k.kind, k.field, k.target, d.id as dossier, d.kind as root, d.card, l.data
     from link k join dossier d on d.rid = k.rid
     left join listed l on l.space = d.space and l.kind = k.kind and l.record = k.record and l.rid = k.rid
     where d.space = ?1 and k.target in (
       select ?2
       union select json_extract(card, '$.told.reference') from dossier where id = ?2 and space = ?1 and kind = 'case'
       union select record from listed where rid = (select rid from dossier where id = ?2)
     )
     order by k.rid, k.record, k.field, k.target limit ${MOST_SEEN}`,
    place,
    id,
  );
  return rows.flatMap((row): LinkRow[] => {
    const { kind, field, target } = row;
    const end = asEnd(engine, row);
    const here = ends.of(target);
    if (here.length === 0 && leadsOutside(kind, field)) return [{ record: target, kind: '', field, end }];
    return here
      .filter((near) => (near.id === id || near.dossier === id) && mayName(kind, field, near.kind))
      .map((near) => ({ record: near.id, kind: near.kind, field, end }));
  });
}

/** Whether a field may lead to a member or an organisation, who are no records. */
function leadsOutside(kind: string, field: string): boolean {
  const type = fieldOf(kind, field)?.type;
  if (type?.is !== 'link' && type?.is !== 'links') return false;
  return type.to.reach.includes('account') || type.to.reach.includes('peer');
}

/** See `Vault.named`. */
export function named(engine: Engine, space: string, ids: readonly Id[]): Record<Id, LinkEnd> {
  const ends = new Ends(engine, space);
  const found: Record<Id, LinkEnd> = {};
  for (const id of ids.slice(0, MOST_GIVEN)) {
    const [end] = ends.of(id);
    if (end !== undefined) found[id] = end;
  }
  return found;
}
