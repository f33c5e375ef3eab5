import { toBase64url } from '@dayaq/sealing/verify';
import type { Database } from '../storage/database.ts';
import { ownersFor, peersOf } from '../storage/shares.ts';
import { membersOf, spacesOf } from '../storage/spaces.ts';
import { CHANNEL, listen, type Listener } from './listen.ts';

/** Changes are announced together after this many milliseconds: announcing is not worth a wait of its own. */
const GATHER = 40;
/** After a payload's space: its members changed. */
const MEMBERS = '!';

/** One open stream: told which spaces have something new. */
interface Ear {
  account: Uint8Array;
  spaces: Set<string>;
  hear(spaces: string[]): void;
}

/**
 * Tells open streams that a space has something new. Announcements travel through PostgreSQL, so every copy of the
 * server hears them; they are hints only, and whoever misses one finds out with the next pull.
 */
export class Nudges {
  readonly #db: Database;
  readonly #ears = new Set<Ear>();
  readonly #waiting = new Set<string>();
  readonly #dossiers = new Map<string, { space: Uint8Array; dossier: Uint8Array }>();
  readonly #charters = new Map<string, Uint8Array>();
  #timer: NodeJS.Timeout | null = null;
  #listener: Listener | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Starts to hear announcements; keeps trying while the database is away. */
  start(): void {
    this.#listener = listen(this.#db, {
      hear: (payload) => void this.#heard(payload),
      back: () => void this.#back(),
    });
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#listener?.stop();
  }

  /** A space has something new. */
  changed(space: Uint8Array): void {
    this.#announce(toBase64url(space));
  }

  /** A space has something new, and perhaps other members. */
  membersChanged(space: Uint8Array): void {
    this.#announce(toBase64url(space) + MEMBERS);
  }

  /** Dossiers of a space have something new: whoever shares one hears of it too. */
  dossiersChanged(space: Uint8Array, dossiers: readonly Uint8Array[]): void {
    for (const dossier of dossiers) {
      const name = toBase64url(space) + toBase64url(dossier);
      this.#dossiers.set(name, { space, dossier });
    }
  }

  /** A space's keys may have changed: those who share with it look whether theirs must. */
  charterChanged(space: Uint8Array): void {
    this.#charters.set(toBase64url(space), space);
    this.#timer ??= setTimeout(() => void this.#flush(), GATHER);
  }

  /** Opens an account's ear on the spaces that it is a member of. The function that is answered closes it. */
  async open(account: Uint8Array, hear: (spaces: string[]) => void): Promise<() => void> {
    const ear: Ear = { account, spaces: new Set(), hear };
    this.#ears.add(ear);
    await this.#learn(ear);
    return () => {
      this.#ears.delete(ear);
    };
  }

  /** Reads which spaces an ear may hear of. While that cannot be known it hears of none. */
  async #learn(ear: Ear): Promise<void> {
    try {
      const spaces = await spacesOf(this.#db.tables, ear.account);
      ear.spaces = new Set(spaces.map(({ space }) => toBase64url(space)));
    } catch {
      ear.spaces = new Set();
    }
  }

  #announce(payload: string): void {
    this.#waiting.add(payload);
    this.#timer ??= setTimeout(() => void this.#flush(), GATHER);
  }

  async #flush(): Promise<void> {
    this.#timer = null;
    const waiting = new Set(this.#waiting);
    const dossiers = [...this.#dossiers.values()];
    const charters = [...this.#charters.values()];
    for (const gathered of [this.#waiting, this.#dossiers, this.#charters]) gathered.clear();
    try {
      for (const space of await this.#sharing(dossiers, charters)) waiting.add(toBase64url(space));
      const payloads = [...waiting];
      await this.#db.pool.query('select pg_notify($1, p) from unnest($2::text[]) as p', [CHANNEL, payloads]);
    } catch {
      // The database is away. Once it is back, every ear is told of all its spaces, so nothing is missed.
    }
  }

  /** Other spaces that what was gathered concerns. */
  async #sharing(
    dossiers: readonly { space: Uint8Array; dossier: Uint8Array }[],
    charters: readonly Uint8Array[],
  ): Promise<Uint8Array[]> {
    const concerned: Uint8Array[] = [];
    if (dossiers.length > 0) {
      const spaces = dossiers.map(({ space }) => space);
      const ids = dossiers.map(({ dossier }) => dossier);
      concerned.push(...(await peersOf(this.#db, spaces, ids)));
    }
    for (const charter of charters) concerned.push(...(await ownersFor(this.#db, charter)));
    return concerned;
  }

  async #heard(payload: string): Promise<void> {
    const members = payload.endsWith(MEMBERS);
    const space = members ? payload.slice(0, -MEMBERS.length) : payload;
    const current = members && this.#ears.size > 0 ? await this.#membersOf(space) : null;
    for (const ear of this.#ears) {
      const belonged = ear.spaces.has(space);
      if (current?.has(toBase64url(ear.account))) ear.spaces.add(space);
      else if (current) ear.spaces.delete(space);
      // Who was just removed hears it this one last time, so that their device can say so at once.
      if (belonged || ear.spaces.has(space)) ear.hear([space]);
    }
  }

  /** The accounts of a space's members: asked once for all ears. None while that cannot be known. */
  async #membersOf(space: string): Promise<Set<string>> {
    try {
      const members = await membersOf(this.#db.tables, Buffer.from(space, 'base64url'));
      return new Set(members.map((account) => toBase64url(account)));
    } catch {
      return new Set();
    }
  }

  /** The connection was lost for a while: anything may have happened. */
  async #back(): Promise<void> {
    for (const ear of this.#ears) {
      await this.#learn(ear);
      if (ear.spaces.size > 0) ear.hear([...ear.spaces]);
    }
  }
}
