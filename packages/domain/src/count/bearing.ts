import { codeOf } from '../code-lists/index.ts';
import { dayNumber, dayNumbered } from '../day.ts';
import { areaWithAncestors } from '../packs/index.ts';
import type { PlainRecord } from '../plain-record.ts';
import { ACTS, COUNTED, PERSONS } from './declared.ts';
import { derivedOf } from './derived.ts';
import { type Column, Facts, NO_DAY } from './facts.ts';
import { narrowOf } from './narrow.ts';
import { placeColumn } from './selection.ts';

/** What a commitment is about, as far as it was said: everything that is said here must be so of one act. */
export interface About {
  /** Codes of `violation-types`: one of them, or one below. */
  readonly acts: readonly string[];
  /** Codes of `populations`: one to whom it was done belongs to one of them. */
  readonly people: readonly string[];
  /** Code of an area; null: anywhere. */
  readonly area: string | null;
  /** First day, YYYY-MM-DD; null: whenever. What has no date is not after it. */
  readonly since: string | null;
}

/** A case in which something was done that a commitment is about. */
export interface Bearing {
  readonly case: string;
  /** How many acts. */
  readonly acts: number;
  /** The last day on which one of them was done, YYYY-MM-DD; null: nobody said when. */
  readonly last: string | null;
}

/** Without what it is about nothing is suggested. */
export const saysNothing = ({ acts, people, area }: About): boolean =>
  acts.length === 0 && people.length === 0 && area === null;

type Test = (row: number) => boolean;

function test(column: Column | null, isMeant: (code: string) => boolean): Test {
  if (column === null) return () => false;
  const meant = Uint8Array.from(column.codes, (code) => (isMeant(code) ? 1 : 0));
  const { starts, values } = column.lists;
  return (row) => {
    const to = starts.data[row + 1] as number;
    for (let i = starts.data[row] as number; i < to; i += 1)
      if (meant[values.data[i] as number] === 1) return true;
    return false;
  };
}

function columnOf(facts: Facts, kind: string, name: string): Column | null {
  const at =
    COUNTED.find((each) => each.kind === kind)?.fields.findIndex((field) => field.name === name) ?? -1;
  return at < 0 ? null : (facts.table(kind).columns[at] ?? null);
}

/** Whether an act, by its row, is what a commitment is about. */
function isAbout(facts: Facts, { acts, people, area, since }: About): Test {
  const table = facts.table(ACTS.kind);
  const persons = facts.table(PERSONS.kind);
  const victims = facts.linked.get(PERSONS.kind);
  const type = test(columnOf(facts, ACTS.kind, 'type'), (code) => {
    const parent = codeOf('violation-types', code)?.parent;
    return acts.includes(code) || (parent !== undefined && acts.includes(parent));
  });
  const belongs = test(columnOf(facts, PERSONS.kind, 'populations'), (code) => people.includes(code));
  const within = (code: string): boolean => area !== null && areaWithAncestors(code).includes(area);
  const ofAct = placeColumn(facts, 'act');
  const [here, there] = [test(ofAct, within), test(placeColumn(facts, 'case'), within)];
  const saysWhere: Test = test(ofAct, () => true);
  const first = since === null ? null : dayNumber(since);
  const hits = (row: number): boolean => {
    const [from, to] = [victims?.starts.data[row] ?? 0, victims?.starts.data[row + 1] ?? 0];
    for (let i = from; i < to; i += 1) if (belongs(victims?.values.data[i] as number)) return true;
    if (from < to) return false;
    // Whom nobody named may be anybody of the case.
    const at = table.dossier.data[row] as number;
    for (let who = persons.starts.data[at] as number; who < (persons.starts.data[at + 1] as number); who += 1)
      if (belongs(who)) return true;
    return false;
  };
  return (row) => {
    const day = table.from.data[row] as number;
    if (first !== null && (day === NO_DAY || day < first)) return false;
    if (acts.length > 0 && !type(row)) return false;
    if (area !== null && !(saysWhere(row) ? here(row) : there(table.dossier.data[row] as number)))
      return false;
    return people.length === 0 || hits(row);
  };
}

/**
 * Cases in which something was done that a commitment is about, those of the newest acts first. Whether one bears on it a person
 * says.
 * @param known cases of which somebody has said so already
 */
export function bearingCases(
  facts: Facts,
  about: About,
  known: ReadonlySet<string>,
  limit: number,
): { cases: readonly Bearing[]; more: number } {
  if (saysNothing(about)) return { cases: [], more: 0 };
  const acts = facts.table(ACTS.kind);
  const { stands } = derivedOf(facts);
  const isMeant = isAbout(facts, about);
  const said = new Set([...known].map((id) => facts.at.get(id)));
  /** The newest so far, in their order: few of many are shown. */
  const newest: { at: number; count: number; last: number }[] = [];
  let found = 0;
  for (let at = 0; at < stands.length; at += 1) {
    if (stands[at] !== 1 || said.has(at)) continue;
    let count = 0;
    let last = NO_DAY;
    for (let row = acts.starts.data[at] as number; row < (acts.starts.data[at + 1] as number); row += 1)
      if (isMeant(row)) {
        count += 1;
        last = Math.max(last, acts.to.data[row] as number);
      }
    if (count === 0) continue;
    found += 1;
    if (newest.length === limit && last <= (newest.at(-1)?.last ?? NO_DAY)) continue;
    const place = newest.findIndex((each) => each.last < last);
    newest.splice(place < 0 ? newest.length : place, 0, { at, count, last });
    newest.length = Math.min(newest.length, limit);
  }
  const cases = newest.map(({ at, count, last }) => ({
    case: facts.names[at] ?? '',
    acts: count,
    last: last === NO_DAY ? null : dayNumbered(last),
  }));
  return { cases, more: found - cases.length };
}

/** Which acts of a case a commitment is about: ids of their records. */
export function actsAbout(root: string, records: readonly PlainRecord[], about: About): string[] {
  const narrow = narrowOf(root, records);
  if (narrow === null || saysNothing(about)) return [];
  const facts = new Facts();
  facts.put(root, { rows: narrow.rows });
  const isMeant = isAbout(facts, about);
  const ids = records.flatMap(({ id, kind, deleted }) => (kind === ACTS.kind && !deleted ? [id] : []));
  return ids.filter((_, row) => row < facts.table(ACTS.kind).length && isMeant(row));
}
