import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenData } from './hidden-data.ts';
import { cleanOffice } from './office-file.ts';
import { exifWithPlace } from './testing/exif.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A letter as Word keeps it: who wrote and changed it, a comment, a folder, a picture of its first page. */
const LETTER = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  '_rels/.rels': strToU8(
    '<Relationships><Relationship Id="1" Target="word/document.xml"/><Relationship Id="2" Type="x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>',
  ),
  'docProps/core.xml': strToU8(
    '<cp:coreProperties><dc:creator>Wren Invented</dc:creator><cp:lastModifiedBy>Ash Invented</cp:lastModifiedBy><dcterms:created xsi:type="x">2026-11-04T21:13:05Z</dcterms:created></cp:coreProperties>',
  ),
  'docProps/app.xml': strToU8(
    '<Properties><Application>Some Office</Application><Company>Sunrise</Company></Properties>',
  ),
  'docProps/thumbnail.jpeg': strToU8('picture'),
  'word/document.xml': strToU8(
    '<w:p>What she said.<w:ins w:author="Ash Invented" w:date="2026-11-04T00:00:00Z">more</w:ins></w:p>',
  ),
});
const MARKS = /Wren|Ash|Sunrise|Some Office|2026/;

describe('what a file says besides what one sees or hears', () => {
  it('is found in photos of Apple’s kind, which keep it somewhere inside', async () => {
    const jpeg = exifWithPlace(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]));
    const exif = jpeg.subarray(6, jpeg.length - 2);
    const heic = Uint8Array.from([...latin('\0\0\0\x18ftypheic\0\0\0\0mif1heicmeta....'), ...exif]);
    expect(await hiddenData(heic, 'image')).toEqual(['place', 'device', 'time']);
  });

  it('is found in films, recordings and PDF', async () => {
    const film = latin('\0\0\0\x14ftypqt  moov mvhd.... \u00a9xyz+40.3772+049.8875/ \u00a9makPhone');
    expect(await hiddenData(film, 'video')).toEqual(['place', 'device', 'time']);
    expect(await hiddenData(latin('ID3\x03TPE1\0\0\0\x05Wren'), 'audio')).toEqual(['author']);
    const pdf = latin('%PDF-1.4 1 0 obj <</Author (Wren) /Producer (Office) /CreationDate (D:20261104)>>');
    expect(await hiddenData(pdf, 'pdf')).toEqual(['device', 'author', 'time']);
    expect(await hiddenData(latin('%PDF-1.4 <</Author ()>>'), 'pdf')).toEqual([]);
  });

  it('is found in office documents, and gone from the copy, in which every word stays', async () => {
    expect(await hiddenData(LETTER, 'document')).toEqual(['device', 'author', 'time']);
    const clean = cleanOffice(LETTER);
    if (clean === null) throw new Error('it was not cleaned');
    expect(await hiddenData(clean, 'document')).toEqual([]);
    const parts = unzipSync(clean);
    expect(Object.keys(parts)).not.toContain('docProps/thumbnail.jpeg');
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(text).not.toMatch(MARKS);
    expect(text).not.toContain('thumbnail');
    expect(text).toContain('What she said.');
    expect(text).toContain('more');
  });

  it('is looked for in any bytes without an error; what is no document, locked or too large gets no clean copy', async () => {
    expect(cleanOffice(latin('\xd0\xcf\x11\xe0 a document of before 2007'))).toBeNull();
    expect(cleanOffice(zipSync({ 'a.txt': strToU8('x') }))).toBeNull();
    expect(
      cleanOffice(zipSync({ '[Content_Types].xml': strToU8('x'), EncryptedPackage: strToU8('x') })),
    ).toBeNull();
    const families = fc.constantFrom('image', 'video', 'audio', 'pdf', 'document', 'text' as const);
    await fc.assert(
      fc.asyncProperty(
        families,
        fc.nat(LETTER.length),
        fc.uint8Array({ maxLength: 200 }),
        async (family, cut, more) => {
          await hiddenData(Uint8Array.from([...LETTER.subarray(0, cut), ...more]), family);
          cleanOffice(Uint8Array.from([...LETTER.subarray(0, cut), ...more]));
        },
      ),
      { numRuns: 100 },
    );
  });
});
