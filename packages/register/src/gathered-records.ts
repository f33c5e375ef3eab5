import { type Field, fieldOf, isEmpty, isRequired, isShown, KINDS, stands } from '@dayaq/domain';
import { valueKey } from './folded.ts';
import type { RowFields, RowRecord, RowRemark } from './row-plan.ts';
import type { RowSaid } from './said.ts';
import type { RowKind } from './targets.ts';
import type { CellValue } from './values.ts';

/** What the records of several rows share: how a second row adds to what the first said, and what becomes of the rest. */

/** What was said of each row while its records were made, by its number. */
export class Remarks {
  readonly byRow = new Map<number, RowRemark[]>();

  add({ number }: Pick<RowSaid, 'number'>, remark: RowRemark): void {
    const had = this.byRow.get(number) ?? [];
    if (had.every((each) => each.remark !== remark.remark)) this.byRow.set(number, [...had, remark]);
  }
}

/** Adds what a row says of a record to what earlier ones did: an earlier word stands, and what differs is kept as words. */
export function addTo(
  record: RowFields,
  kind: RowKind,
  row: RowSaid,
  words: (text: string) => void,
  remarks: Remarks,
): void {
  for (const [name, value] of Object.entries(row.fields.get(kind) ?? {})) {
    const had = record[name];
    if (had === undefined || had === null) record[name] = value;
    else if (Array.isArray(had) && Array.isArray(value)) record[name] = [...new Set([...had, ...value])];
    else if (!isSaidAlike(name, had, value)) {
      const cell = row.cells.get(`${kind}.${name}`);
      const said = cell ?? (typeof value === 'string' ? value : null);
      if (said === null) continue;
      words(said);
      remarks.add(row, { remark: 'told-otherwise' });
    }
  }
}

/** A name is the same in other letters. */
const isSaidAlike = (name: string, a: CellValue | null, b: CellValue | null): boolean =>
  keyOf(a) === keyOf(b) ||
  ((name === 'alias' || name === 'name') &&
    typeof a === 'string' &&
    typeof b === 'string' &&
    valueKey(a) === valueKey(b));

/** The same for the same value, whatever the order of its parts. */
export function keyOf(value: CellValue | RowFields | null): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a kind asks for only at times, and what it may not be without. */
interface Asks {
  shownWhen: readonly string[];
  needed: readonly Field[];
}
const asks = new Map<string, Asks>();

/** Once for a kind: a register has tens of thousands of records. */
function askedOf(kind: RowKind): Asks {
  let known = asks.get(kind);
  if (known === undefined) {
    const { fields } = KINDS[kind];
    known = {
      shownWhen: fields.filter(({ when }) => when !== undefined).map(({ name }) => name),
      needed: fields.filter(
        ({ required, requiredWhen, requiredUnless }) =>
          required === true || requiredWhen !== undefined || requiredUnless !== undefined,
      ),
    };
    asks.set(kind, known);
  }
  return known;
}

/**
 * A record without what its kind would not show beside the rest (a day of closing in a case that is open), and what that
 * said. Null where it lacks what it must have: then all of it is words.
 */
export function standingPart(
  kind: RowKind,
  fields: RowFields,
  cells: ReadonlyMap<string, string>,
): { fields: RowFields | null; words: string[] } {
  const inWords = (names: readonly string[]): string[] =>
    names.flatMap((name) => cells.get(`${kind}.${name}`) ?? []);
  const { shownWhen, needed } = askedOf(kind);
  const stale = shownWhen.filter((name) => !isEmpty(fields[name]) && !stands(kind, name, fields));
  const kept =
    stale.length === 0
      ? fields
      : Object.fromEntries(Object.entries(fields).filter(([name]) => !stale.includes(name)));
  const lacks = needed.some(
    (field) => isEmpty(kept[field.name]) && isRequired(field, kept) && isShown(field, kept),
  );
  if (lacks) return { fields: null, words: inWords(Object.keys(fields)) };
  const words = inWords(stale);
  const note = fieldOf(kind, 'note')?.type;
  const text = [kept['note'], ...words].filter((each) => typeof each === 'string').join('\n');
  if (words.length > 0 && note?.is === 'text' && text.length <= note.max)
    return { fields: { ...kept, note: text }, words: [] };
  return { fields: kept, words };
}

/** Characters of a note's text. */
const NOTE_LENGTH = 10_000;

/** Lines put together into as few notes as hold them, each line once. */
export function inNotes(lines: readonly string[]): RowRecord[] {
  const texts: string[] = [];
  for (const line of new Set(lines)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < NOTE_LENGTH)
      texts[texts.length - 1] = `${last}\n${line}`;
    else for (let at = 0; at < line.length; at += NOTE_LENGTH) texts.push(line.slice(at, at + NOTE_LENGTH));
  }
  return texts.map((text, i) => ({
    place: i === 0 ? 'note' : `note:${i + 1}`,
    kind: 'note',
    fields: { text },
  }));
}
