/** First byte of everything sealed. */
export const SEAL_VERSION = 1;

/** Bytes that AES-GCM sealing adds: version, nonce, tag. */
export const SEAL_OVERHEAD = 1 + 12 + 16;

/** Bytes that HPKE sealing adds: version, X-Wing encapsulation, tag. */
export const HPKE_OVERHEAD = 1 + 1120 + 16;

/** Entries pad to 1 KiB, messages (drops, replies) to 4 KiB; both then to powers of two. */
export type Buckets = 'entry' | 'message';

export const SMALLEST_BUCKET: Readonly<Record<Buckets, number>> = { entry: 1024, message: 4096 };

/** The size of the bucket that holds `length` bytes of content and at least one byte of padding. */
export function bucketSize(buckets: Buckets, length: number): number {
  let size = SMALLEST_BUCKET[buckets];
  while (size < length + 1) size *= 2;
  return size;
}

function isBucket(buckets: Buckets, size: number): boolean {
  return size >= SMALLEST_BUCKET[buckets] && bucketSize(buckets, size - 1) === size;
}

/** Whether a sealed entry is as long as one bucket makes it; the server refuses any other. */
export function isSealedEntrySize(size: number): boolean {
  return isBucket('entry', size - SEAL_OVERHEAD);
}

/** Whether a sealed drop or reply is as long as one bucket makes it. */
export function isSealedMessageSize(size: number): boolean {
  return isBucket('message', size - HPKE_OVERHEAD);
}

/** The exponent of the highest power of two in a whole number; exact, unlike logarithms of floats. */
function highestPower(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(value);
}

/** PADMÉ: rounds up so that at most 12 % is added and only O(log log n) bits of the length show. */
export function padme(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0) throw new Error('a length is a whole number');
  if (length < 2) return length;
  const exponent = highestPower(length);
  const step = 2 ** (exponent - (highestPower(exponent) + 1));
  return step < 1 ? length : Math.ceil(length / step) * step;
}

/** Plain bytes of one blob chunk. */
export const BLOB_CHUNK = 262_144;

const SMALLEST_BLOB = 4096;

/** Plain size of a blob after padding: PADMÉ, and never under 4 KiB. */
export function paddedBlobSize(size: number): number {
  return Math.max(SMALLEST_BLOB, padme(size));
}

/** How many chunks a blob of `size` bytes has. */
export function blobChunks(size: number): number {
  return Math.ceil(paddedBlobSize(size) / BLOB_CHUNK);
}

/** Bytes of a sealed chunk beyond its plain bytes: the tag; the nonce is derived. */
export const BLOB_CHUNK_OVERHEAD = 16;
