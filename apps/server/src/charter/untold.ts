import { type CharterEntry, idBytes, readCharterEntry } from '@dayaq/sealing/verify';
import { equal } from '../hash.ts';
import { Refused } from '../refused.ts';
import type { Tables } from '../storage/database.ts';
import { type FormerLog, formerLogsOf } from '../storage/former-logs.ts';
import { readActs } from '../storage/log.ts';
import { isSettled } from '../storage/settled.ts';
import { findSpace } from '../storage/spaces.ts';
import { refusedAct } from './refused-act.ts';

export interface Act {
  bytes: Uint8Array;
  entry: CharterEntry;
}

export function readAll(acts: readonly Uint8Array[]): Act[] | Refused {
  const all: Act[] = [];
  for (const bytes of acts) {
    const read = readCharterEntry(bytes);
    if (!read.ok) return refusedAct(read.error);
    all.push({ bytes, entry: read.value });
  }
  return all;
}

/** The life of the log that is over and in which an act was signed. A join names none. */
function lifeOf({ entry: { place } }: Act, former: readonly FormerLog[]): FormerLog | undefined {
  return place === null ? undefined : former.find(({ log }) => equal(log, idBytes(place.log)));
}

/** Whether an act was signed in an earlier life of the log, behind what this one still has of it. A join names no log. */
export function isOfFormerLife(act: Act, former: readonly FormerLog[]): boolean {
  const { place } = act.entry;
  if (place === null) return act.entry.act.type === 'join';
  const life = lifeOf(act, former);
  return life !== undefined && place.position >= life.until;
}

/** Lives that one lesson may tell of. */
const MOST_TOLD = 8;

/** A life of the log that may be told what earlier ones had. */
export interface Untold {
  former: readonly FormerLog[];
  /** Those among them of which this server knows by the acts alone: it was put back to before they began, twice from one backup. */
  told: readonly FormerLog[];
  /** Up to where it is the same as all of the lives that are named. */
  start: number;
  /** The acts that it was told, or that are to be told again, behind that. */
  since: readonly Act[];
}

/**
 * Null where there was no other life, or somebody has signed an act in this one. `missing`: acts that it is to be told. They
 * stand where the first of the lives that they name ends: what was written behind that in a life that began later, and was
 * over before they came, stands behind them too. A life that nobody here knows of was lost with the backup from before it: what
 * was signed in it counts as what was signed in the one before, from where the log was put back to, and no further.
 */
export async function untoldLife(
  tables: Tables,
  space: Uint8Array,
  missing: readonly Act[] = [],
): Promise<Untold | null> {
  const known = await formerLogsOf(tables, space);
  const last = known.at(-1)?.until;
  if (last === undefined) return null;
  const told = livesTold(missing, known, (await findSpace(tables, space))?.logId).map((log) => ({
    log,
    until: last,
  }));
  if (told.length > MOST_TOLD) return null;
  const former = [...known, ...told];
  const start = Math.min(last, ...missing.flatMap((act) => lifeOf(act, former)?.until ?? []));
  const since = readAll(await readActs(tables, space, { behind: start }));
  if (since instanceof Refused) throw new Error('a stored charter act does not read');
  return since.every((act) => isOfFormerLife(act, former)) ? { former, told, start, since } : null;
}

/** The logs that acts name and that are neither alive here nor known to have been. */
function livesTold(acts: readonly Act[], former: readonly FormerLog[], alive?: Uint8Array): Uint8Array[] {
  const named = new Map(
    acts.flatMap(({ entry: { place } }) =>
      place === null ? [] : [[place.log, idBytes(place.log)] as const],
    ),
  );
  return [...named.values()].filter(
    (log) => !(alive && equal(log, alive)) && !former.some((life) => equal(life.log, log)),
  );
}

/**
 * Whether a restored server waits for somebody who holds the keys, whose device tells it what it lost and says that this was
 * all (`charter/settle`): until then nobody joins or leaves, as that would part the charter. That one signed in says nothing
 * yet: until their device has told it, a link that was withdrawn would still open.
 */
export async function isUnsettled(tables: Tables, space: Uint8Array): Promise<boolean> {
  return !(await isSettled(tables, space)) && (await untoldLife(tables, space)) !== null;
}
