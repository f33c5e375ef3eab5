import { alike, type Card, HINTED, type Known, LIKELY, toldText } from '@dayaq/domain';
import type { DossierId } from '@dayaq/sealing';
import type { AlikeEnd, AlikeQuery, AlikeRow, LikelyPair, PairPage } from '../client.ts';
import type { Engine } from '../database/engine.ts';
import { spaceNumber } from '../database/space-number.ts';
import { mentionOf } from '../mention.ts';
import { isRestricted } from '../restricted.ts';
import { isNarrow, keysOf, LAST_KEY, numberKey } from './keys.ts';
import { nameAlike } from './names.ts';
import { knownIn } from './rows.ts';

const MOST_GIVEN = 20;
/** People who are looked at for one question. */
const MOST_ASKED = 3000;
/** Keys that are looked through at a time, and people who may share one: what more have in common tells nobody apart. */
const SLICE = 6000;
const MOST_SHARING = 500;

/** So many who share one name and an age or a place are namesakes: what only namesakes have in common tells nobody apart. */
const MOST_NAMESAKES = 12;
const OF_NAMESAKES: ReadonlySet<string> = new Set(['name-same', 'age', 'place', 'region', 'other-place']);

interface PersonLine extends Record<string, null | number | string | Uint8Array> {
  key: number;
  rid: number;
  n: number;
  data: string;
}

/** See `Vault.alike`. */
export function alikeTo(engine: Engine, space: string, query: AlikeQuery): AlikeRow[] {
  const records = query.records.map((record) => ({ ...record, deleted: false }));
  const asked = knownIn(query.root, records).find(({ record }) => record === query.record);
  if (asked === undefined) return [];
  const own = engine.get<{ rid: number }>('select rid from dossier where id = ?', query.root)?.rid ?? -1;
  const place = spaceNumber(engine, space);
  const found = new Map<string, { rid: number; known: Known }>();
  // Narrow keys first: where there are too many to look at, those who share more are among them.
  for (const key of keysOf(asked)) {
    const lines = engine.all<PersonLine>(
      `select k.key, a.rid, a.n, a.data from alike_key k join alike a on a.rid = k.rid and a.n = k.n
       where k.space = ? and k.key = ? and k.rid <> ? order by k.rid desc limit ?`,
      place,
      key,
      own,
      MOST_ASKED - found.size,
    );
    for (const { rid, n, data } of lines)
      if (!found.has(`${rid} ${n}`)) found.set(`${rid} ${n}`, { rid, known: JSON.parse(data) as Known });
  }
  const most = Math.max(1, Math.min(query.limit, MOST_GIVEN));
  const rows: AlikeRow[] = [];
  const likeliest = [...found.values()]
    .map((each) => ({ ...each, ...alike(asked, each.known, nameAlike(asked.name, each.known.name)) }))
    .filter(({ points, known }) => points >= HINTED && !known.apart.includes(query.root))
    .sort((a, b) => b.points - a.points || b.rid - a.rid);
  for (const { rid, known, reasons, points } of likeliest) {
    if (rows.length === most) break;
    const end = endOf(engine, rid, known);
    if (end !== null && !asked.apart.includes(end.dossier)) rows.push({ ...end, reasons, points });
  }
  return rows;
}

const MOST_NUMBERS = 500;

/** See `Vault.numbered`. */
export function numbered(engine: Engine, space: string, numbers: readonly string[]): Record<string, string> {
  const place = spaceNumber(engine, space);
  const found: Record<string, string> = {};
  for (const number of numbers.slice(0, MOST_NUMBERS)) {
    const lines = engine.all<{ id: string; data: string }>(
      `select d.id, a.data from alike_key k join alike a on a.rid = k.rid and a.n = k.n join dossier d on d.rid = k.rid
       where k.space = ? and k.key = ? order by k.rid limit ?`,
      place,
      numberKey(number),
      MOST_GIVEN,
    );
    const same = lines.find(({ data }) => isNumber((JSON.parse(data) as Known).number, number));
    if (same !== undefined) found[number] = same.id;
  }
  return found;
}

const isNumber = (one: string, other: string): boolean =>
  one !== '' && one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * See `Vault.likelyPairs`: goes through the keys in their order, so that each page stands alone and can be the last.
 * @param slice keys that are looked through at a time; more than `MOST_SHARING`, or what shares one key is divided
 */
export function likelyPairs(
  engine: Engine,
  space: string,
  after: string | null,
  slice: number = SLICE,
): PairPage {
  const from = after === null ? -1 : Number(after);
  const lines = engine.all<PersonLine>(
    `select k.key, k.rid, k.n, a.data from alike_key k join alike a on a.rid = k.rid and a.n = k.n
     where k.space = ? and k.key > ? order by k.key, k.rid, k.n limit ?`,
    spaceNumber(engine, space),
    Number.isSafeInteger(from) ? Math.max(-1, from) : -1,
    slice,
  );
  const sharing = groups(lines);
  const isLast = lines.length < slice;
  // The last may go on in the next page, unless it alone filled this one.
  if (!isLast && sharing.length > 1) sharing.pop();
  const next = isLast ? null : (sharing.at(-1)?.[0]?.key ?? null);
  const reader = new People();
  const pairs = sharing.flatMap((group) => pairsIn(engine, group.slice(0, MOST_SHARING), reader));
  return { pairs, next: next === null ? null : String(next), share: next === null ? 1 : next / LAST_KEY };
}

function groups(lines: readonly PersonLine[]): PersonLine[][] {
  const found: PersonLine[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0]?.key === line.key) last.push(line);
    else found.push([line]);
  }
  return found;
}

/** People of one page, each read once. */
class People {
  readonly #known = new Map<string, Known>();

  of({ rid, n, data }: PersonLine): Known {
    let known = this.#known.get(`${rid} ${n}`);
    if (known === undefined) this.#known.set(`${rid} ${n}`, (known = JSON.parse(data) as Known));
    return known;
  }
}

function pairsIn(engine: Engine, group: readonly PersonLine[], people: People): LikelyPair[] {
  const clients = group
    .map((line) => ({ line, known: people.of(line) }))
    .filter(({ known }) => known.role === 'client');
  const isCommon = clients.length > MOST_NAMESAKES;
  const found: LikelyPair[] = [];
  for (const [i, a] of clients.entries()) {
    for (const b of clients.slice(i + 1)) {
      if (a.line.rid === b.line.rid) continue;
      const { reasons, points } = alike(a.known, b.known, nameAlike(a.known.name, b.known.name));
      if (isCommon && reasons.every((reason) => OF_NAMESAKES.has(reason))) continue;
      if (points < LIKELY || firstShared(a.known, b.known) !== a.line.key) continue;
      const ends = [endOf(engine, a.line.rid, a.known), endOf(engine, b.line.rid, b.known)] as const;
      const [one, other] = ends;
      if (one === null || other === null || isSaidApart(a.known, b.known, one, other)) continue;
      found.push(
        one.day <= other.day ? { one, other, reasons, points } : { one: other, other: one, reasons, points },
      );
    }
  }
  return found;
}

/** Under which of the keys that two have in common their pair is told: once, however many those are. */
function firstShared(a: Known, b: Known): number | undefined {
  const keys = new Set(keysOf(b));
  return keysOf(a)
    .filter((key) => isNarrow(key) && keys.has(key))
    .reduce<number | undefined>(
      (least, key) => (least === undefined || key < least ? key : least),
      undefined,
    );
}

const isSaidApart = (a: Known, b: Known, one: AlikeEnd, other: AlikeEnd): boolean =>
  a.apart.includes(other.dossier) || b.apart.includes(one.dossier);

function endOf(engine: Engine, rid: number, { record, name, area }: Known): AlikeEnd | null {
  const row = engine.get<{ id: string; day: string; card: string }>(
    'select id, day, card from dossier where rid = ?',
    rid,
  );
  if (row === null) return null;
  return {
    dossier: row.id,
    record,
    name: name || toldText(JSON.parse(row.card) as Card, 'reference'),
    case: mentionOf(row.card),
    day: row.day,
    area,
    restricted: isRestricted(engine, row.id as DossierId),
  };
}
