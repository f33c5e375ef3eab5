import { LIMITS } from '@dayaq/protocol';
import { type AccountId, fromBase64url, idBytes, idText, unwrap } from '@dayaq/sealing';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import { type WantedTimer, wantedTimers } from './wanted-timers.ts';

const HOUR = 3_600_000;
/** Milliseconds for which it is believed who wants to be woken. Whoever turns it on sets their own timers at once. */
const LISTENERS_KNOWN = 10 * 60_000;

/** What this device last set on the server: id → when, and for whom. */
type Standing = Map<string, { at: number; accounts: string }>;

/**
 * Keeps the server's timers as they should be by what this device knows. All devices come to the same ids, so it does
 * not matter which of them set one. A timer that could not be set or taken back is seen to at the next turn.
 */
export class TimerKeeper {
  readonly #unlocked: Unlocked;
  /** What the database and the hour were when a space's timers were last right. */
  readonly #seen = new Map<string, string>();
  readonly #listeners = new Map<string, { accounts: ReadonlySet<AccountId>; until: number }>();

  constructor(unlocked: Unlocked) {
    this.#unlocked = unlocked;
  }

  /** Whoever listens has changed: looks again at the next turn. */
  startOver(): void {
    this.#seen.clear();
    this.#listeners.clear();
  }

  /** Called when everything of a space is here. Does nothing unless something has changed since, or an hour has gone by. */
  async keep(ring: Ring): Promise<void> {
    const { engine, around } = this.#unlocked;
    const key = ring.epochKey(ring.state.epoch.number);
    if (key === null || !mayWrite(ring) || !this.#unlocked.alive) return;
    const changes = engine.get<{ n: number }>('select total_changes() as n')?.n ?? 0;
    const seen = `${changes} ${ring.state.epoch.number} ${Math.floor(around.now() / HOUR)}`;
    if (this.#seen.get(ring.space) === seen) return;
    const wanted = await wantedTimers(this.#unlocked, ring, key);
    if (!this.#unlocked.alive) return;
    if (await this.#bringAbout(ring, wanted, !this.#seen.has(ring.space))) this.#seen.set(ring.space, seen);
  }

  /** `fresh`: sets all of them, whatever was set before: a server that was restored has lost some. */
  async #bringAbout(ring: Ring, wanted: WantedTimer[], fresh: boolean): Promise<boolean> {
    const standing = await this.#standing(ring);
    if (wanted.length === 0 && standing.size === 0) return true;
    const heard = wanted.length === 0 ? [] : await this.#forListeners(ring, wanted);
    if (heard === null) return false;
    const should = new Map(
      heard.map((timer) => [timer.id, { at: timer.at, accounts: timer.accounts.join() }]),
    );
    const set = heard.filter(({ id, at, accounts }) => {
      const stands = standing.get(id);
      return fresh || stands?.at !== at || stands.accounts !== accounts.join();
    });
    const now = this.#unlocked.around.now();
    // What is past has fired, or will in a moment.
    const clear = [...standing].filter(([id, { at }]) => at > now && !should.has(id)).map(([id]) => id);
    if (!(await this.#send(ring, set, clear)) || !this.#unlocked.alive) return false;
    const kept = [...should].map(([id, { at, accounts }]) => [id, at, accounts]);
    if (set.length > 0 || clear.length > 0 || standing.size !== should.size)
      await this.#unlocked.kept.put(`timers/${ring.space}`, kept).catch(() => undefined);
    return true;
  }

  /** Only those who want to be woken; the server is told of nobody else, and while nobody does, of nothing. */
  async #forListeners(ring: Ring, wanted: readonly WantedTimer[]): Promise<WantedTimer[] | null> {
    const now = this.#unlocked.around.now();
    let known = this.#listeners.get(ring.space);
    if (known === undefined || known.until < now) {
      const answer = await this.#unlocked.server.call('push/listeners', { space: idBytes(ring.space) });
      if (!answer.ok) return null;
      const accounts = new Set(answer.value.accounts.map((bytes) => idText<AccountId>(bytes)));
      known = { accounts, until: now + LISTENERS_KNOWN };
      this.#listeners.set(ring.space, known);
    }
    const { accounts: listeners } = known;
    return wanted
      .map((timer) => ({ ...timer, accounts: timer.accounts.filter((account) => listeners.has(account)) }))
      .filter(({ accounts }) => accounts.length > 0);
  }

  async #send(ring: Ring, set: readonly WantedTimer[], clear: readonly string[]): Promise<boolean> {
    const { server } = this.#unlocked;
    const space = idBytes(ring.space);
    const bytes = (id: string): Uint8Array => unwrap(fromBase64url(id));
    for (const ids of inParts(clear)) {
      const answer = await server.call('timers/clear', { space, timers: ids.map(bytes) });
      if (!answer.ok) return false;
    }
    for (const timers of inParts(set)) {
      const answer = await server.call('timers/set', {
        space,
        timers: timers.map(({ id, at, accounts }) => ({
          timer: bytes(id),
          at,
          accounts: accounts.map((account) => idBytes(account)),
        })),
      });
      if (!answer.ok) return false;
    }
    return true;
  }

  async #standing(ring: Ring): Promise<Standing> {
    const kept = (await this.#unlocked.kept.get(`timers/${ring.space}`)) as [string, number, string][] | null;
    return new Map((kept ?? []).map(([id, at, accounts]) => [id, { at, accounts }]));
  }
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += LIMITS.timersPerCall)
    parts.push(all.slice(from, from + LIMITS.timersPerCall));
  return parts;
}
