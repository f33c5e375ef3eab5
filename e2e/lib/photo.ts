/** A page in which something is drawn. */
interface Drawing {
  evaluate(work: () => Promise<number[]>): Promise<number[]>;
}

/** A JPEG as a phone makes one: a drawn picture with an EXIF block that tells the place, the time and the camera. */
export async function photoWithPlace(page: Drawing): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 240);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    for (let x = 0; x < 320; x += 16) {
      pen.fillStyle = `hsl(${x} 60% 50%)`;
      pen.fillRect(x, x / 2, 16, 240);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const bytes = Buffer.from(plain);
  // Behind the first two bytes, "start of image", stands the EXIF segment.
  return Buffer.concat([bytes.subarray(0, 2), exifSegment(), bytes.subarray(2)]);
}

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

/** One field of a TIFF directory: its tag, type, count and the bytes of its value. */
interface TiffField {
  tag: number;
  type: number;
  count: number;
  value: Buffer;
}

const text = (tag: number, words: string): TiffField => {
  const value = Buffer.from(`${words}\0`);
  return { tag, type: ASCII, count: value.length, value };
};
const longOf = (number: number): Buffer => {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  return value;
};
const degrees = (tag: number, parts: readonly [number, number, number]): TiffField => ({
  tag,
  type: RATIONAL,
  count: 3,
  value: Buffer.concat(parts.flatMap((part) => [longOf(part), longOf(1)])),
});

/** A TIFF directory at `offset` from the TIFF header, its longer values right behind it. */
function directory(fields: readonly TiffField[], offset: number): Buffer {
  const size = 2 + 12 * fields.length + 4;
  const head = Buffer.alloc(size);
  head.writeUInt16BE(fields.length, 0);
  const behind: Buffer[] = [];
  let place = offset + size;
  for (const [index, { tag, type, count, value }] of fields.entries()) {
    const at = 2 + 12 * index;
    head.writeUInt16BE(tag, at);
    head.writeUInt16BE(type, at + 2);
    head.writeUInt32BE(count, at + 4);
    if (value.length <= 4) value.copy(head, at + 8);
    else {
      head.writeUInt32BE(place, at + 8);
      const padded = Buffer.concat([value, Buffer.alloc(value.length % 2)]);
      behind.push(padded);
      place += padded.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}

function exifSegment(): Buffer {
  const header = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const first = (gpsAt: number): Buffer =>
    directory(
      [
        text(0x010f, 'Kamera'),
        text(0x0110, 'Model 7'),
        text(0x0132, '2026:11:20 10:45:12'),
        { tag: 0x8825, type: LONG, count: 1, value: longOf(gpsAt) },
      ],
      header.length,
    );
  const gpsAt = header.length + first(0).length;
  const place = directory(
    [text(1, 'N'), degrees(2, [40, 22, 39]), text(3, 'E'), degrees(4, [49, 53, 32])],
    gpsAt,
  );
  const body = Buffer.concat([Buffer.from('Exif\0\0'), header, first(gpsAt), place]);
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([segment, body]);
}
