import { type CharterEntry, idBytes, readCharterEntry } from '@dayaq/sealing/verify';
import { equal } from '../hash.ts';
import { Refused } from '../refused.ts';
import type { Tables } from '../storage/database.ts';
import { type FormerLog, formerLogsOf } from '../storage/former-logs.ts';
import { readActs } from '../storage/log.ts';
import { isAnyKeyholderSignedIn } from '../storage/sessions.ts';
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

/** Whether an act was signed in an earlier life of the log, behind what this one still has of it. A join names no log. */
export function isOfFormerLife({ entry: { act, place } }: Act, former: readonly FormerLog[]): boolean {
  if (place === null) return act.type === 'join';
  const life = former.find(({ log }) => equal(log, idBytes(place.log)));
  return life !== undefined && place.position >= life.until;
}

/** A life of the log that may be told what an earlier one had. */
export interface Untold {
  former: readonly FormerLog[];
  /** Up to where it is the same as the one before. */
  start: number;
  /** The acts that it was told. */
  since: readonly Act[];
}

/** Null where there was no other life, or somebody has signed an act in this one. */
export async function untoldLife(tables: Tables, space: Uint8Array): Promise<Untold | null> {
  const former = await formerLogsOf(tables, space);
  const start = former.at(-1)?.until;
  if (start === undefined) return null;
  const since = readAll(await readActs(tables, space, { behind: start }));
  if (since instanceof Refused) throw new Error('a stored charter act does not read');
  return since.every((act) => isOfFormerLife(act, former)) ? { former, start, since } : null;
}

/**
 * Whether a restored server waits for somebody who holds the keys, whose device tells it what it lost: until then nobody
 * joins or leaves, as that would part the charter. Nobody is signed in to a server that was restored.
 */
export async function isUnsettled(tables: Tables, space: Uint8Array): Promise<boolean> {
  return !(await isAnyKeyholderSignedIn(tables, space)) && (await untoldLife(tables, space)) !== null;
}
