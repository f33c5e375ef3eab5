import { aesOpen, aesSeal, binding, importAesKey } from './aead.ts';
import { concatBytes, type Randomness } from './bytes.ts';
import { derive } from './derive.ts';
import { type DossierId, type EntryId, idBytes, type SpaceId } from './ids.ts';
import { padTo, unpad } from './pad.ts';
import type { Result } from './result.ts';
import type { Secret } from './secret.ts';

/** Where an entry belongs; sealed with it, so that it opens nowhere else. */
export interface EntryBinding {
  readonly space: SpaceId;
  readonly dossier: DossierId;
  readonly generation: number;
  readonly entry: EntryId;
}

export interface EntryCipher {
  /** Pads to a bucket and seals. At most 2^20 entries may be sealed under one generation. */
  seal(at: EntryBinding, plaintext: Uint8Array, random?: Randomness): Promise<Uint8Array>;
  /** Errors: `wrong-key` (or altered, or from elsewhere), `malformed`, `unsupported-version`. */
  open(at: EntryBinding, sealed: Uint8Array): Promise<Result<Uint8Array>>;
}

/** Bindings of one generation differ in the entry's id only, which stands at their end: the rest is written once. */
class EntryBindings {
  #of = '';
  #head: Uint8Array = new Uint8Array();

  bytes({ space, dossier, generation, entry }: EntryBinding): Uint8Array {
    const id = idBytes(entry);
    const of = `${space}/${dossier}/${generation}`;
    if (of !== this.#of) {
      const whole = binding('entry', idBytes(space), idBytes(dossier), generation, id);
      this.#head = whole.subarray(0, whole.length - id.length);
      this.#of = of;
    }
    return concatBytes(this.#head, id);
  }
}

/** Seals and opens the entries of one generation; imports its key once. */
export async function generationCipher(key: Secret): Promise<EntryCipher> {
  const aes = await importAesKey(key);
  const bindings = new EntryBindings();
  return {
    seal: (at, plaintext, random) => aesSeal(aes, bindings.bytes(at), padTo('entry', plaintext), random),
    async open(at, sealed) {
      const opened = await aesOpen(aes, bindings.bytes(at), sealed);
      return opened.ok ? unpad(opened.value) : opened;
    },
  };
}

export interface LocalCipher {
  /** `context` says what is sealed, for example a page's number; it is not stored. */
  seal(context: Uint8Array, plaintext: Uint8Array, random?: Randomness): Promise<Uint8Array>;
  /** Errors: `wrong-key` (or altered, or another context), `malformed`, `unsupported-version`. */
  open(context: Uint8Array, sealed: Uint8Array): Promise<Result<Uint8Array>>;
}

/** Seals what stays on this device, under a key for one label only. Adds 29 bytes; does not pad. */
export async function localCipher(key: Secret, label: string): Promise<LocalCipher> {
  const aes = await importAesKey(await derive(key, `local/${label}`));
  return {
    seal: (context, plaintext, random) => aesSeal(aes, binding('local', label, context), plaintext, random),
    open: (context, sealed) => aesOpen(aes, binding('local', label, context), sealed),
  };
}
