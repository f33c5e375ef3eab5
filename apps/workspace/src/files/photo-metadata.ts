/**
 * What a photo says about itself besides its picture. Read to warn ("this photo carries the place where it was
 * taken"), to suggest when it was taken, and to prove that a cleaned copy carries nothing.
 */

export interface PhotoMetadata {
  /** Names of the containers found: `exif`, `xmp`, `iptc`, `text`. Empty: nothing but the picture. */
  blocks: string[];
  /** There is a GPS directory with at least one entry. */
  hasPlace: boolean;
  /** Camera or phone is named. */
  hasDevice: boolean;
  /** When the picture was taken as the camera's clock had it, YYYY-MM-DD, or null. */
  takenOn: string | null;
}

const NOTHING: PhotoMetadata = { blocks: [], hasPlace: false, hasDevice: false, takenOn: null };

/** Reads JPEG, PNG and WebP; other or damaged bytes give what could be read, never an error. */
export function readPhotoMetadata(bytes: Uint8Array): PhotoMetadata {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: { name: string; exif?: Uint8Array }[] = [];
  if (startsWith(bytes, [0xff, 0xd8])) collectJpeg(bytes, view, found);
  else if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) collectPng(bytes, view, found);
  else if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') collectWebp(bytes, view, found);
  if (found.length === 0) return NOTHING;
  const result: PhotoMetadata = { ...NOTHING, blocks: [...new Set(found.map((block) => block.name))] };
  for (const { exif } of found) if (exif !== undefined) readTiff(exif, result);
  return result;
}

/** The same of a bare EXIF directory, as other formats keep it inside. */
export function tiffMetadata(tiff: Uint8Array): PhotoMetadata {
  const result = { ...NOTHING, blocks: ['exif'] };
  readTiff(tiff, result);
  return result;
}

type Found = { name: string; exif?: Uint8Array }[];

function collectJpeg(bytes: Uint8Array, view: DataView, found: Found): void {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker, and a few markers stand alone.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const length = view.getUint16(at + 2);
    const start = at + 4;
    const end = Math.min(bytes.length, at + 2 + length);
    if (marker === 0xe1 && ascii(bytes, start, start + 4) === 'Exif') {
      found.push({ name: 'exif', exif: bytes.subarray(start + 6, end) });
    } else if (marker === 0xe1) found.push({ name: 'xmp' });
    else if (marker === 0xed) found.push({ name: 'iptc' });
    else if (marker === 0xfe) found.push({ name: 'text' });
    at += 2 + Math.max(2, length);
  }
}

function collectPng(bytes: Uint8Array, view: DataView, found: Found): void {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = ascii(bytes, at + 4, at + 8);
    if (type === 'eXIf') found.push({ name: 'exif', exif: bytes.subarray(at + 8, at + 8 + length) });
    else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') found.push({ name: 'text' });
    at += 12 + length;
  }
}

function collectWebp(bytes: Uint8Array, view: DataView, found: Found): void {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const type = ascii(bytes, at, at + 4);
    const length = view.getUint32(at + 4, true);
    if (type === 'EXIF') {
      const body = bytes.subarray(at + 8, at + 8 + length);
      found.push({ name: 'exif', exif: ascii(body, 0, 4) === 'Exif' ? body.subarray(6) : body });
    } else if (type === 'XMP ') found.push({ name: 'xmp' });
    at += 8 + length + (length % 2);
  }
}

const TAG = {
  make: 0x010f,
  model: 0x0110,
  taken: 0x9003,
  changed: 0x0132,
  exif: 0x8769,
  gps: 0x8825,
} as const;

function readTiff(tiff: Uint8Array, into: PhotoMetadata): void {
  if (tiff.length < 8) return;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const first = readDirectory(view, view.getUint32(4, little), little);
  if (first.has(TAG.make) || first.has(TAG.model)) into.hasDevice = true;
  const gps = first.get(TAG.gps);
  if (gps !== undefined && readDirectory(view, gps, little).size > 0) into.hasPlace = true;
  const inner = first.get(TAG.exif);
  const taken = inner === undefined ? undefined : readDirectory(view, inner, little).get(TAG.taken);
  const stamp = taken ?? first.get(TAG.changed);
  if (stamp !== undefined) into.takenOn ??= dayOfStamp(ascii(tiff, stamp, stamp + 10));
}

/** Tag → its value or the offset of its value. A directory that does not fit is empty. */
function readDirectory(view: DataView, offset: number, little: boolean): Map<number, number> {
  const entries = new Map<number, number>();
  if (offset + 2 > view.byteLength) return entries;
  const count = view.getUint16(offset, little);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    entries.set(view.getUint16(at, little), view.getUint32(at + 8, little));
  }
  return entries;
}

function dayOfStamp(stamp: string): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2})$/.exec(stamp);
  const day = match === null || match[1] === '0000' ? '' : `${match[1]}-${match[2]}-${match[3]}`;
  return isRealDay(day) ? day : null;
}

/** A camera's clock that was never set may say the 30th of February. */
function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function startsWith(bytes: Uint8Array, head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
