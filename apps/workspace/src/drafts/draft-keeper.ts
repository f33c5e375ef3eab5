import type { Id, Value, Vault } from '@dayaq/vault/client';

/** Longest time that typed words are only in memory, in milliseconds. */
export const KEEP_WITHIN = 400;
/** Characters of a draft as JSON: what is longer could not be read again. */
export const MOST_CHARACTERS = 1_000_000;

/** `kept`: what is on screen is on disk. `failed`: the last attempt was refused; the next change tries again. */
export type Keeping = 'empty' | 'pending' | 'kept' | 'failed' | 'too-large';

export type DraftVault = Pick<Vault, 'saveDraft' | 'dropDraft'>;

/** What is kept, where, and how it is written down. */
export interface Shelf<T> {
  id: Id;
  kind: string;
  /** It was kept before. */
  onDisk: boolean;
  /** What a state still lacks before it can be kept, e.g. ids. */
  ready?: (state: T) => Promise<T>;
  /** Null: nothing that would be a loss, so that nothing is kept. */
  write: (state: T) => { title: string; data: Value } | null;
  onKeeping?: (keeping: Keeping) => void;
  onKept?: (state: T) => void;
}

/**
 * Keeps what is typed on the device, sealed, while it is typed: soon after each change, at once when asked (`flush`), one
 * write at a time and the newest state last. After `close` nothing is written any more, so that what was saved or
 * discarded does not come back.
 */
export class DraftKeeper<T> {
  #vault: DraftVault;
  #shelf: Shelf<T>;
  #newest: { state: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  #closed = false;
  #onDisk: boolean;

  constructor(vault: DraftVault, shelf: Shelf<T>) {
    this.#vault = vault;
    this.#shelf = shelf;
    this.#onDisk = shelf.onDisk;
  }

  change(state: T): void {
    if (this.#closed) return;
    this.#newest = { state };
    this.#shelf.onKeeping?.('pending');
    // The first change after a quiet time starts the clock; later ones do not push it back.
    this.#timer ??= setTimeout(() => void this.flush(), KEEP_WITHIN);
  }

  /** Writes what is not written yet; resolves when it is, or was refused. */
  async flush(): Promise<void> {
    this.#stopClock();
    while (this.#writing !== null) await this.#writing;
    const newest = this.#newest;
    if (newest === null || this.#closed) return;
    this.#newest = null;
    this.#writing = this.#write(newest.state).finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #write(state: T): Promise<void> {
    const { id, kind, ready, write } = this.#shelf;
    try {
      if (write(state) === null) {
        if (this.#onDisk) await this.#vault.dropDraft(id);
        this.#onDisk = false;
        return this.#report('empty');
      }
      const whole = ready === undefined ? state : await ready(state);
      const written = write(whole);
      if (written === null) return this.#report('empty');
      if (JSON.stringify(written.data).length > MOST_CHARACTERS) return this.#report('too-large');
      const saved = await this.#vault.saveDraft({ id, kind, ...written });
      if (saved.ok) {
        this.#onDisk = true;
        this.#shelf.onKept?.(whole);
        return this.#report('kept');
      }
    } catch {
      // The vault was locked or ended in the middle: as refused as by a full disk.
    }
    // A newer state may have arrived meanwhile; if not, this one is tried again with the next change.
    this.#newest ??= { state };
    this.#report('failed');
  }

  #report(keeping: Keeping): void {
    if (this.#closed) return;
    const isLast = this.#newest === null || keeping === 'failed';
    this.#shelf.onKeeping?.(isLast ? keeping : 'pending');
  }

  #stopClock(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Stops writing, waits for a write under way, and forgets the draft. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopClock();
    this.#newest = null;
    while (this.#writing !== null) await this.#writing;
    // Where the vault was locked meanwhile, it stays, and is known next time by what was saved of it.
    await this.#vault.dropDraft(this.#shelf.id).catch(() => undefined);
  }
}
