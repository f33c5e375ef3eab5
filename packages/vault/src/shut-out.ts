import type { DossierId } from '@dayaq/sealing';
import { facetNumber } from './database/schema.ts';
import { spaceNumber } from './database/space-number.ts';
import { RESTRICTED } from './restricted.ts';
import { standingGeneration } from './space/generations.ts';
import { wantedReaders } from './space/readers-asked.ts';
import type { Ring } from './space/ring.ts';
import { SHUT } from './sync/held.ts';
import type { Unlocked } from './unlocked.ts';

/** What restricted cases say of members who may not open them. */
export interface ShutOut {
  /** Rows of dossiers that this account itself may not open: whatever is left of them asks nothing of it. */
  readonly closed: readonly number[];
  /** Whoever holds something in a dossier that they may not open: their tasks there, and the dossier itself, are nobody's. */
  readonly holders: readonly { readonly rid: number; readonly account: string }[];
}

export const NOBODY_OUT: ShutOut = { closed: [], holders: [] };

interface Line extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  id: string;
}

interface Held extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  account: string;
}

/** Who stands before a closed door in one space. As many headers are read as there are restricted dossiers: a handful. */
export async function shutOutIn(unlocked: Unlocked, ring: Ring): Promise<ShutOut> {
  const { engine } = unlocked;
  const place = spaceNumber(engine, ring.space);
  const lines = engine.all<Line>(
    `select d.rid, d.id from dossier d where d.space = ? and d.id in (${RESTRICTED})`,
    place,
  );
  const refused = refusedIn(unlocked, ring);
  if (lines.length === 0) return { closed: refused, holders: [] };
  const held = engine.all<Held>(
    `select rid, owner as account from task where owner <> '' and rid in (select value from json_each(?3))
     union select rid, code from facet where space = ?1 and name = ?2 and rid in (select value from json_each(?3))`,
    place,
    facetNumber('case', 'owner'),
    JSON.stringify(lines.map(({ rid }) => rid)),
  );
  const closed: number[] = refused;
  const holders: Held[] = [];
  for (const { rid, id } of lines) {
    const dossier = id as DossierId;
    const standing = await standingGeneration(unlocked, ring.space, dossier);
    const readers = await wantedReaders(unlocked, ring.space, dossier, standing);
    if (readers === null) continue;
    const mayOpen = new Set<string>(readers);
    if (!mayOpen.has(unlocked.account.id)) closed.push(rid);
    holders.push(...held.filter((each) => each.rid === rid && !mayOpen.has(each.account)));
  }
  return { closed, holders };
}

/**
 * Whoever is shut out is shown nothing of the closing: their device learns of it when something that they wrote there is not
 * taken, and remembers it when that was handed on or dropped.
 */
function refusedIn({ engine }: Unlocked, ring: Ring): number[] {
  return engine
    .all<{ rid: number }>(
      `select distinct d.rid from dossier d join (${SHUT}) s on s.dossier = d.id where d.space = ? and s.space = ?`,
      spaceNumber(engine, ring.space),
      ring.space,
    )
    .map(({ rid }) => rid);
}

/** SQL parameter: the closed rows, as a list. */
export const closedRows = ({ closed }: ShutOut): string => JSON.stringify(closed);

/** SQL parameter: row and account of each who holds something behind a closed door. */
export const holderRows = ({ holders }: ShutOut): string =>
  JSON.stringify(holders.map(({ rid, account }) => `${rid} ${account}`));
