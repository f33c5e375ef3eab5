import { fail, ok, type Result } from './result.ts';
import { type Buckets, bucketSize } from './seal-size.ts';

/** ISO/IEC 7816-4 padding to a bucket: 0x80, then zeros. */
export function padTo(buckets: Buckets, bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bucketSize(buckets, bytes.length));
  out.set(bytes);
  out[bytes.length] = 0x80;
  return out;
}

/** Takes the padding off again. Error: `malformed`. */
export function unpad(bytes: Uint8Array): Result<Uint8Array> {
  let end = bytes.length - 1;
  while (end >= 0 && bytes[end] === 0) end--;
  if (end < 0 || bytes[end] !== 0x80) return fail('malformed', 'padding is damaged');
  return ok(bytes.subarray(0, end));
}
