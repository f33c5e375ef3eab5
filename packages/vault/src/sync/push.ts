import { LIMITS } from '@dayaq/protocol';
import { bindsOthers, type DossierId, type EntryId, idBytes } from '@dayaq/sealing';
import type { Failure, HeldReason } from '../client.ts';
import { failed, success } from '../failure.ts';
import { dropCopy, dropReaders } from '../outbox.ts';
import {
  newestGeneration,
  type StartedGeneration,
  storeGeneration,
  type Writable,
  writableGeneration,
} from '../space/generations.ts';
import type { KnownGeneration } from '../space/known-generation.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { hold, isClosed, mayTry, READERS_THING, readersThing, release } from './held.ts';
import { readCharter, reasonOf, RETRY } from './refusal.ts';
import { dropAsked } from './what-stood.ts';

/** `again`: somebody was faster, or the keys must be rotated first; pull and try once more. */
export type Pushed = { ok: true; value: 'done' | 'again' } | { ok: false; failure: Failure };

/** Bytes of sealed entries in one request: small enough for a 2G upload to finish before it is given up. */
export const BATCH_BYTES = 512 * 1024;

/** What another organisation reads too goes its own way: it may have to wait for that one. */
const NOT_SHARED = 'dossier not in (select dossier from share where space = ?1 and owner = ?1)';

export interface Unsent extends Record<string, null | number | string | Uint8Array> {
  rid: number;
  dossier: string;
  id: string;
  bytes: Uint8Array;
}

/** What goes of one dossier in one request. */
interface Part {
  dossier: DossierId;
  started: StartedGeneration | null;
  entries: { g: number; id: EntryId; sealed: Uint8Array }[];
}

/**
 * Sends what waits for this space, oldest first, and the restrictions that were asked for. What is refused is found among
 * what went together and held alone. `isPatient`: a dossier for which somebody was faster is worth another turn at once;
 * else it is passed over, and nothing waits for it.
 */
export async function pushSpace(unlocked: Unlocked, ring: Ring, isPatient: boolean): Promise<Pushed> {
  if (!mayWrite(ring)) return success('done');
  const push: Push = { unlocked, ring, isPatient, passed: new Set(), isChecked: false };
  for (;;) {
    if (!unlocked.alive) return success('done');
    const parts = await nextParts(push);
    if (parts === null) return success('done');
    if (parts.length === 0) continue;
    const stopped = await send(push, parts);
    if (stopped !== null) return stopped;
  }
}

interface Push {
  unlocked: Unlocked;
  ring: Ring;
  isPatient: boolean;
  /** Dossiers that wait for a later turn. */
  passed: Set<DossierId>;
  /** The charter was asked, in this turn, whether this account still belongs here. */
  isChecked: boolean;
}

/** Sends parts together; where that is refused, in halves. Null: go on with what is left. */
async function send(push: Push, parts: readonly Part[]): Promise<Pushed | null> {
  const { unlocked, ring } = push;
  if (!unlocked.alive) return success('done');
  const answer = await unlocked.server.call('entries/append', {
    space: idBytes(ring.space),
    generations: parts.flatMap(({ started }) => (started === null ? [] : [started.bytes])),
    entries: parts.flatMap(({ dossier, entries }) =>
      entries.map(({ g, id, sealed }) => ({ dossier: idBytes(dossier), g, id: idBytes(id), sealed })),
    ),
  });
  if (!unlocked.alive) return success('done');
  if (answer.ok) {
    await settle(unlocked, ring, parts, answer.value.position);
    return null;
  }
  if (RETRY.has(answer.code) && push.isPatient) return success('again');
  const reason = reasonOf(answer.code);
  if (reason === null && !RETRY.has(answer.code)) return answer;
  if (answer.code === 'not-allowed' && !push.isChecked) {
    push.isChecked = true;
    const checked = await readCharter(unlocked, ring);
    if (!checked.ok) return checked;
    if (ring.me === null) return failed('removed');
    if (!mayWrite(ring)) return success('done');
  }
  const halves = halve(parts, answer.code);
  if (halves === null) {
    setAside(push, parts, reason);
    return null;
  }
  return (await send(push, halves[0])) ?? send(push, halves[1]);
}

/** By dossier; of one alone, where it is the size that was refused, by entry. */
function halve(parts: readonly Part[], code: string): [Part[], Part[]] | null {
  if (parts.length > 1) {
    const middle = Math.ceil(parts.length / 2);
    return [parts.slice(0, middle), parts.slice(middle)];
  }
  const [part] = parts;
  if (part === undefined || code !== 'too-large') return null;
  const { started, entries } = part;
  if (entries.length + (started === null ? 0 : 1) < 2) return null;
  const middle = started === null ? Math.ceil(entries.length / 2) : 0;
  return [
    [{ ...part, entries: entries.slice(0, middle) }],
    [{ ...part, started: null, entries: entries.slice(middle) }],
  ];
}

/** Holds what the server does not take; without a reason it only waits for a later turn. */
function setAside({ unlocked, ring, passed }: Push, parts: readonly Part[], reason: HeldReason | null): void {
  for (const { dossier, started, entries } of parts) {
    passed.add(dossier);
    if (reason === null) continue;
    const readers = started !== null && started.asked !== null ? [readersThing(ring.space, dossier)] : [];
    hold(
      unlocked,
      ring,
      { space: ring.space, dossier },
      [...entries.map(({ id }) => id), ...readers],
      reason,
    );
  }
}

/** The exact position comes with the next pull; what counts here is that the server has it. */
async function settle(
  unlocked: Unlocked,
  ring: Ring,
  parts: readonly Part[],
  position: number,
): Promise<void> {
  const { engine } = unlocked;
  const settled: DossierId[] = [];
  engine.transaction(() => {
    for (const { dossier, started, entries } of parts) {
      release(unlocked, ring.space, dossier, [
        ...entries.map(({ id }) => id),
        readersThing(ring.space, dossier),
      ]);
      if (started !== null) {
        storeGeneration(unlocked, started, position);
        // Whoever was named or taken off while this was under way is still to come.
        if (started.asked !== null && dropAsked(unlocked, ring, { dossier, ...started.asked }))
          settled.push(dossier);
      }
      for (const { id, g } of entries)
        unlocked.merged.place(unlocked, id, position, () =>
          engine.run('update entry set position = ?, generation = ? where id = ?', position, g, id),
        );
    }
  });
  for (const { entries } of parts) for (const { id } of entries) await dropCopy(unlocked, id);
  for (const dossier of settled) await dropReaders(unlocked, ring.space, dossier);
  unlocked.changed(
    parts.map(({ dossier }) => dossier),
    [],
  );
}

/** Whether a generation has to stand right behind what was read here. */
async function isClosing(unlocked: Unlocked, ring: Ring, started: KnownGeneration): Promise<boolean> {
  const newest = await newestGeneration(unlocked, ring.space, started.header.dossier);
  return bindsOthers(started.header, newest?.header ?? null);
}

/** Unsent entries, and dossiers whose readers are to change, that may go now. */
function dueThings(push: Push): { unsent: Unsent[]; restricted: DossierId[] } {
  const { unlocked, ring, passed } = push;
  const { engine } = unlocked;
  const later = JSON.stringify([...passed]);
  const unsent = engine.all<Unsent>(
    `select rid, dossier, id, bytes from entry where position is null and space = ?1 and ${NOT_SHARED}
     and dossier not in (select value from json_each(?2)) and ${mayTry(unlocked, 'entry.id')} and not ${isClosed('entry')}
     order by rid limit ${LIMITS.entriesPerAppend}`,
    ring.space,
    later,
  );
  const restricted = engine.all<{ dossier: DossierId }>(
    `select dossier from restriction where space = ?1 and ${NOT_SHARED}
     and dossier not in (select value from json_each(?2)) and ${mayTry(unlocked, READERS_THING('restriction'))}
     and not ${isClosed('restriction')} limit ${LIMITS.generationsPerAppend}`,
    ring.space,
    later,
  );
  return { unsent, restricted: restricted.map(({ dossier }) => dossier) };
}

/** What goes next; null: nothing more. What cannot be written to now is passed over. */
async function nextParts(push: Push): Promise<Part[] | null> {
  const { unlocked, ring, passed } = push;
  const { unsent, restricted } = dueThings(push);
  if (unsent.length === 0 && restricted.length === 0) return null;
  const request = new Parts(push);
  // First who may read: nothing new is sealed for somebody who is to read no more.
  for (const dossier of restricted) await request.partOf(dossier);
  for (const row of unsent) {
    if (request.isFull) break;
    const dossier = row.dossier as DossierId;
    const found = await request.partOf(dossier);
    if (found === null) continue;
    const { part, writable } = found;
    const id = row.id as EntryId;
    const binding = { space: ring.space, dossier, generation: writable.generation, entry: id };
    const sealed = await writable.cipher.seal(binding, row.bytes, unlocked.around.random);
    request.size += sealed.length;
    part.entries.push({ g: writable.generation, id, sealed });
  }
  const going = request.all.filter(({ entries, started }) => entries.length > 0 || started !== null);
  // With neither entries nor a generation there is nothing to send, and it must not be looked at again and again.
  for (const { dossier, entries, started } of request.all)
    if (entries.length === 0 && started === null) passed.add(dossier);
  return going;
}

interface Found {
  part: Part;
  writable: Extract<Writable, { ok: true }>;
}

/** What goes in one request, as it is put together dossier by dossier. */
class Parts {
  size = 0;
  #started = 0;
  #closing: DossierId | null = null;
  readonly #found = new Map<DossierId, Found>();

  constructor(readonly push: Push) {}

  get all(): Part[] {
    return [...this.#found.values()].map(({ part }) => part);
  }

  get isFull(): boolean {
    return this.size > BATCH_BYTES;
  }

  /** The dossier's part; null where it has to wait, for the next request or for a later turn. */
  async partOf(dossier: DossierId): Promise<Found | null> {
    const before = this.#found.get(dossier);
    if (before !== undefined) return before;
    // What closes a dossier stands right behind what was read here, so it goes alone.
    if (this.#closing !== null || this.#started >= LIMITS.generationsPerAppend) return null;
    const { unlocked, ring, passed } = this.push;
    if (passed.has(dossier)) return null;
    const writable = await writableGeneration(unlocked, ring, dossier);
    if (!writable.ok) {
      passed.add(dossier);
      return null;
    }
    const { started } = writable;
    if (started !== null && (await isClosing(unlocked, ring, started))) {
      if (this.#found.size > 0) return null;
      this.#closing = dossier;
    }
    if (started !== null) this.#started++;
    const part: Part = { dossier, started, entries: [] };
    const found = { part, writable };
    this.#found.set(dossier, found);
    return found;
  }
}
