import type { Id, Vault } from '@dayaq/vault/client';
import { draftTitle, type IntakeDraft, isBlank, storedDraft } from './draft.ts';
import { withIds } from './with-ids.ts';

export const DRAFT_KIND = 'case';
/** Longest time that typed words are only in memory, in milliseconds. */
export const KEEP_WITHIN = 400;

/** `kept`: what is on screen is on disk. `failed`: the last attempt was refused; the next change tries again. */
export type Keeping = 'empty' | 'pending' | 'kept' | 'failed';

interface Telling {
  onKeeping?: (keeping: Keeping) => void;
  /** The ids under which the draft's records will be saved: they are kept now. */
  onIds?: (ids: IntakeDraft['ids']) => void;
}

/**
 * Keeps a draft on the device while it is written: soon after each change, at once when the page is hidden, one write
 * at a time and the newest state last. After `close` nothing is written any more, so that a draft which became a case
 * does not come back. Each draft is kept with the ids that its records will have, so that saving it waits for neither.
 */
export class DraftKeeper {
  #vault: Pick<Vault, 'saveDraft' | 'dropDraft' | 'newId'>;
  #id: Id;
  #telling: Telling;
  #newest: IntakeDraft | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  #closed = false;
  #onDisk: boolean;

  constructor(
    vault: Pick<Vault, 'saveDraft' | 'dropDraft' | 'newId'>,
    id: Id,
    onDisk: boolean,
    telling: Telling = {},
  ) {
    this.#vault = vault;
    this.#id = id;
    this.#onDisk = onDisk;
    this.#telling = telling;
  }

  change(draft: IntakeDraft): void {
    if (this.#closed) return;
    this.#newest = draft;
    this.#telling.onKeeping?.('pending');
    // The first change after a quiet time starts the clock; later ones do not push it back.
    this.#timer ??= setTimeout(() => void this.flush(), KEEP_WITHIN);
  }

  /** Writes what is not written yet; resolves when it is. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#writing !== null) await this.#writing;
    const draft = this.#newest;
    if (draft === null || this.#closed) return;
    this.#newest = null;
    this.#writing = this.#write(draft).finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #write(draft: IntakeDraft): Promise<void> {
    if (isBlank(draft)) {
      if (this.#onDisk) await this.#vault.dropDraft(this.#id);
      this.#onDisk = false;
      this.#report('empty');
      return;
    }
    const ready = await withIds(this.#vault, draft);
    const saved = await this.#vault.saveDraft({
      id: this.#id,
      kind: DRAFT_KIND,
      title: draftTitle(ready),
      data: storedDraft(ready),
    });
    if (saved.ok) {
      this.#onDisk = true;
      // What was written meanwhile is about the same records.
      if (this.#newest !== null)
        this.#newest = { ...this.#newest, ids: { ...ready.ids, ...this.#newest.ids } };
      this.#telling.onIds?.(ready.ids);
    }
    // A newer state may have arrived meanwhile; if not, this one is tried again with the next change.
    else this.#newest ??= draft;
    this.#report(saved.ok ? 'kept' : 'failed');
  }

  #report(keeping: Keeping): void {
    if (this.#closed) return;
    this.#telling.onKeeping?.(this.#newest === null || keeping === 'failed' ? keeping : 'pending');
  }

  /** Stops writing, waits for a write under way, and forgets the draft. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#newest = null;
    while (this.#writing !== null) await this.#writing;
    await this.#vault.dropDraft(this.#id);
  }
}
