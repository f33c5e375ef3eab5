import { binding, importAesKey } from './aead.ts';
import { asBuffer, type Randomness, systemRandomness } from './bytes.ts';
import { derive } from './derive.ts';
import { type BlobId, idBytes } from './ids.ts';
import { fail, ok, type Result } from './result.ts';
import { BLOB_CHUNK, blobChunks, paddedBlobSize } from './seal-size.ts';
import { Secret } from './secret.ts';

/** 32 random bytes. One key seals one content: an edited file is a new blob with a new key. */
export function newBlobKey(random: Randomness = systemRandomness): Secret {
  return new Secret(random(32));
}

export interface BlobSealer {
  readonly chunks: number;
  /**
   * Seals chunk `index`, given the file's bytes of it: 256 KiB, fewer at the file's end, none after it.
   * The same content gives the same bytes, so an interrupted upload can go on.
   */
  seal(index: number, plaintext: Uint8Array): Promise<Uint8Array>;
}

export interface BlobOpener {
  readonly chunks: number;
  /** The file's bytes of chunk `index`. Error: `wrong-key` (or altered, reordered, truncated). */
  open(index: number, sealed: Uint8Array): Promise<Result<Uint8Array>>;
}

interface Layout {
  readonly chunks: number;
  aes: CryptoKey;
  associated: Uint8Array;
  nonce(index: number): Uint8Array;
  /** Bytes of the chunk that belong to the file, and with padding. */
  extent(index: number): { readonly real: number; readonly padded: number };
}

async function layout(key: Secret, blob: BlobId, size: number): Promise<Layout> {
  const padded = paddedBlobSize(size);
  const chunks = blobChunks(size);
  const prefix = (await derive(key, 'blob-nonce', 7)).expose();
  return {
    chunks,
    aes: await importAesKey(await derive(key, 'blob-key')),
    // The size is bound too: whoever alters it in the entry cannot cut a file short unseen.
    associated: binding('blob', idBytes(blob), size),
    nonce(index) {
      if (!Number.isSafeInteger(index) || index < 0 || index >= chunks) throw new Error(`no chunk ${index}`);
      const nonce = new Uint8Array(12);
      nonce.set(prefix);
      nonce[7] = index === chunks - 1 ? 1 : 0;
      new DataView(nonce.buffer).setUint32(8, index);
      return nonce;
    },
    extent(index) {
      const from = index * BLOB_CHUNK;
      const within = (total: number) => Math.max(0, Math.min(BLOB_CHUNK, total - from));
      return { real: within(size), padded: within(padded) };
    },
  };
}

/** Seals a file of `size` bytes in chunks, padded with zeros to its PADMÉ size. */
export async function blobSealer(key: Secret, blob: BlobId, size: number): Promise<BlobSealer> {
  const { chunks, aes, associated, nonce, extent } = await layout(key, blob, size);
  return {
    chunks,
    async seal(index, plaintext) {
      const iv = nonce(index);
      const { real, padded } = extent(index);
      if (plaintext.length !== real)
        throw new Error(`chunk ${index} has ${real} bytes, not ${plaintext.length}`);
      const filled = new Uint8Array(padded);
      filled.set(plaintext);
      const algorithm = { name: 'AES-GCM', iv: asBuffer(iv), additionalData: asBuffer(associated) };
      return new Uint8Array(await crypto.subtle.encrypt(algorithm, aes, filled));
    },
  };
}

/** Opens what `blobSealer` sealed, in any order. */
export async function blobOpener(key: Secret, blob: BlobId, size: number): Promise<BlobOpener> {
  const { chunks, aes, associated, nonce, extent } = await layout(key, blob, size);
  return {
    chunks,
    async open(index, sealed) {
      const algorithm = { name: 'AES-GCM', iv: asBuffer(nonce(index)), additionalData: asBuffer(associated) };
      try {
        const opened = new Uint8Array(await crypto.subtle.decrypt(algorithm, aes, asBuffer(sealed)));
        const { real, padded } = extent(index);
        if (opened.length !== padded) return fail('malformed', `chunk ${index} has ${opened.length} bytes`);
        return ok(opened.subarray(0, real));
      } catch {
        return fail('wrong-key', `chunk ${index} does not open`);
      }
    },
  };
}
