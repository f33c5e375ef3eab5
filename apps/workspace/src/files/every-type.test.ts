import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanRtf } from './clean-rtf.ts';
import { hiddenData } from './hidden-data.ts';
import { cleanOffice } from './office-file.ts';
import { readPhotoMetadata } from './photo-metadata.ts';
import { strippedPicture } from './strip-picture.ts';
import { exifWithPlace } from './testing/exif.ts';
import { HEIC_WITH_PLACE, JPEG } from './testing/heic.ts';

const TYPES = { '[Content_Types].xml': strToU8('<Types/>') };
const MANIFEST = { 'META-INF/manifest.xml': strToU8('<manifest:manifest/>') };
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What programs write about their user, by the part in which it stands. */
const LEAKS: readonly (readonly [name: string, xml: string])[] = [
  [
    'word/_rels/settings.xml.rels',
    '<Relationship Id="1" Target="file:///C:\\Users\\Wren\\Normal.dotm" TargetMode="External"/>',
  ],
  [
    'word/settings.xml',
    '<w:settings><w:rsids><w:rsid w:val="00Wren"/></w:rsids><w:docVars><w:docVar w:val="Wren"/></w:docVars></w:settings>',
  ],
  ['word/commentsExtensible.xml', '<w16cex:comment w16cex:dateUtc="2026-11-04T10:00:00Z"/>'],
  ['word/comments.xml', "<w:comment w:id='0' w:author='Wren' w:date='2026-11-04T10:00:00Z'/>"],
  [
    'word/people.xml',
    '<w15:person w15:author="Wren"><w15:presenceInfo w15:userId="wren@example.org"/></w15:person>',
  ],
  ['customXml/item1.xml', '<DisplayName>Wren Invented</DisplayName>'],
  [
    'docProps/custom.xml',
    '<Properties><property pid="2" name="Wren"><vt:lpwstr>x</vt:lpwstr></property></Properties>',
  ],
  ['xl/persons/person.xml', '<person displayName="Wren Invented" userId="wren@example.org"/>'],
  ['xl/threadedComments/threadedComment1.xml', '<threadedComment ref="A1" dT="2026-11-04T10:00:00"/>'],
  ['xl/workbook.xml', '<fileSharing userName="Wren"/><x15ac:absPath url="C:\\Users\\Wren\\"/>'],
  ['xl/revisions/revisionHeaders.xml', '<header dateTime="2026-11-04T10:00:00Z" userName="Wren"/>'],
  [
    'xl/externalLinks/_rels/externalLink1.xml.rels',
    '<Relationship Id="1" Target="C:\\Users\\Wren\\a.xlsx"/>',
  ],
  ['xl/printerSettings/printerSettings1.bin', 'Wren-Office-HP'],
  ['xl/comments1.xml', '<authors><author xml:space="preserve">Wren</author></authors>'],
  [
    'meta.xml',
    '<meta:template xlink:href="file:///home/wren/a.ott" meta:date="2026-11-04"/><meta:user-defined meta:name="Wren">x</meta:user-defined>',
  ],
  ['content.xml', '<dc:creator>Wren</dc:creator><dc:date>2026-11-04T10:00:00</dc:date>'],
  [
    'settings.xml',
    '<config:config-item config:name="PrinterName" config:type="string">Wren-Office-HP</config:config-item>',
  ],
  ['Versions/Version1', 'Wren said what was struck out'],
];

describe('the clean copy of a document', () => {
  it.each(LEAKS)('says nobody’s name, day or folder in %s', (name, xml) => {
    const clean = cleanOffice(zipSync({ ...TYPES, ...MANIFEST, [name]: strToU8(xml) }));
    if (clean === null) throw new Error('it was not cleaned');
    const left = Object.entries(unzipSync(clean)).map(([part, bytes]) => `${part} ${strFromU8(bytes)}`);
    expect(left.join('\n')).not.toMatch(/wren|2026-11/i);
  });

  it('has its pictures as they look, without where and with what they were taken, and a document inside it without its author', async () => {
    const photo = exifWithPlace(JPEG);
    const inner = zipSync({ ...TYPES, 'docProps/core.xml': strToU8('<dc:creator>Wren</dc:creator>') });
    const whole = zipSync({ ...TYPES, 'word/media/image1.jpeg': photo, 'word/embeddings/a.xlsx': inner });
    expect(await hiddenData(whole, 'document')).toEqual(['place', 'device', 'time']);
    const parts = unzipSync(cleanOffice(whole) ?? new Uint8Array());
    expect(parts['word/media/image1.jpeg']).toEqual(JPEG);
    expect(await hiddenData(parts['word/embeddings/a.xlsx'] ?? new Uint8Array(), 'document')).toEqual([]);
  });

  it.each([
    ['a picture that is not looked into', { 'word/media/image1.tiff': exifWithPlace(JPEG) }],
    ['a program', { 'xl/vbaProject.bin': strToU8('x') }],
    ['what an older program keeps in a box', { 'word/embeddings/oleObject1.bin': strToU8('x') }],
    ['a signature', { '_xmlsignatures/sig1.xml': strToU8('<x/>') }],
    ['a lock', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }],
    ['another way of writing letters', { 'word/document.xml': Uint8Array.from([0xff, 0xfe, 0x3c, 0]) }],
  ])('is not pretended where it holds %s', (_, parts) => {
    expect(cleanOffice(zipSync({ ...TYPES, ...parts }))).toBeNull();
  });

  it('is made as fast of a part that was made to take long', () => {
    const hostile = ['<Relationship thumbnail ', '<x15ac:absPath ', '<w:docVars>', '<author ', "<a b='"].map(
      (each) => each.repeat(20_000),
    );
    for (const xml of hostile)
      expect(cleanOffice(zipSync({ ...TYPES, 'word/a.xml': strToU8(xml) }))).not.toBeUndefined();
  });

  it('of RTF has every word and not its author, and is not made where pictures are inside', async () => {
    const text = String.raw`{\rtf1{\info{\author Wren \{x\}}{\creatim\yr2026}}{\*\generator Some Office;}What she \b said\b0.{\revtbl{Wren;}}}`;
    expect(await hiddenData(strToU8(text), 'document')).toEqual(['device', 'author', 'time']);
    expect(latin(cleanRtf(strToU8(text)) ?? new Uint8Array())).toBe(String.raw`{\rtf1What she \b said\b0.}`);
    expect(cleanRtf(strToU8(String.raw`{\rtf1{\pict\jpegblip ffd8}}`))).toBeNull();
    expect(cleanRtf(strToU8(String.raw`{\rtf1 half`))).toBeNull();
  });

  it('of before 2007 there is none, and that it names somebody is told', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
    expect(cleanOffice(old)).toBeNull();
    expect(await hiddenData(old, 'document')).toEqual(['device', 'author', 'time']);
  });
});

describe('a picture inside a document', () => {
  it('is a JPEG to the last byte of the picture, turned as it was', () => {
    const turned = Uint8Array.from(exifWithPlace(JPEG));
    // In place of the make: how it was held.
    const at = latin(turned).indexOf('II*\0') + 10;
    turned.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0], at);
    const behind = Uint8Array.from([...turned, ...strToU8('a film of the moment, Wren')]);
    const clean = strippedPicture(behind);
    expect(latin(clean ?? new Uint8Array())).not.toMatch(/Phone|Wren|2023/);
    expect(readPhotoMetadata(clean ?? new Uint8Array())).toMatchObject({
      hasPlace: false,
      hasDevice: false,
      takenOn: null,
    });
    expect(clean).toHaveLength(JPEG.length + 36);
  });

  it('is a PNG or WebP without its notes', () => {
    const chunk = (type: string, body: string) => [0, 0, 0, body.length, ...strToU8(type + body), 0, 0, 0, 0];
    const png = (notes: number[]) =>
      Uint8Array.from([
        0x89,
        ...strToU8('PNG\r\n\x1a\n'),
        ...chunk('IHDR', 'x'),
        ...notes,
        ...chunk('IEND', ''),
      ]);
    expect(strippedPicture(png(chunk('tEXt', 'Wren')))).toEqual(png([]));
    const part = (type: string, body: string) => [...strToU8(type), body.length, 0, 0, 0, ...strToU8(body)];
    const webp = (flags: number, more: number[]) => {
      const body = [
        ...strToU8('WEBP'),
        ...part('VP8X', `${String.fromCharCode(flags)}.........`),
        ...part('VP8 ', '....'),
        ...more,
      ];
      return Uint8Array.from([...strToU8('RIFF'), body.length, 0, 0, 0, ...body]);
    };
    expect(strippedPicture(webp(0b1100, part('EXIF', 'Wren')))).toEqual(webp(0, []));
  });

  it('is none where it is cut off', () => {
    expect(strippedPicture(JPEG.subarray(0, 200))).toBeNull();
    expect(strippedPicture(strToU8('GIF89a'))).toBeNull();
  });
});

describe('HEIC', () => {
  it('is told to carry place and device, as phones and libraries write it', async () => {
    expect(await hiddenData(HEIC_WITH_PLACE, 'image')).toEqual(['place', 'device', 'time']);
    const boxes = strToU8('\0\0\0\x18ftypheic\0\0\0\x15infe\x02\0\0\x01\0\x02\0\0Exif\0\0\0\0\x0ciref');
    const exif = exifWithPlace(JPEG).subarray(6, 240);
    expect(await hiddenData(Uint8Array.from([...boxes, ...exif]), 'image')).toContain('place');
    expect(await hiddenData(strToU8('ftypheic <x:xmpmeta exif:GPSLatitude="40,22N"/>'), 'image')).toEqual([
      'place',
    ]);
  });
});
