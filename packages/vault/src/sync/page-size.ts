import { LIMITS } from '@dayaq/protocol';

/** Milliseconds that one page should take: a lost answer costs no more than that. */
const AIM = 4_000;
/** Bytes. The first page is what 2G carries in four seconds. */
const FIRST = 128 * 1024;
const LEAST = 16 * 1024;

/** How large a page this network bears: it grows while pages come quickly and shrinks with each that is lost. */
export class PageSize {
  #bytes = FIRST;

  get bytes(): number {
    return this.#bytes;
  }

  /** A page of so many bytes took so many milliseconds. */
  arrived(bytes: number, ms: number): void {
    // The last page of a log says little about the network.
    if (bytes < this.#bytes / 2) return;
    const fits = (this.#bytes * AIM) / Math.max(1, ms);
    this.#set(Math.min(this.#bytes * 4, Math.max(this.#bytes / 2, fits)));
  }

  lost(): void {
    this.#set(this.#bytes / 2);
  }

  #set(bytes: number): void {
    this.#bytes = Math.round(Math.min(LIMITS.bytesPerPull, Math.max(LEAST, bytes)));
  }
}
