/** Builds the EXIF block that a phone writes, for tests: device, time, and the place where the picture was taken. */

/** The same JPEG with make "Phone", 2023:11:04 21:13:05 and a GPS position (40°22'39" N) after its first marker. */
export function exifWithPlace(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = app1(tiff());
  const out = new Uint8Array(jpeg.length + block.length);
  out.set(jpeg.subarray(0, 2));
  out.set(block, 2);
  out.set(jpeg.subarray(2), 2 + block.length);
  return out;
}

function app1(body: Uint8Array): Uint8Array {
  const head = [...new TextEncoder().encode('Exif'), 0, 0];
  const length = body.length + head.length + 2;
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...head, ...body]);
}

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

/** Little-endian TIFF: first directory at 8, EXIF directory, GPS directory, then the values that do not fit in 4 bytes. */
function tiff(): Uint8Array {
  const view = new DataView(new ArrayBuffer(220));
  const bytes = new Uint8Array(view.buffer);
  bytes.set([0x49, 0x49, 0x2a, 0x00]);
  view.setUint32(4, 8, true);
  const [exif, gps, make, taken, latitude] = [60, 80, 120, 130, 160] as const;
  directory(view, 8, [
    [0x010f, ASCII, 6, make],
    [0x8769, LONG, 1, exif],
    [0x8825, LONG, 1, gps],
  ]);
  directory(view, exif, [[0x9003, ASCII, 20, taken]]);
  directory(view, gps, [
    [0x0001, ASCII, 2, 0x4e],
    [0x0002, RATIONAL, 3, latitude],
  ]);
  bytes.set(new TextEncoder().encode('Phone\0'), make);
  bytes.set(new TextEncoder().encode('2023:11:04 21:13:05\0'), taken);
  [40, 1, 22, 1, 39, 1].forEach((part, index) => view.setUint32(latitude + index * 4, part, true));
  return bytes;
}

function directory(
  view: DataView,
  at: number,
  entries: [tag: number, type: number, count: number, value: number][],
): void {
  view.setUint16(at, entries.length, true);
  entries.forEach(([tag, type, count, value], index) => {
    const entry = at + 2 + index * 12;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, count, true);
    view.setUint32(entry + 8, value, true);
  });
}
