import { LIMITS } from '@dayaq/protocol';
import {
  type AccountId,
  type DossierId,
  fromBase64url,
  idBytes,
  idText,
  type Secret,
  timerId,
  toBase64url,
  unwrap,
} from '@dayaq/sealing';
import { keptPlace } from '../history/chain.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';
import {
  forgetFormer,
  type FormerDanger,
  formerDangers,
  knowsAll,
  knowsOf,
  mayWantTimers,
  type WantedTimer,
  wantedTimers,
} from './wanted-timers.ts';

/** Together, the soonest first: no more than a server keeps for one member. */
const MOST = 1000;

/** A timer as it should stand on the server. */
interface NamedTimer {
  /** Base64url of 16 bytes. */
  id: string;
  /** Milliseconds since 1970, a whole quarter of an hour. */
  at: number;
  /** Sorted. */
  accounts: AccountId[];
  dossier: DossierId | '';
}

/** What this device last set on the server, by id. */
type Standing = Map<string, { at: number; accounts: string; dossier: DossierId | '' }>;
type KeptTimer = [id: string, at: number, accounts: string, dossier: DossierId | ''];

/**
 * Keeps this account's timers on the server as they should be by what this device knows. Each member's device sets its own,
 * by the same ids, so that nobody is woken twice and no one member can silence what another has set. What others set and
 * should not be is not this device's to take back: it only takes its own account out of it. What could not be done is seen
 * to at the next turn.
 */
export class TimerKeeper {
  readonly #unlocked: Unlocked;
  /** What the database and the quarter of the hour were when a space's timers were last right. */
  readonly #seen = new Map<string, string>();

  constructor(unlocked: Unlocked) {
    this.#unlocked = unlocked;
  }

  /** Whoever listens has changed: looks again at the next turn. */
  startOver(): void {
    this.#seen.clear();
  }

  /**
   * Called when everything of a space is here. Does nothing unless something has changed since, or a quarter of an hour has
   * gone by: who wants to be woken may have changed too.
   */
  async keep(ring: Ring): Promise<void> {
    const { engine, around } = this.#unlocked;
    const key = ring.epochKey(ring.state.epoch.number);
    if (key === null || !mayWrite(ring) || !this.#unlocked.alive) return;
    const changes = engine.get<{ n: number }>('select total_changes() as n')?.n ?? 0;
    const seen = `${changes} ${ring.state.epoch.number} ${Math.floor(around.now() / LIMITS.timerStep)}`;
    if (this.#seen.get(ring.space) === seen) return;
    if (await this.#bringAbout(ring, key, !this.#seen.has(ring.space))) this.#seen.set(ring.space, seen);
  }

  /** Null where it cannot be known now. */
  async #whoListens(ring: Ring): Promise<ReadonlySet<AccountId> | null> {
    const answer = await this.#unlocked.server.call('push/listeners', { space: idBytes(ring.space) });
    return answer.ok ? new Set(answer.value.accounts.map((bytes) => idText<AccountId>(bytes))) : null;
  }

  async #named(key: Secret, timers: readonly WantedTimer[]): Promise<NamedTimer[]> {
    return Promise.all(
      timers.map(async ({ about, at, accounts, dossier }) => ({
        id: toBase64url(await timerId(key, about)),
        at,
        accounts: [...accounts].sort(),
        dossier,
      })),
    );
  }

  /**
   * `fresh`: sets all of them, whatever was set before: a server that was restored has lost some. While nobody wants to be
   * woken, the server is told of nothing.
   */
  async #bringAbout(ring: Ring, key: Secret, fresh: boolean): Promise<boolean> {
    const standing = await this.#standing(ring);
    const former = formerDangers(this.#unlocked, ring);
    // What follows is known as far as here: what others set by later words stands.
    const { position } = await keptPlace(this.#unlocked.engine, ring.space);
    if (!fresh && standing.size === 0 && !(await mayWantTimers(this.#unlocked, ring))) return true;
    const listeners = await this.#whoListens(ring);
    if (listeners === null || !this.#unlocked.alive) return false;
    const all = listeners.size === 0 ? [] : await wantedTimers(this.#unlocked, ring);
    const wanted = await this.#named(key, heardBy(all, listeners));
    if (!this.#unlocked.alive) return false;
    const should: Standing = new Map(
      wanted.map(({ id, at, accounts, dossier }) => [id, { at, accounts: accounts.join(), dossier }]),
    );
    const set = wanted.filter(({ id, at, accounts }) => {
      const stands = standing.get(id);
      return fresh || stands?.at !== at || stands.accounts !== accounts.join();
    });
    const before = await this.#before(key, former);
    const clear = await this.#overdone(ring, new Map([...before, ...standing]), should);
    const isSent = await this.#send(ring, position, set, clear);
    if (!isSent || !this.#unlocked.alive) return false;
    const me = this.#unlocked.account.id;
    if (fresh && listeners.has(me) && all.length <= MOST && knowsAll(this.#unlocked, ring)) {
      const mine = wanted.filter(({ accounts }) => accounts.includes(me));
      if (!(await this.#leaveOthers(ring, position, mine)) || !this.#unlocked.alive) return false;
    }
    forgetFormer(this.#unlocked, former);
    const kept = [...should].map(([id, { at, accounts, dossier }]): KeptTimer => [id, at, accounts, dossier]);
    if (set.length > 0 || clear.length > 0 || standing.size !== should.size)
      await this.#unlocked.kept.put(`timers/${ring.space}`, kept).catch(() => undefined);
    return true;
  }

  /** What others may have set by what stood before, and this account in it: they come to the same ids. */
  async #before(key: Secret, former: readonly FormerDanger[]): Promise<Standing> {
    const all = former.flatMap(({ dossier, timers }) =>
      timers.map((timer) => ({ ...timer, dossier, accounts: [] })),
    );
    const named = await this.#named(key, all);
    return new Map(named.map(({ id, at, dossier }) => [id, { at, accounts: '', dossier }]));
  }

  /**
   * Timers to take back, or to leave where others set them. What is past has fired, or will in a moment; a case that was
   * closed to this account is others' now, and of one that cannot be read nobody knows that it was answered.
   */
  async #overdone(ring: Ring, standing: Standing, should: Standing): Promise<string[]> {
    const now = this.#unlocked.around.now();
    const ids: string[] = [];
    for (const [id, { at, dossier }] of standing) {
      if (at <= now || should.has(id)) continue;
      if (dossier === '' || (await knowsOf(this.#unlocked, ring, dossier))) ids.push(id);
    }
    return ids;
  }

  /** Others may have this account woken for what was answered before this device was opened. */
  async #leaveOthers(ring: Ring, position: number, mine: readonly NamedTimer[]): Promise<boolean> {
    const timers = mine.map(({ id }) => bytesOf(id));
    const request = { space: idBytes(ring.space), position, timers };
    return (await this.#unlocked.server.call('timers/only', request)).ok;
  }

  async #send(
    ring: Ring,
    position: number,
    set: readonly NamedTimer[],
    clear: readonly string[],
  ): Promise<boolean> {
    const { server } = this.#unlocked;
    const space = idBytes(ring.space);
    for (const ids of inParts(clear)) {
      const answer = await server.call('timers/clear', { space, position, timers: ids.map(bytesOf) });
      if (!answer.ok) return false;
    }
    for (const timers of inParts(set)) {
      const answer = await server.call('timers/set', {
        space,
        timers: timers.map(({ id, at, accounts }) => ({
          timer: bytesOf(id),
          at,
          accounts: accounts.map((account) => idBytes(account)),
        })),
      });
      if (!answer.ok) return false;
    }
    return true;
  }

  async #standing(ring: Ring): Promise<Standing> {
    const kept = (await this.#unlocked.kept.get(`timers/${ring.space}`)) as KeptTimer[] | null;
    return new Map((kept ?? []).map(([id, at, accounts, dossier]) => [id, { at, accounts, dossier }]));
  }
}

/** Only those who want to be woken, and only as many as can be kept: the soonest. */
function heardBy(wanted: readonly WantedTimer[], listeners: ReadonlySet<AccountId>): WantedTimer[] {
  return wanted
    .map((timer) => ({
      ...timer,
      accounts: timer.accounts.filter((account) => listeners.has(account)).slice(0, LIMITS.accountsPerTimer),
    }))
    .filter(({ accounts }) => accounts.length > 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST);
}

function bytesOf(id: string): Uint8Array {
  return unwrap(fromBase64url(id));
}

function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += LIMITS.timersPerCall)
    parts.push(all.slice(from, from + LIMITS.timersPerCall));
  return parts;
}
