/**
 * A ZIP archive (PKWARE APPNOTE 6.3, without ZIP64) of a few small files: enough for an office document. All files
 * carry the same day, so that the archive tells nothing about when or where it was made.
 */

export interface PackedFile {
  /** ASCII. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;
/** The first day that the format knows: 1 January 1980, midnight. */
const DAY = 0x21;

export async function zipped(files: readonly PackedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name);
    const packed = await deflated(bytes);
    const about = [VERSION, 0, DEFLATED, 0, DAY] as const;
    const sizes = [crc32(bytes), packed.length, bytes.length] as const;
    const local = joined([
      numbers([LOCAL_HEADER], 4),
      numbers(about, 2),
      numbers(sizes, 4),
      numbers([path.length, 0], 2),
      path,
    ]);
    directory.push(
      joined([
        numbers([CENTRAL_HEADER], 4),
        numbers([VERSION, ...about], 2),
        numbers(sizes, 4),
        numbers([path.length, 0, 0, 0, 0], 2),
        numbers([0, offset], 4),
        path,
      ]),
    );
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const listing = joined(directory);
  const end = joined([
    numbers([END_OF_DIRECTORY], 4),
    numbers([0, 0, files.length, files.length], 2),
    numbers([listing.length, offset], 4),
    numbers([0], 2),
  ]);
  return joined([...parts, listing, end]);
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Little-endian whole numbers of `width` bytes each. */
function numbers(values: readonly number[], width: 2 | 4): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * width);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    if (width === 2) view.setUint16(i * 2, value, true);
    else view.setUint32(i * 4, value, true);
  }
  return bytes;
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The checksum of ZIP: CRC-32 with the reversed polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
