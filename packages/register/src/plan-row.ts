import { fieldOf } from '@dayaq/domain';
import type { Column, Table } from './columns.ts';
import { folded, valueKey } from './folded.ts';
import { gathered } from './gather.ts';
import type { ColumnUse, Mapping } from './mapping.ts';
import { personCodes, withoutCodes } from './person-code.ts';
import { consentColumn, saidOfConsent } from './refused.ts';
import { isNamedForCodes, valuesOf } from './propose.ts';
import { recordsOfCase } from './case-records.ts';
import { recordsOfProvider } from './provider-records.ts';
import type { RowFault, RowFields, RowPlan, RowRemark } from './row-plan.ts';
import type { RowSaid, SaidCode } from './said.ts';
import type { SheetRow } from './table.ts';
import {
  isBeside,
  NAMED_BY,
  type RowKind,
  SEVERAL,
  type Subject,
  type Target,
  targetField,
  targetName,
} from './targets.ts';
import { type CellValue, choiceOf, type Reading, readCell, valuesIn, type Words } from './values.ts';
import { amountWords, isCurrencyColumn } from './currency.ts';
import { datesWithin } from './dates-within.ts';
import { NOTHING, STILL } from './vocabulary/marks.ts';

interface Prepared {
  column: Column;
  use: ColumnUse;
  reading: Reading | null;
  isPersonCode: (value: string) => boolean;
  /** See `consentColumn`; of cases alone. */
  consent: 'case' | 'more' | null;
}

/** More records are not written in one act. */
const MOST_RECORDS = 500;

/** Reads rows of one table by one mapping. */
export class RowPlanner {
  readonly #columns: readonly Prepared[];
  /** The column that says in which money amounts are, where there is one. */
  readonly #currency: Prepared | undefined;
  readonly #mapping: Mapping;
  /** Rows that end in the middle. */
  readonly #cut: ReadonlySet<number>;
  /** Its rows tell of nights in a shelter: whoever was taken in on a day came in on it. */
  readonly #isLog: boolean;
  readonly #words: Words;
  readonly #today: string;
  readonly #year: number;
  /** Numbers of which some row says no, though others of the same may not: the row. */
  readonly #refused = new Map<string, number>();
  /** Rows that belong together, in the order of the first of each; and those that only repeat another. */
  readonly cases: readonly (readonly SheetRow[])[];
  readonly repeats: ReadonlyMap<number, { row: number; whole: boolean }>;

  /** @param today YYYY-MM-DD: the day on which the register is read; what is told as past cannot lie behind it */
  constructor(table: Table, mapping: Mapping, words: Words, today: string) {
    this.#mapping = mapping;
    this.#words = words;
    this.#today = today;
    this.#year = Number(today.slice(0, 4));
    this.#columns = table.columns.map((column, at) => {
      const use = mapping.uses[at] ?? { as: 'out' };
      return {
        column,
        use,
        reading: use.as === 'field' ? readingOf(use) : null,
        isPersonCode: personCodes(valuesOf(table, column.at).keys(), isNamedForCodes(column.name)),
        consent: mapping.about === 'case' ? consentColumn(column.name) : null,
      };
    });
    this.#currency = this.#columns.find(({ column }) => isCurrencyColumn(column.name));
    this.#cut = table.cut ?? new Set();
    this.#isLog = this.#columns.some(({ use }) => use.as === 'field' && OF_A_LOG.has(targetName(use.target)));
    const found = gathered(table.rows, (row) => this.numberOf(row), isGathering(mapping));
    this.cases = found.cases;
    this.repeats = found.repeats;
    for (const row of table.rows) {
      const number = valueKey(this.numberOf(row));
      if (number !== '' && !this.#refused.has(number) && this.#isRefused(row))
        this.#refused.set(number, row.number);
    }
  }

  #isRefused(row: SheetRow): boolean {
    return this.#columns.some(
      ({ column, use, consent }) =>
        consent === 'case' &&
        use.as !== 'note' &&
        saidOfConsent(row.cells[column.at] ?? '', this.#words) !== 'not-no',
    );
  }

  /** The name of the column by which rows are told apart, or empty. */
  get numbers(): string {
    return this.#numbers()?.column.name ?? '';
  }

  #numbers(): Prepared | undefined {
    const by = NAMED_BY[this.#mapping.about];
    return this.#columns.find(({ use }) => use.as === 'field' && targetName(use.target) === by);
  }

  /** The old number or name of a row, or empty: by it the same row is known in another file. */
  numberOf(row: SheetRow): string {
    const prepared = this.#numbers();
    const value = prepared === undefined ? '' : (row.cells[prepared.column.at] ?? '');
    return NOTHING.has(value.toLowerCase()) || prepared?.isPersonCode(value) === true ? '' : value;
  }

  /** What rows become that belong together; a single one by itself. */
  plan(...rows: [SheetRow, ...SheetRow[]] | readonly SheetRow[]): RowPlan {
    const { about, status } = this.#mapping;
    const [first] = rows;
    const number = first === undefined ? '' : this.numberOf(first);
    const name =
      number === '' ? `row ${first?.cells.join('\u0000') ?? ''}` : `${NUMBERED[about]} ${valueKey(number)}`;
    const said = rows.map((row) => this.#read(row));
    // In a case of several rows one that says nothing more adds nothing; alone it is nobody.
    const plan = { number: first?.number ?? 0, root: about, name, called: number };
    if (!said.some(isSaying)) return nothingOf(said, plan);
    const made =
      about === 'case' ? recordsOfCase(said, status ?? 'new', this.#today) : recordsOfProvider(said);
    const faults: readonly RowFault[] =
      made.records.length > MOST_RECORDS ? [...made.faults, { fault: 'too-many' }] : made.faults;
    const each = said.map((row, i) => ({
      number: row.number,
      faults: i === 0 ? [...row.faults, ...faults] : [...row.faults],
      remarks: [...row.remarks, ...(made.remarks.get(row.number) ?? [])],
    }));
    const no = this.#refused.get(valueKey(number));
    if (no !== undefined && !rows.some((row) => row.number === no))
      each[0]?.faults.push({ fault: 'with-row', row: no });
    const all = each.flatMap((row) => row.faults);
    return {
      ...plan,
      records: all.length > 0 ? [] : made.records,
      faults: all,
      remarks: each.flatMap(({ remarks }) => remarks),
      rows: each,
    };
  }

  #read(row: SheetRow): RowSaid {
    const faults: RowFault[] = this.#cut.has(row.number) ? [{ fault: 'cut-off' }] : [];
    const remarks: RowRemark[] = [];
    const fields = new Map<RowKind, RowFields>();
    const several = new Map<RowKind, SaidCode[]>();
    const cells = new Map<string, string>();
    const notes: string[] = [];
    const put = ({ kind, field }: Target, value: CellValue): void => {
      fields.set(kind, { ...fields.get(kind), [field]: value });
    };
    for (const { column, use, reading, isPersonCode, consent } of this.#columns) {
      const whole = row.cells[column.at] ?? '';
      const cell = reading === null || reading.field.type.is === 'text' ? withoutCodes(whole) : whole;
      if (cell !== whole && !isPersonCode(whole)) remarks.push({ remark: 'code-left-out' });
      const inWords = column.name === '' ? cell : `${column.name}: ${cell}`;
      const decided = consent === null ? 'not-no' : saidOfConsent(cell, this.#words);
      if (decided !== 'not-no') {
        // Whoever keeps the column as words has looked at it.
        if (consent === 'case' && use.as !== 'note')
          faults.push({
            fault: decided === 'no' ? 'refused' : 'consent-unclear',
            column: column.name,
            value: cell,
          });
        else {
          notes.push(inWords);
          remarks.push({ remark: 'refused-more' });
        }
        continue;
      }
      if (use.as === 'out' || NOTHING.has(cell.toLowerCase())) continue;
      if (isPersonCode(whole)) {
        remarks.push({ remark: 'code-left-out' });
        continue;
      }
      if (LOST_LETTERS.test(cell)) remarks.push({ remark: 'lost-letters', value: cell });
      if (use.as === 'note' || reading === null) {
        notes.push(inWords);
        continue;
      }
      const { target } = use;
      cells.set(targetName(target), inWords);
      if (SEVERAL[target.kind] === target.field && reading.field.type.is === 'code') {
        const dated = target.kind === 'matter' ? datesWithin(cell, this.#year) : { rest: cell, dates: {} };
        for (const [field, date] of Object.entries(dated.dates)) {
          put({ kind: 'matter', field }, date);
          cells.set(`matter.${field}`, inWords);
        }
        const found = this.#several(dated.rest, reading.field.type.list, reading);
        if (found === null) faults.push({ fault: 'no-code', column: column.name, value: cell });
        else several.set(target.kind, found);
        continue;
      }
      if (MAY_GO_ON.has(targetName(target)) && STILL.has(folded(cell))) continue;
      if (isBeside(target) && reading.field.type.is === 'number') {
        // "Дети: нет", "2 uşaqla": words around a number are no reason against the row.
        const number = /^\D*(\d{1,4})\D*$/u.exec(cell)?.[1];
        if (number !== undefined) put(target, Number(number));
        else notes.push(inWords);
        continue;
      }
      const beside = row.cells[this.#currency?.column.at ?? -1] ?? '';
      const amount = reading.field.type.is === 'money' ? amountWords(cell, beside, column.name) : cell;
      if (amount === null) {
        faults.push({ fault: 'no-amount', column: column.name, value: cell });
        continue;
      }
      const read = readCell(amount, reading, this.#words, this.#year);
      if (!read.ok) {
        faults.push({ fault: read.fault, column: column.name, value: cell });
        continue;
      }
      if (read.value === null) continue;
      if (!MAY_LIE_AHEAD.has(targetName(target)) && isAhead(read.value, this.#today)) {
        faults.push({ fault: 'day-ahead', column: column.name, value: cell });
        continue;
      }
      put(target, read.value);
      if (read.words !== undefined) {
        const other = fieldOf(target.kind, `${target.field}Other`);
        if (other === undefined) notes.push(`${column.name}: ${read.words}`);
        else put({ kind: target.kind, field: other.name }, read.words.slice(0, 200));
      }
      if (isPlaceInWords(read.value)) remarks.push({ remark: 'place-in-words', value: cell });
    }
    const stay = fields.get('stay');
    const opened = fields.get('case')?.['opened'];
    if (this.#isLog && opened !== undefined && opened !== null && stay?.['in'] === undefined)
      put({ kind: 'stay', field: 'in' }, opened);
    return { number: row.number, fields, several, cells, notes, faults, remarks };
  }

  #several(cell: string, list: string, reading: Reading): SaidCode[] | null {
    const found = new Map<string, SaidCode>();
    for (const value of valuesIn(cell, list, reading, this.#words)) {
      const choice = choiceOf(value, list, reading, this.#words);
      if (choice === null) return null;
      if ('code' in choice)
        found.set(choice.code, {
          code: choice.code,
          ...(this.#words.isNameOf(list, choice.code, value) ? {} : { own: value }),
        });
      else if (choice.as === 'other') found.set(`other ${value}`, { code: 'other', words: value });
    }
    return [...found.values()];
  }
}

/** Before what a row is called, so that no case has the name of a provider. */
const NUMBERED: Readonly<Record<Subject, string>> = { case: 'number', provider: 'provider' };

/** A provider's services stand in rows of their own; that several rows are one case a person says. */
const isGathering = ({ about, gathers }: Mapping): boolean => about === 'provider' || gathers;

function readingOf(use: Extract<ColumnUse, { as: 'field' }>): Reading {
  const field = targetField(use.target);
  if (field === undefined) throw new Error(`no column can fill ${targetName(use.target)}`);
  return { field, order: use.order, choices: new Map(Object.entries(use.choices)), splits: true };
}

/** Of what goes on a log says so where the day of its end would stand. */
const MAY_GO_ON: ReadonlySet<string> = new Set(['stay.out', 'stay.until', 'case.closed']);

/** Columns that only a log of nights has. */
const OF_A_LOG: ReadonlySet<string> = new Set(['stay.out', 'stay.nights', 'stay.ending']);

/** Days that may be still to come. Any other is told as past. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set([
  'response.planned',
  'document-need.expected',
  'document-need.validUntil',
  'matter.deadline',
  'matter.hearing',
  'matter.orderUntil',
  'matter.appealUntil',
  'stay.until',
  'task.due',
]);

/** Whether a day, month or year begins behind today. */
const isAhead = (value: CellValue, today: string): boolean =>
  typeof value === 'object' && 'day' in value && value.day > today.slice(0, value.day.length);

const isPlaceInWords = (value: CellValue): boolean =>
  typeof value === 'object' && 'area' in value && value.area === 'unknown';

/** Letters of other alphabets that a file lost where it was saved: a question mark, or the sign for what cannot be read, in a word. */
const LOST_LETTERS = /\p{L}\?\p{L}|^\p{L}+\?$|\ufffd/u;

/** Whether a row says more than its number. What it says wrongly says something too. */
function isSaying({ fields, several, notes, faults }: RowSaid): boolean {
  const told = [...fields].flatMap(([kind, values]) =>
    Object.keys(values).map((field) => `${kind}.${field}`),
  );
  return several.size + notes.length + faults.length > 0 || told.some((name) => name !== NAMED_BY.case);
}

function nothingOf(
  said: readonly RowSaid[],
  plan: Pick<RowPlan, 'number' | 'root' | 'name' | 'called'>,
): RowPlan {
  const rows = said.map(({ number, remarks }, i): RowPlan['rows'][number] => ({
    number,
    faults: i === 0 ? [{ fault: 'nothing' }] : [],
    remarks,
  }));
  return {
    ...plan,
    records: [],
    faults: [{ fault: 'nothing' }],
    remarks: rows.flatMap(({ remarks }) => remarks),
    rows,
  };
}
