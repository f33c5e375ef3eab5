import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanPdf } from './clean-pdf.ts';
import { hiddenData } from './hidden-data.ts';
import { exifWithPlace } from './testing/exif.ts';
import { JPEG } from './testing/heic.ts';

const MARKS = /Wren|Some Office|Some Phone|2023:11:04|GPSLatitude|struck out/;
const XMP = '<?xpacket?><x:xmpmeta><dc:creator>Wren</dc:creator><exif:GPSLatitude/></x:xmpmeta>';

/** A page with a photo that carries its place, a remark, what an office writes about both, and a text that is on no page any more. */
async function letter(packed: boolean): Promise<{ bytes: Uint8Array; pdf: PDFDocument }> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 100]);
  page.drawText('What she said', { x: 10, y: 50, size: 12 });
  page.drawImage(await pdf.embedJpg(exifWithPlace(JPEG)), { x: 10, y: 10, width: 40, height: 20 });
  pdf.setAuthor('Wren Invented');
  pdf.setCreator('Some Office');
  pdf.setProducer('Some Phone');
  const { context } = pdf;
  pdf.catalog.set(PDFName.of('Metadata'), context.register(context.stream(XMP, { Type: 'Metadata' })));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Some: PDFString.of('Wren') }));
  const remark = {
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: PDFString.of('Wren'),
    Contents: PDFString.of('Ask her'),
  };
  page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(remark))]));
  context.register(context.flateStream('what was struck out'));
  return { bytes: await pdf.save({ useObjectStreams: packed }), pdf };
}

/** Everything that stands in a PDF, what is packed unpacked. */
async function allIn(bytes: Uint8Array): Promise<string> {
  const latin = (part: Uint8Array) => new TextDecoder('latin1').decode(part);
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const parts = context.enumerateIndirectObjects().map(([, each]) => {
    if (!(each instanceof PDFRawStream)) return each.toString();
    const isPacked = each.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
    return `${each.dict.toString()} ${latin(isPacked ? unzlibSync(each.contents) : each.contents)}`;
  });
  return [latin(bytes), ...parts].join('\n');
}

describe('the clean copy of a PDF', () => {
  it.each([true, false])(
    'has its pages, their picture and remark, and not who, with what and where (packed: %s)',
    async (packed) => {
      const { bytes } = await letter(packed);
      expect(await allIn(bytes)).toMatch(MARKS);
      expect(await hiddenData(bytes, 'pdf')).toContain('author');
      const clean = await cleanPdf(bytes);
      if (clean === null) throw new Error('it was not cleaned');
      const text = await allIn(clean);
      expect(text).not.toMatch(MARKS);
      expect(text).not.toContain('Exif');
      for (const stays of ['Ask her', '/DCTDecode', 'Tj']) expect(text).toContain(stays);
      expect((await PDFDocument.load(clean)).getPageCount()).toBe(1);
    },
  );

  it('is not made where another file lies inside, where it is locked, or is no PDF', async () => {
    const { pdf } = await letter(true);
    await pdf.attach(Uint8Array.from([1, 2, 3]), 'list of names.xlsx');
    expect(await cleanPdf(await pdf.save())).toBeNull();
    expect(await cleanPdf(new TextEncoder().encode('%PDF-1.4 nothing else'))).toBeNull();
    const locked = await letter(true);
    locked.pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    expect(await cleanPdf(await locked.pdf.save())).toBeNull();
  });

  it('is not made of a picture that could not be looked into', async () => {
    const { pdf } = await letter(true);
    const part = pdf.context.stream('a picture of another kind', { Filter: 'JPXDecode' });
    pdf.catalog.set(PDFName.of('Extra'), pdf.context.register(part));
    expect(await cleanPdf(await pdf.save())).toBeNull();
  });
});
