/**
 * The one form in which a bundle is packed: a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64) whose files lie in it as they
 * are, one behind the other, all of the same day. What stands in it is settled by names and bytes alone, so whoever reads
 * it packs it again and holds the two against each other: no byte is left that could be changed unseen.
 */

export interface Packed {
  /** ASCII; see `isPlainName`. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_SIZE = 30;
const VERSION = 20;
const STORED = 0;
/** The first day that the format knows: 1 January 1980, midnight. */
const DAY = 0x21;
export const MOST_FILES = 1000;

/** Letters, digits, dots and dashes, at most one folder deep: nothing that could lead out of the folder it is unpacked to. */
export function isPlainName(name: string): boolean {
  return /^(?:[A-Za-z0-9-]+\/)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9]+)*$/.test(name) && name.length <= 100;
}

/** The parts of the archive, in their order; a `Blob` takes them without holding the files twice. */
export function packed(files: readonly Packed[]): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  let listed = 0;
  for (const { name, bytes } of files) {
    if (!isPlainName(name)) throw new Error(`not a plain name: ${name}`);
    const path = new TextEncoder().encode(name);
    const about = [VERSION, 0, STORED, 0, DAY];
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const local = joined([
      numbers([LOCAL_HEADER], 4),
      numbers(about, 2),
      numbers(sizes, 4),
      numbers([path.length, 0], 2),
      path,
    ]);
    const listing = joined([
      numbers([CENTRAL_HEADER], 4),
      numbers([VERSION, ...about], 2),
      numbers(sizes, 4),
      numbers([path.length, 0, 0, 0, 0], 2),
      numbers([0, offset], 4),
      path,
    ]);
    parts.push(local, bytes);
    directory.push(listing);
    offset += local.length + bytes.length;
    listed += listing.length;
  }
  const end = joined([
    numbers([END_OF_DIRECTORY], 4),
    numbers([0, 0, files.length, files.length], 2),
    numbers([listed, offset], 4),
    numbers([0], 2),
  ]);
  return [...parts, ...directory, end];
}

/** What stands against an archive, and where: the name of the file that it is about, or of the one before. */
export interface ArchiveFault {
  fault:
    | 'not-zip'
    /** Packed by another program, or compressed. */
    | 'packed-otherwise'
    | 'unsafe-name'
    | 'twice'
    | 'too-many'
    /** It ends before it should. */
    | 'cut'
    /** The heading of a file is not what it was. */
    | 'heading'
    /** The table of contents at the end, or what stands behind it, is not what it was. */
    | 'contents';
  at: string;
}

export interface Opened {
  files: Packed[];
  /** The first thing found; the files before it were read. */
  fault: ArchiveFault | null;
}

/** Reads an archive of the form above; the bytes of its files are views of `archive`. Never unpacks, never throws. */
export function opened(archive: Uint8Array<ArrayBuffer>): Opened {
  const files: Packed[] = [];
  const names = new Set<string>();
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const stop = (fault: ArchiveFault['fault'], at = files.at(-1)?.name ?? ''): Opened => ({
    files,
    fault: { fault, at },
  });
  if (archive.length < 4) return stop('not-zip');
  let offset = 0;
  while (offset + 4 <= archive.length && view.getUint32(offset, true) === LOCAL_HEADER) {
    if (files.length === MOST_FILES) return stop('too-many');
    if (offset + LOCAL_SIZE > archive.length) return stop('cut');
    const [flags, method] = [view.getUint16(offset + 6, true), view.getUint16(offset + 8, true)];
    const size = view.getUint32(offset + 18, true);
    const length = view.getUint16(offset + 26, true);
    const extra = view.getUint16(offset + 28, true);
    if (method !== STORED || flags !== 0 || extra !== 0) return stop('packed-otherwise');
    const begin = offset + LOCAL_SIZE + length;
    if (begin + size > archive.length) return stop('cut');
    const name = new TextDecoder('latin1').decode(archive.subarray(offset + LOCAL_SIZE, begin));
    if (!isPlainName(name)) return stop('unsafe-name', printable(name));
    if (names.has(name)) return stop('twice', name);
    names.add(name);
    files.push({ name, bytes: archive.subarray(begin, begin + size) });
    offset = begin + size;
  }
  if (files.length === 0) return stop('not-zip');
  return sameAgain(archive, files);
}

/** Holds every byte of the archive against what these files are packed to. */
function sameAgain(archive: Uint8Array, files: Packed[]): Opened {
  let offset = 0;
  const parts = packed(files);
  for (const [index, part] of parts.entries()) {
    const isContents = index >= 2 * files.length;
    const at = files[isContents ? index - 2 * files.length : Math.floor(index / 2)]?.name ?? '';
    if (offset + part.length > archive.length) return { files, fault: { fault: 'cut', at } };
    for (let i = 0; i < part.length; i++)
      if (archive[offset + i] !== part[i])
        return { files, fault: { fault: isContents ? 'contents' : 'heading', at } };
    offset += part.length;
  }
  return { files, fault: offset === archive.length ? null : { fault: 'contents', at: '' } };
}

const printable = (name: string): string => name.replace(/[^ -~]/g, '?').slice(0, 100);

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

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The checksum of ZIP: CRC-32 with the reversed polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
