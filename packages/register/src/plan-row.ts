import { fieldOf, isCode, isMinor } from '@dayaq/domain';
import type { Column, Table } from './columns.ts';
import { valueKey } from './folded.ts';
import type { ColumnUse, Mapping } from './mapping.ts';
import { personCodes } from './person-code.ts';
import { valuesOf } from './propose.ts';
import type { SheetRow } from './table.ts';
import { ROW_KINDS, type RowKind, SEVERAL, type Target, targetField, targetName } from './targets.ts';
import {
  type CellValue,
  choiceOf,
  type Reading,
  readCell,
  type ValueFault,
  valuesIn,
  type Words,
} from './values.ts';
import { NOTHING } from './vocabulary/marks.ts';

/** Why a row does not become a case. */
export type RowFault =
  | { fault: ValueFault; column: string; value: string }
  /** Another row has the same number. */
  | { fault: 'same-number'; column: string; value: string; row: number }
  /** Every filled cell is the same in another row. */
  | { fault: 'same-row'; row: number }
  /** Nothing of the row comes along. */
  | { fault: 'nothing' };

/** What a person should know of a row that does become a case. */
export type RowRemark =
  /** No day: the case stands under the day on which it was brought in. */
  | { remark: 'no-day' }
  /** A code built from a person was left out. */
  | { remark: 'code-left-out' }
  /** Several acts, and who did which is not said: they stand beside each other. */
  | { remark: 'who-did-what' }
  /** A place that is on no list is kept in its own words. */
  | { remark: 'place-in-words'; value: string };

/** A record that a row becomes. References name places of the same row. */
export interface RowRecord {
  /** Within the row: the root is `case`. */
  place: string;
  kind: RowKind | 'note';
  fields: Record<string, CellValue | null>;
}

export interface RowPlan {
  /** As numbered in the file. */
  number: number;
  /** The same for the same row of the next file: its old number, else all that it says. */
  name: string;
  /** Empty where it cannot become a case. */
  records: readonly RowRecord[];
  faults: readonly RowFault[];
  remarks: readonly RowRemark[];
}

interface Prepared {
  column: Column;
  use: ColumnUse;
  reading: Reading | null;
  isPersonCode: (value: string) => boolean;
}

/** Reads rows of one table by one mapping. */
export class RowPlanner {
  readonly #columns: readonly Prepared[];
  readonly #mapping: Mapping;
  readonly #words: Words;
  readonly #year: number;

  /** @param year in which the register is read */
  constructor(table: Table, mapping: Mapping, words: Words, year: number) {
    this.#mapping = mapping;
    this.#words = words;
    this.#year = year;
    this.#columns = table.columns.map((column, at) => {
      const use = mapping.uses[at] ?? { as: 'out' };
      return {
        column,
        use,
        reading: use.as === 'field' ? readingOf(use) : null,
        isPersonCode: personCodes(valuesOf(table, column.at).keys()),
      };
    });
  }

  /** The old number of a row, or empty: by it the same row is known in another file. */
  numberOf(row: SheetRow): string {
    const prepared = this.#columns.find(
      ({ use }) => use.as === 'field' && targetName(use.target) === 'case.oldNumber',
    );
    const value = prepared === undefined ? '' : (row.cells[prepared.column.at] ?? '');
    return NOTHING.has(value.toLowerCase()) || prepared?.isPersonCode(value) === true ? '' : value;
  }

  plan(row: SheetRow): RowPlan {
    const faults: RowFault[] = [];
    const remarks: RowRemark[] = [];
    const records = new Map<RowKind, Record<string, CellValue | null>>();
    const several = new Map<RowKind, { code: string; words?: string }[]>();
    const notes: string[] = [];
    const put = ({ kind, field }: Target, value: CellValue): void => {
      records.set(kind, { ...records.get(kind), [field]: value });
    };
    for (const { column, use, reading, isPersonCode } of this.#columns) {
      const cell = row.cells[column.at] ?? '';
      if (use.as === 'out' || NOTHING.has(cell.toLowerCase())) continue;
      if (isPersonCode(cell)) {
        remarks.push({ remark: 'code-left-out' });
        continue;
      }
      if (use.as === 'note' || reading === null) {
        notes.push(column.name === '' ? cell : `${column.name}: ${cell}`);
        continue;
      }
      const { target } = use;
      if (SEVERAL[target.kind] === target.field && reading.field.type.is === 'code') {
        const found = this.#several(cell, reading.field.type.list, reading);
        if (found === null) faults.push({ fault: 'no-code', column: column.name, value: cell });
        else several.set(target.kind, found);
        continue;
      }
      const read = readCell(cell, reading, this.#words, this.#year);
      if (!read.ok) {
        faults.push({ fault: read.fault, column: column.name, value: cell });
        continue;
      }
      if (read.value === null) continue;
      put(target, read.value);
      if (read.words !== undefined) {
        const other = fieldOf(target.kind, `${target.field}Other`);
        if (other === undefined) notes.push(`${column.name}: ${read.words}`);
        else put({ kind: target.kind, field: other.name }, read.words.slice(0, 200));
      }
      if (isPlaceInWords(read.value)) remarks.push({ remark: 'place-in-words', value: cell });
    }
    if (records.size === 0 && several.size === 0 && notes.length === 0) faults.push({ fault: 'nothing' });
    const number = this.numberOf(row);
    const name = number === '' ? `row ${row.cells.join('\u0000')}` : `number ${valueKey(number)}`;
    if (faults.length > 0) return { number: row.number, name, records: [], faults, remarks };
    const made = this.#records(records, several, notes, remarks);
    return { number: row.number, name, records: made, faults, remarks };
  }

  #several(cell: string, list: string, reading: Reading): { code: string; words?: string }[] | null {
    const found = new Map<string, { code: string; words?: string }>();
    for (const value of valuesIn(cell, list, reading, this.#words)) {
      const choice = choiceOf(value, list, reading, this.#words);
      if (choice === null) return null;
      if ('code' in choice) found.set(choice.code, { code: choice.code });
      else if (choice.as === 'other') found.set(`other ${value}`, { code: 'other', words: value });
    }
    return [...found.values()];
  }

  #records(
    records: ReadonlyMap<RowKind, Record<string, CellValue | null>>,
    several: ReadonlyMap<RowKind, readonly { code: string; words?: string }[]>,
    notes: string[],
    remarks: RowRemark[],
  ): RowRecord[] {
    const made: RowRecord[] = [];
    const person = withAge(records.get('person') ?? {}, this.#year);
    const root = { ...records.get('case') };
    if (root.opened === undefined) remarks.push({ remark: 'no-day' });
    if (typeof person.alias === 'string') root.alias ??= person.alias;
    root.status ??= root.closed === undefined ? (this.#mapping.status ?? 'new') : 'closed';
    made.push({ place: 'case', kind: 'case', fields: root });
    made.push({ place: 'client', kind: 'person', fields: { ...person, role: 'client' } });
    for (const kind of ROW_KINDS.slice(2)) {
      const field = SEVERAL[kind];
      const fields = { ...records.get(kind) };
      const types = field === undefined ? [] : [...(several.get(kind) ?? [])];
      if (types.length === 0 && Object.keys(fields).length === 0) continue;
      // Something is told of it, and what it is stands nowhere.
      if (field !== undefined && types.length === 0) types.push({ code: unknownIn(kind, field) });
      const each = types.length > 1 ? this.#shared(kind, fields, notes) : fields;
      for (const [i, type] of (field === undefined ? [null] : types).entries()) {
        const own =
          type === null || field === undefined
            ? {}
            : {
                [field]: type.code,
                ...(type.words === undefined ? {} : { [`${field}Other`]: type.words.slice(0, 200) }),
              };
        made.push({
          place: i === 0 ? kind : `${kind}:${i + 1}`,
          kind,
          fields: { ...required(kind), ...each, ...own },
        });
      }
    }
    tie(made, remarks);
    for (const [i, text] of inNotes(notes).entries())
      made.push({ place: i === 0 ? 'note' : `note:${i + 1}`, kind: 'note', fields: { text } });
    return made;
  }

  /**
   * What may be said of each of several acts: when and where. Words, reasons and consequences are of one of them, and the row
   * does not say of which: they go into a note.
   */
  #shared(
    kind: RowKind,
    fields: Record<string, CellValue | null>,
    notes: string[],
  ): Record<string, CellValue | null> {
    const kept: Record<string, CellValue | null> = {};
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value !== 'string' || fieldOf(kind, name)?.type.is !== 'text') {
        kept[name] = value;
        continue;
      }
      const from = this.#columns.find(
        ({ use }) => use.as === 'field' && use.target.kind === kind && use.target.field === name,
      );
      notes.push(from === undefined ? value : `${from.column.name}: ${value}`);
    }
    return kept;
  }
}

function readingOf(use: Extract<ColumnUse, { as: 'field' }>): Reading {
  const field = targetField(use.target);
  if (field === undefined) throw new Error(`no column can fill ${targetName(use.target)}`);
  return { field, order: use.order, choices: new Map(Object.entries(use.choices)), splits: true };
}

const isPlaceInWords = (value: CellValue): boolean =>
  typeof value === 'object' && 'area' in value && value.area === 'unknown';

/** Whose age says that they are under 18, or not, need not be asked. */
function withAge(fields: Record<string, CellValue | null>, year: number): Record<string, CellValue | null> {
  const minor = isMinor(fields, year);
  return minor === 'unknown' ? fields : { ...fields, minor };
}

const unknownIn = (kind: RowKind, field: string): string => {
  const type = fieldOf(kind, field)?.type;
  return type?.is === 'code' && isCode(type.list, 'unknown') ? 'unknown' : 'other';
};

/** What a kind must have beside that and a row seldom says. */
function required(kind: RowKind): Record<string, CellValue> {
  switch (kind) {
    case 'source':
      return { connection: 'unknown' };
    case 'document-need':
      return { state: 'missing' };
    default:
      return {};
  }
}

/** Whom each record is about, and by whom an act was done, as far as a row can say so. */
function tie(made: readonly RowRecord[], remarks: RowRemark[]): void {
  const acts = made.filter(({ kind }) => kind === 'violation');
  const by = made.filter(({ kind }) => kind === 'perpetrator').map(({ place }) => place);
  for (const act of acts) {
    act.fields.victims = ['client'];
    if (acts.length === 1) act.fields.perpetrators = by;
  }
  if (acts.length > 1 && by.length > 0) remarks.push({ remark: 'who-did-what' });
  for (const { kind, fields } of made) {
    if (kind === 'response') fields.forWhom = ['client'];
    if (kind === 'document-need') fields.of = 'client';
  }
}

/** Characters of a note's text. */
const NOTE_LENGTH = 10_000;

/** Lines put together into as few notes as hold them. */
function inNotes(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < NOTE_LENGTH)
      texts[texts.length - 1] = `${last}\n${line}`;
    else for (let at = 0; at < line.length; at += NOTE_LENGTH) texts.push(line.slice(at, at + NOTE_LENGTH));
  }
  return texts;
}
