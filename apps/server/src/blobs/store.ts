/**
 * Where sealed chunks of blobs rest, addressed by the SHA-256 of their bytes. The folder is one; an object store would
 * be another. Names tell nothing, and putting the same bytes twice is putting them once.
 */
export interface BlobStore {
  /** Stores bytes durably under their SHA-256 (32 bytes); returns only when they would survive a power cut. */
  put(sha256: Uint8Array, bytes: Uint8Array): Promise<void>;
  /** Destroys them; nothing happens where they are not there. */
  remove(sha256: Uint8Array): Promise<void>;
  /** Null when they are not there. */
  get(sha256: Uint8Array): Promise<Uint8Array | null>;
  /** Every stored address, in no particular order. */
  list(): AsyncIterable<Uint8Array>;
}
