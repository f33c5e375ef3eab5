import {
  type Card,
  KINDS,
  type Kind,
  kindOf,
  printedIn,
  ROOT_KINDS,
  rootKindOf,
  textOf,
  told,
} from '@dayaq/domain';
import { foldForIndex, telephonesIn } from '@dayaq/locale/fold';
import type { FoundPage, FoundRow, Id, Value } from './client.ts';
import type { Engine } from './database/engine.ts';
import { searchTable } from './database/schema.ts';
import { type CardLine, rowsOf } from './dossiers.ts';
import { tokenOf } from './search/token.ts';
import { wantedIn } from './search/wanted.ts';
import type { Wanted } from './search/wanted.ts';
import { Snippets } from './snippets.ts';
import { isAtHome } from './space/home.ts';
import type { Unlocked } from './unlocked.ts';

const MOST_ROWS = 100;
/** Dossiers whose inside is looked through, of each kind the newest. */
const LOOKED_THROUGH = 50;
/** Records inside them that are looked at. */
const MOST_RECORDS = 5000;
const FOLDED_KEPT = 10_000;

/** Kinds inside dossiers that are found by themselves. */
const PARTS: readonly Kind[] = Object.values<Kind>(KINDS).filter(
  ({ level, card }) => level === 'part' && card !== undefined,
);

interface RecordLine extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  kind: string;
  record: string;
  data: string;
}

/**
 * Looks through everything on this device that this account may open: what it may not open has no rows here. See
 * `Vault.find`.
 */
export async function find(
  unlocked: Unlocked,
  { text, limit }: { text: string; limit: number },
  space: Id | null,
): Promise<FoundPage> {
  const { engine } = unlocked;
  const wanted = await wantedIn(engine, text);
  if (wanted.isEmpty) return { rows: [], more: false };
  const most = Math.max(1, Math.min(limit, MOST_ROWS));
  const snippets = new Snippets(engine, wanted.words);
  const roots: FoundRow[][] = [];
  const parts = new Map<string, FoundRow[]>(PARTS.map(({ kind }) => [kind, []]));
  for (const { kind, open } of ROOT_KINDS) {
    const lines = rowsOf(engine, newest(engine, kind, wanted, space, Math.max(most + 1, LOOKED_THROUGH)));
    // A register that everybody reads is found by its own words; else what stands in it is found.
    roots.push(
      lines
        .filter((line) => open !== true || isMetByTold(line, wanted))
        .map((line) => foundDossier(line, snippets)),
    );
    for (const row of foundInside(unlocked, lines.slice(0, LOOKED_THROUGH), wanted))
      parts.get(row.kind)?.push(row);
  }
  return fairly([...roots, ...parts.values()], most);
}

function newest(engine: Engine, kind: string, wanted: Wanted, space: Id | null, limit: number): number[] {
  const table = searchTable(kind);
  if (space !== null) {
    return engine
      .all<{ rid: number }>(
        `select s.rowid as rid from ${table} s join dossier d on d.rid = s.rowid
         where s.${table} match ?1 and ${isAtHome('?2')} order by s.rowid desc limit ?3`,
        wanted.match,
        space,
        limit,
      )
      .map(({ rid }) => rid);
  }
  return engine
    .all<{ rid: number }>(
      `select rowid as rid from ${table} where ${table} match ? order by rowid desc limit ?`,
      wanted.match,
      limit,
    )
    .map(({ rid }) => rid);
}

function isMetByTold({ kind, card }: CardLine, wanted: Wanted): boolean {
  const { told: shown } = JSON.parse(card) as Card;
  return wanted.isMetBy(indexed(kind, shown));
}

function foundDossier({ id, kind, space, card }: CardLine, snippets: Snippets): FoundRow {
  const { told: shown, text } = JSON.parse(card) as Card;
  return {
    kind,
    id,
    dossier: id,
    root: kind,
    space,
    told: shown as Record<string, Value>,
    snippet: snippets.of(text),
  };
}

function foundInside(unlocked: Unlocked, dossiers: readonly CardLine[], wanted: Wanted): FoundRow[] {
  const { engine } = unlocked;
  const byRid = new Map(dossiers.map((dossier) => [dossier.rid, dossier]));
  const lines = engine.all<RecordLine>(
    `select rid, kind, record, data from listed
     where rid in (select value from json_each(?)) and kind in (select value from json_each(?)) limit ${MOST_RECORDS}`,
    JSON.stringify([...byRid.keys()]),
    JSON.stringify(PARTS.map(({ kind }) => kind)),
  );
  return lines.flatMap((line): FoundRow[] => {
    const dossier = byRid.get(line.rid);
    const kind = kindOf(line.kind);
    if (kind === undefined || dossier === undefined || !wanted.isMetBy(foldedOf(engine, line))) return [];
    if (kind.writes === 'account' && !isMember(unlocked, dossier, line.record)) return [];
    const { fields } = JSON.parse(line.data) as { fields: Record<string, unknown> };
    return [
      {
        kind: line.kind,
        id: line.record,
        dossier: dossier.id,
        root: dossier.kind,
        space: dossier.space,
        told: told(kind, fields) as Record<string, Value>,
        snippet: '',
      },
    ];
  });
}

/** Who an account's own record is about belongs here now, and the record stands where such records are kept. */
function isMember({ rings }: Unlocked, { space, kind }: CardLine, account: string): boolean {
  const ring = [...rings.values()].find((each) => (each.space as string) === space);
  return (
    rootKindOf(kind)?.open === true &&
    ring?.members.some((member) => (member.account as string) === account) === true
  );
}

/** Words of records as the index would have them: the same ones come up with every letter typed. */
const folded = new WeakMap<Engine, Map<string, readonly string[]>>();

function foldedOf(engine: Engine, { rid, kind, record, data }: RecordLine): readonly string[] {
  const kept = folded.get(engine) ?? new Map<string, readonly string[]>();
  folded.set(engine, kept);
  const { fields, updated } = JSON.parse(data) as {
    fields: Record<string, unknown>;
    updated: { at: number };
  };
  const key = `${rid} ${kind} ${record} ${updated.at} ${data.length}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const words = indexed(kind, fields);
  if (kept.size >= FOLDED_KEPT) kept.clear();
  kept.set(key, words);
  return words;
}

function indexed(kind: string, fields: Record<string, unknown>): readonly string[] {
  const text = textOf([{ kind, fields }]);
  const tokens = printedIn({ kind, fields }).map(([list, code]) => tokenOf(list, code));
  return [...foldForIndex(text).split(' '), ...telephonesIn(text), ...tokens];
}

/** So many rows of all sorts that none crowds the others out. */
function fairly(groups: readonly FoundRow[][], most: number): FoundPage {
  const some = groups.filter((group) => group.length > 0);
  const taken = some.map(() => 0);
  let room = most;
  for (let before = -1; room > 0 && before !== room; ) {
    before = room;
    const share = Math.max(1, Math.floor(room / some.length));
    for (const [at, group] of some.entries()) {
      const next = Math.min(share, group.length - (taken[at] ?? 0), room);
      taken[at] = (taken[at] ?? 0) + next;
      room -= next;
    }
  }
  return {
    rows: some.flatMap((group, at) => group.slice(0, taken[at])),
    more: some.some((group, at) => group.length > (taken[at] ?? 0)),
  };
}
