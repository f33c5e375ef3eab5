/**
 * Takes out of a picture what stands beside it (place, time, device, names, former previews) and leaves every pixel as it is. For
 * pictures inside documents, where drawing anew would change what one sees.
 */

/** The same picture with nothing beside it; null where it is no JPEG, PNG or WebP, or is damaged. */
export function strippedPicture(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return strippedJpeg(bytes, view);
  if (ascii(bytes, 1, 4) === 'PNG') return strippedPng(bytes, view);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return strippedWebp(bytes, view);
  return null;
}

const SCAN = 0xda;
const END = 0xd9;

/** Segments that the picture is made of: JFIF's, the colours' and those of the coding itself. */
function isOfThePicture(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xe0) return ascii(bytes, at + 4, at + 8) === 'JFIF';
  if (marker === 0xe2) return ascii(bytes, at + 4, at + 15) === 'ICC_PROFILE';
  if (marker === 0xee) return ascii(bytes, at + 4, at + 9) === 'Adobe';
  return (marker < 0xe0 || marker > 0xef) && marker !== 0xfe;
}

/** Ends where the picture ends: behind it phones put previews, films and what they know of the scene. */
function strippedJpeg(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let turn = 1;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END)
      return joined([kept[0] as Uint8Array, ...turned(turn), ...kept.slice(1), bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return null;
    const length = view.getUint16(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === SCAN) end = afterScan(bytes, end);
    if (marker === 0xe1) turn = turnIn(bytes.subarray(at + 10, end)) ?? turn;
    if (isOfThePicture(marker, bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** Where the next segment begins behind the coded picture, in which a marker's first byte never stands alone. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;

/** How the camera was held (1 to 8), from a TIFF directory. */
function turnIn(tiff: Uint8Array): number | null {
  if (tiff.length < 10) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) return null;
  const first = view.getUint32(4, little);
  const count = first + 2 <= tiff.length ? view.getUint16(first, little) : 0;
  for (let i = 0; i < count; i += 1) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) return null;
    const turn = view.getUint16(at + 8, little);
    if (view.getUint16(at, little) === ORIENTATION && turn >= 1 && turn <= 8) return turn;
  }
  return null;
}

/** A directory that says how the picture is turned, and nothing else; none where it stands upright. */
function turned(turn: number): Uint8Array[] {
  if (turn === 1) return [];
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  return [
    Uint8Array.from([
      ...head,
      ORIENTATION >> 8,
      ORIENTATION & 0xff,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      turn,
      0,
      0,
      0,
      0,
      0,
      0,
    ]),
  ];
}

const BESIDE_PNG = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function strippedPng(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = ascii(bytes, at + 4, at + 8);
    // Small letter first: not needed to draw it. Of these only the standard's own stay.
    const isKnown = /^[A-Z]/.test(type) || /^[a-z][A-Z]/.test(type);
    if (isKnown && !BESIDE_PNG.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

/** Says in the head that neither EXIF nor XMP follows. */
const WITHOUT_BOTH = 0b1111_0011;
const WEBP_PARTS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function strippedWebp(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= whole; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) return null;
    const type = ascii(bytes, at, at + 4);
    const part = bytes.slice(at, end);
    if (type === 'VP8X') part[8] = (part[8] ?? 0) & WITHOUT_BOTH;
    if (WEBP_PARTS.has(type)) kept.push(part);
    at = end;
  }
  if (kept.length === 0) return null;
  const head = bytes.slice(0, 12);
  const made = joined([head, ...kept]);
  new DataView(made.buffer).setUint32(4, made.length - 8, true);
  return made;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
