import { type ConsentState, consentsOf } from '../consent.ts';
import { dayNumber } from '../day.ts';
import { fuzzyRange, isFuzzyDate } from '../fuzzy-date.ts';
import type { PlainRecord } from '../plain-record.ts';
import { isEmpty, stands } from '../validate.ts';
import { ACT_LINKS, ACTS, CASES, COUNTED, type CountedKind, countedCode, PERSONS } from './declared.ts';

/** Whether somebody agreed to be in statistics: they said no or took it back, they were not asked, they said yes. */
export const AGREED = { no: 0, unasked: 1, yes: 2 } as const;

/** Of one record what counts, as short as it can be kept. */
export interface NarrowRow {
  /** First and last day that its date may mean, in days since 1970. */
  d?: readonly [from: number, to: number];
  /** By the number of the field: its codes. */
  c?: Readonly<Record<number, readonly string[]>>;
  /** Of an act: rows of the other kinds that have a part in it. */
  l?: Readonly<Record<string, readonly number[]>>;
  /** Of an act: people whom nobody named, as surely known, and as the highest number that was said. */
  g?: readonly [low: number, high: number];
  /** Of a person: their record, the same one's records elsewhere, and whether they agreed (`AGREED`). */
  id?: string;
  s?: readonly string[];
  a?: number;
  /** Words by which it is known elsewhere (`Counts.named`). */
  n?: string;
  /** Of a person: they count as a person, not only as one to whom something was done. */
  p?: 1;
}

/** A dossier as figures see it: rows of each counted kind. Nothing in it tells who somebody is. */
export interface Narrow {
  readonly rows: Readonly<Record<string, readonly NarrowRow[]>>;
  /** The dossier in which it goes on. */
  readonly into?: string;
}

/** Rows of one kind in one dossier beyond which none is counted. */
const MOST_ROWS = 20_000;
/** More than any list that people choose from; what stands behind them is left out. */
const MOST_CODES = 100;
const MOST_SAME = 200;
/** Letters of a name. */
const MOST_WORDS = 160;
/** As the field takes it: what is more was never typed. */
const MOST_IN_A_GROUP = 10_000_000;
/** Certainties by which a number is known; of others only that it was said. */
const KNOWN = ['counted', 'at-least'];

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What a dossier says that is counted; null for one that no figure knows of. */
export function narrowOf(root: string, records: readonly PlainRecord[]): Narrow | null {
  const live = records.filter(({ deleted }) => !deleted);
  const head = live.find(({ id }) => id === root);
  if (head?.kind !== CASES.kind) return null;
  const found = new Map(COUNTED.map((kind) => [kind, recordsOf(kind, head, live)]));
  const around: Around = {
    at: new Map([...found].map(([kind, own]) => [kind.kind, new Map(own.map(({ id }, i) => [id, i]))])),
    clients: (found.get(PERSONS) ?? []).flatMap(({ fields }, i) => (isPerson(fields) ? [i] : [])),
    consents: consentsOf(live),
  };
  const rows = [...found].map(([kind, own]): [string, NarrowRow[]] => [
    kind.kind,
    own.map((record) => narrowRow(kind, record, around)),
  ]);
  const into = CASES.counts.into === undefined ? undefined : head.fields[CASES.counts.into];
  return {
    rows: Object.fromEntries(rows),
    ...(typeof into === 'string' && into !== '' && into !== root ? { into } : {}),
  };
}

/** What heads another dossier is one only there. */
const recordsOf = (kind: CountedKind, head: PlainRecord, live: readonly PlainRecord[]): PlainRecord[] =>
  live.filter((each) => each.kind === kind.kind && (kind !== CASES || each === head)).slice(0, MOST_ROWS);

interface Around {
  /** By kind and id: which row it is. */
  readonly at: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly clients: readonly number[];
  readonly consents: ReturnType<typeof consentsOf>;
}

type Fields = Readonly<Record<string, unknown>>;

function narrowRow(kind: CountedKind, { id, fields }: PlainRecord, around: Around): NarrowRow {
  const { counts } = kind;
  const row: NarrowRow = {};
  const date = counts.day === undefined ? undefined : fields[counts.day];
  if (isFuzzyDate(date)) {
    const { from, to } = fuzzyRange(date);
    row.d = [dayNumber(from), dayNumber(to)];
  }
  const codes = kind.fields.flatMap((field, i): [number, string[]][] => {
    if (!stands(kind.kind, field.name, fields)) return [];
    const found = codesIn(fields[field.name]).map((code) => countedCode(field, code));
    return found.length === 0 ? [] : [[i, [...new Set(found)]]];
  });
  if (codes.length > 0) row.c = Object.fromEntries(codes);
  const named = counts.named === undefined ? undefined : fields[counts.named];
  if (typeof named === 'string') {
    const words = named.trim().slice(0, MOST_WORDS);
    if (words !== '') row.n = words;
  }
  if (kind === ACTS) Object.assign(row, actRow(fields, around));
  if (kind === PERSONS) {
    row.id = id;
    row.a = agreed(around.consents(id, 'statistics'));
    const same = textsIn(fields[counts.same ?? '']).slice(0, MOST_SAME);
    if (same.length > 0) row.s = same;
    if (isPerson(fields)) row.p = 1;
  }
  return row;
}

function actRow(fields: Fields, { at, clients }: Around): Pick<NarrowRow, 'l' | 'g'> {
  const links = new Map(
    ACT_LINKS.map(({ field, kind }) => {
      const named = textsIn(fields[field]).flatMap((id) => at.get(kind)?.get(id) ?? []);
      return [kind, [...new Set(named)]];
    }),
  );
  const { group, others } = ACTS.counts;
  const number =
    group !== undefined && stands(ACTS.kind, group.number, fields) ? fields[group.number] : undefined;
  const isGroup =
    typeof number === 'number' && Number.isSafeInteger(number) && number > 0 && number <= MOST_IN_A_GROUP;
  const isSure = group !== undefined && isAny(fields[group.certainty], KNOWN);
  // Whom nobody named is the one whom the case is about.
  const isOthers = isGroup || (others !== undefined && codesIn(fields[others]).length > 0);
  if (links.get(PERSONS.kind)?.length === 0 && clients.length === 1 && !isOthers)
    links.set(PERSONS.kind, [...clients]);
  const linked = [...links].filter(([, rows]) => rows.length > 0);
  return {
    ...(linked.length > 0 ? { l: Object.fromEntries(linked) } : {}),
    ...(isGroup ? { g: [isSure ? number : 0, number] } : {}),
  };
}

const isPerson = (fields: Fields): boolean =>
  PERSONS.counts.only === undefined || isAny(fields[PERSONS.counts.only.field], PERSONS.counts.only.in);

const isAny = (value: unknown, codes: readonly string[]): boolean =>
  typeof value === 'string' && codes.includes(value);

/** Of a place its area, of anything else its codes; nothing where nothing is said. */
function codesIn(value: unknown): string[] {
  if (isEmpty(value)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return textsIn(value).slice(0, MOST_CODES);
  const { area } = value as { area?: unknown };
  return typeof area === 'string' && area !== '' ? [area] : [];
}

const agreed = (state: ConsentState): number =>
  state === 'yes' ? AGREED.yes : state === 'not-asked' ? AGREED.unasked : AGREED.no;
