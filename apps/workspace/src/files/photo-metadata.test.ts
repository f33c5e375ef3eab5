import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhotoMetadata } from './photo-metadata.ts';
import { exifWithPlace } from './testing/exif.ts';

const bare = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 0xff, 0xd9]);

describe('what a photo says about itself', () => {
  it('is found: the place, the device, the day', () => {
    expect(readPhotoMetadata(exifWithPlace(bare))).toEqual({
      blocks: ['exif'],
      hasPlace: true,
      hasDevice: true,
      takenOn: '2023-11-04',
    });
  });
  it('is found behind the fill bytes that may stand before it', () => {
    const [soi, rest] = [exifWithPlace(bare).slice(0, 2), exifWithPlace(bare).slice(2)];
    const filled = Uint8Array.from([...soi, 0xff, 0xff, 0xff, ...rest]);
    expect(readPhotoMetadata(filled)).toMatchObject({ hasPlace: true, hasDevice: true });
  });
  it('is no day where the camera names one that does not exist', () => {
    const text = new TextDecoder('latin1').decode(exifWithPlace(bare)).replaceAll('2023:11:04', '2023:02:30');
    const photo = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(readPhotoMetadata(photo)).toMatchObject({ hasPlace: true, takenOn: null });
  });
  it('is nothing when the photo is only a picture', () => {
    expect(readPhotoMetadata(bare)).toEqual({ blocks: [], hasPlace: false, hasDevice: false, takenOn: null });
  });
  it('is also looked for in the notes of PNG and WebP pictures', () => {
    const text = new TextEncoder();
    const png = Uint8Array.from([
      0x89,
      ...text.encode('PNG\r\n'),
      26,
      10,
      0,
      0,
      0,
      2,
      ...text.encode('tEXtab'),
      0,
      0,
      0,
      0,
    ]);
    expect(readPhotoMetadata(png).blocks).toEqual(['text']);
    const webp = Uint8Array.from([
      ...text.encode('RIFF'),
      0,
      0,
      0,
      0,
      ...text.encode('WEBPXMP '),
      2,
      0,
      0,
      0,
      1,
      1,
    ]);
    expect(readPhotoMetadata(webp).blocks).toEqual(['xmp']);
  });
  it('is read from any bytes without an error, cut or damaged as they may be', () => {
    const photo = exifWithPlace(bare);
    fc.assert(
      fc.property(fc.nat(photo.length), fc.nat(photo.length - 1), fc.nat(255), (cut, at, value) => {
        const damaged = photo.slice(0, cut);
        if (at < damaged.length) damaged[at] = value;
        expect(() => readPhotoMetadata(damaged)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => readPhotoMetadata(Uint8Array.from([0xff, 0xd8, ...bytes]))).not.toThrow();
      }),
    );
  });
});
