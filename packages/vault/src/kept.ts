import { decodeCanonical, encodeCanonical, type LocalCipher } from '@dayaq/sealing';
import type { Keep } from './adapters.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const encoder = new TextEncoder();

/** Values kept beside the database, sealed under the account's storage key and bound to their names. */
export class SealedKeep {
  constructor(
    readonly keep: Keep,
    readonly cipher: LocalCipher,
  ) {}

  async put(name: string, value: unknown): Promise<void> {
    await this.keep.put(name, await this.cipher.seal(encoder.encode(name), encodeCanonical(value)));
  }

  /** Null when it is not there or was damaged. */
  async get(name: string): Promise<unknown> {
    const sealed = await this.keep.get(name);
    if (sealed === null) return null;
    const opened = await this.cipher.open(encoder.encode(name), sealed);
    if (!opened.ok) return null;
    const decoded = decodeCanonical(opened.value, { maxBytes: MAX_BYTES });
    return decoded.ok ? decoded.value : null;
  }

  async all(prefix: string): Promise<{ name: string; value: unknown }[]> {
    const found: { name: string; value: unknown }[] = [];
    for (const name of await this.keep.names(prefix)) {
      const value = await this.get(name);
      if (value !== null) found.push({ name, value });
    }
    return found;
  }

  delete(name: string): Promise<void> {
    return this.keep.delete(name);
  }
}
