import { fieldOf, type Kind, kindOf, linkFieldsOf, linksIn } from '@dayaq/domain';
import { formatCsv } from '@dayaq/domain/csv';
import type { DossierView, Id, RecordView, Value } from '@dayaq/vault/client';
import { valuesOf } from '@dayaq/acts/record-values';
import { fieldLabel } from '../fields/labels.ts';
import { recordTitle } from '../fields/value-text.ts';
import { cellOf, type CellWords, linksNamed, plainValue } from './cells.ts';

/** A file of an export, before it is packed. */
export interface ExportFile {
  /** ASCII. */
  name: string;
  text: string;
}

/** Tells spreadsheets which letters follow: without it Excel takes them for those of its own country. */
const MARK = '\ufeff';

/** Cells of a row before those of its fields. */
const FIRST = 3;

/** What an export holds, put together dossier by dossier. */
export class Export {
  readonly #rows = new Map<string, string[][]>();
  readonly #records: string[] = [];
  /** What everything in the export is called, for links from other dossiers. */
  readonly #names = new Map<Id, string>();
  readonly #words: CellWords;

  constructor(words: CellWords) {
    this.#words = words;
  }

  get records(): number {
    return this.#records.length;
  }

  /** Takes in everything of a dossier that was not deleted. */
  add(view: Pick<DossierView, 'id' | 'records'>): void {
    const names = namesIn(view.records, this.#words);
    for (const [id, name] of names) this.#names.set(id, name);
    for (const record of view.records) {
      const kind = kindOf(record.kind);
      if (record.deleted || kind === undefined) continue;
      const rows = this.#rows.get(kind.kind) ?? [];
      this.#rows.set(kind.kind, rows);
      rows.push(this.#row(kind, view.id, record, names));
      this.#records.push(JSON.stringify(jsonOf(kind, view.id, record)));
    }
  }

  /** A table of each kind, and all records with their codes in one file. */
  files(): ExportFile[] {
    const tables = [...this.#rows].map(([name, rows]): ExportFile => {
      const kind = kindOf(name);
      return {
        name: `${name}.csv`,
        text: `${MARK}${formatCsv([this.#head(kind), ...rows.map((row) => this.#linked(kind, row))])}`,
      };
    });
    const records = this.#records.map((record) => this.#withoutClosed(record));
    const all = `{"format":"dayaq-export","version":1,"records":[\n${records.join(',\n')}\n]}\n`;
    return [...tables, { name: 'records.json', text: all }];
  }

  /** A record without links to what is in nobody's sight here: an id tells that something stands there. */
  #withoutClosed(text: string): string {
    const record = JSON.parse(text) as ExportedRecord;
    const led = linkFieldsOf(record.kind).filter((name) => record.fields[name] !== undefined);
    if (led.length === 0) return text;
    const left = led.map((name) => [name, this.#led(record.kind, name, record.fields[name] ?? null)]);
    return JSON.stringify({ ...record, fields: { ...record.fields, ...Object.fromEntries(left) } });
  }

  #led(kind: string, name: string, value: Value): Value {
    const type = fieldOf(kind, name)?.type;
    const reach = type !== undefined && 'to' in type ? type.to.reach : [];
    const isShown = (id: string): boolean =>
      this.#names.has(id) || reach.includes('account') || reach.includes('peer');
    const ids = linksIn(kind, name, value).filter(isShown);
    return type?.is === 'link' ? (ids[0] ?? null) : ids;
  }

  #head(kind: Kind | undefined): string[] {
    const { translator } = this.#words;
    const fields = kind?.fields ?? [];
    return [
      'dossier',
      'record',
      'created',
      ...fields.map(({ name }) => fieldLabel(translator, kind?.kind ?? '', name)),
    ];
  }

  #linked(kind: Kind | undefined, row: readonly string[]): string[] {
    const fields = kind?.fields ?? [];
    return row.map((cell, at) => {
      const field = fields[at - FIRST];
      return field === undefined ? cell : linksNamed(field, cell, this.#words, this.#names);
    });
  }

  #row(kind: Kind, dossier: Id, record: RecordView, names: ReadonlyMap<Id, string>): string[] {
    const values = valuesOf(record);
    return [
      dossier,
      record.id,
      new Date(record.created.at).toISOString(),
      ...kind.fields.map((field) => {
        const value = values[field.name];
        return value === undefined ? '' : cellOf(field, value, values, this.#words, names);
      }),
    ];
  }
}

/** What records of a dossier are called, for those that name them. */
function namesIn(
  records: readonly RecordView[],
  { translator, country }: CellWords,
): ReadonlyMap<Id, string> {
  const around = { translator, country, records, members: [] };
  return new Map(
    records.flatMap((record): [Id, string][] =>
      record.deleted ? [] : [[record.id, recordTitle(record, around)]],
    ),
  );
}

interface ExportedRecord {
  dossier: Id;
  id: Id;
  kind: string;
  created: RecordView['created'];
  updated: RecordView['updated'];
  fields: Record<string, Value>;
}

function jsonOf(kind: Kind, dossier: Id, record: RecordView): ExportedRecord {
  const values = valuesOf(record);
  return {
    dossier,
    id: record.id,
    kind: kind.kind,
    created: record.created,
    updated: record.updated,
    fields: Object.fromEntries(
      kind.fields.flatMap((field) => {
        const value = values[field.name];
        return value === undefined || value === null ? [] : [[field.name, plainValue(field, value)]];
      }),
    ),
  };
}
