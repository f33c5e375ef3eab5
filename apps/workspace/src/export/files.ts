import { type Kind, kindOf } from '@dayaq/domain';
import { formatCsv } from '@dayaq/domain/csv';
import type { DossierView, Id, RecordView, Value } from '@dayaq/vault/client';
import { valuesOf } from '@dayaq/acts/record-values';
import { fieldLabel } from '../fields/labels.ts';
import { recordTitle } from '../fields/value-text.ts';
import { cellOf, type CellWords, isLinkField, linksKnown, linksNamed, plainValue } from './cells.ts';

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
  /** As they are written; of those with links, what is written once everything of the export is known. */
  readonly #records: (string | Plain)[] = [];
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
      const plain = plainOf(kind, view.id, record);
      const leads = kind.fields.some((field) => isLinkField(field) && plain.fields[field.name] !== undefined);
      this.#records.push(leads ? plain : JSON.stringify(plain));
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
    const records = this.#records.map((each) =>
      typeof each === 'string' ? each : JSON.stringify(withKnownLinks(each, this.#names)),
    );
    const all = `{"format":"dayaq-export","version":1,"records":[\n${records.join(',\n')}\n]}\n`;
    return [...tables, { name: 'records.json', text: all }];
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

/** A record as the file of all records holds it. */
interface Plain {
  dossier: Id;
  id: Id;
  kind: string;
  created: RecordView['created'];
  updated: RecordView['updated'];
  fields: Record<string, Value>;
}

/** Without what leads to something that whoever exports may not see. */
function withKnownLinks(plain: Plain, names: ReadonlyMap<Id, string>): Plain {
  const links = new Map(
    (kindOf(plain.kind)?.fields ?? []).filter(isLinkField).map((field) => [field.name, field]),
  );
  const fields = Object.entries(plain.fields).flatMap(([name, value]): [string, Value][] => {
    const field = links.get(name);
    const known = field === undefined ? value : linksKnown(field, value, names);
    return known === undefined ? [] : [[name, known]];
  });
  return { ...plain, fields: Object.fromEntries(fields) };
}

function plainOf(kind: Kind, dossier: Id, record: RecordView): Plain {
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
