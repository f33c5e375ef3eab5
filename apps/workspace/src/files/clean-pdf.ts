import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { Unzlib } from 'fflate';
import { indexOf } from './picture-tells.ts';
import { strippedPicture } from './strip-picture.ts';

/** Where PDF says who, when, with what and from where, beside what one reads. */
const ABOUT = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Thumb',
  'CreatorInfo',
  'SpiderInfo',
  'DSS',
  'Perms',
  'ID',
];
/** The same of a remark on a page: its author, its days, its number. Of a form's box `T` is what it is called. */
const ABOUT_REMARK = ['T', 'M', 'CreationDate', 'NM'];
/** What a signature says of who signed, where and when; what one sees of it stays. */
const SIGNED = ['V', 'Lock', 'SV'];
/** Bytes to which one part may unpack. */
const LARGEST = 200 * 1024 * 1024;
/** What pictures and parts say of themselves; nothing of it may be left. */
const LEFT = ['Exif\0\0', '<x:xmpmeta', '<?xpacket', 'ns.adobe.com/xap'];

const name = (text: string): PDFName => PDFName.of(text);

/**
 * The same pages without who made and changed them, when, with which program and device; what was in earlier versions of the file
 * and is on no page any more is gone too. What is on the pages, remarks and pictures included, stays. Null where it is no PDF, is
 * locked, holds other files, or has a part that cannot be looked into.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const { context, catalog } = pdf;
    const root = context.trailerInfo.Root;
    if (pdf.isEncrypted || root === undefined) return null;
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    const reached = new Set<PDFRef>();
    const waiting: PDFObject[] = [root, catalog];
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      if (each instanceof PDFRef) {
        if (reached.has(each)) continue;
        reached.add(each);
        let found = context.lookup(each);
        if (found === undefined) continue;
        if (found instanceof PDFRawStream) {
          const picture = withoutItsOwn(found);
          if (picture === null) return null;
          context.assign(each, picture);
          found = picture;
        } else if (found instanceof PDFStream) return null;
        waiting.push(found);
      } else if (each instanceof PDFArray) waiting.push(...each.asArray());
      else if (each instanceof PDFStream) waiting.push(each.dict);
      else if (each instanceof PDFDict) {
        if (!cleanDict(each)) return null;
        waiting.push(...each.values());
      }
    }
    for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
    const clean = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
    return Uint8Array.from(clean);
  } catch {
    // Damaged, locked, or written in a way that is not understood: the original alone is kept, and that is said.
    return null;
  }
}

/** Takes out of a dictionary what stands beside the pages; false where another file lies in it. */
function cleanDict(dict: PDFDict): boolean {
  if (dict.has(name('EF')) || is(dict, 'Type', 'EmbeddedFile')) return false;
  for (const key of ABOUT) dict.delete(name(key));
  const isRemark = dict.has(name('Rect')) && dict.has(name('Subtype'));
  if (isRemark)
    for (const key of ABOUT_REMARK) if (key === 'M' || !is(dict, 'Subtype', 'Widget')) dict.delete(name(key));
  if (is(dict, 'FT', 'Sig')) for (const key of SIGNED) dict.delete(name(key));
  return true;
}

const is = (dict: PDFDict, key: string, value: string): boolean => dict.lookup(name(key)) === name(value);

/** A part without what it says of itself; null where it cannot be looked into. */
function withoutItsOwn(part: PDFRawStream): PDFRawStream | null {
  const filters = filtersOf(part);
  if (filters.includes('JPXDecode') || filters.includes('Crypt')) return null;
  if (filters.at(-1) === 'DCTDecode') {
    const coded = filters.length === 1 ? part.contents : unpacked(part, filters.slice(0, -1));
    const picture = coded === null ? null : strippedPicture(coded);
    if (picture === null) return null;
    const dict = part.dict.clone(part.dict.context);
    dict.set(name('Filter'), name('DCTDecode'));
    dict.set(name('Length'), PDFNumber.of(picture.length));
    dict.delete(name('DecodeParms'));
    return PDFRawStream.of(dict, picture);
  }
  // Colours, fonts and pictures that are packed in ways of their own have no room for words.
  const plain = filters.every((filter) => filter === 'FlateDecode') ? unpacked(part, filters) : part.contents;
  return plain === null || LEFT.some((mark) => indexOf(plain, mark) >= 0) ? null : part;
}

function filtersOf({ dict }: PDFRawStream): string[] {
  const said = dict.lookup(name('Filter'));
  const all = said instanceof PDFArray ? said.asArray().map((each) => dict.context.lookup(each)) : [said];
  return all.flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
}

/** Unpacked as far as one filter goes, and no further than there is room for. */
function unpacked({ contents }: PDFRawStream, filters: readonly string[]): Uint8Array | null {
  if (filters.length === 0) return contents;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const unpacking = new Unzlib((part) => {
    size += part.length;
    if (size > LARGEST) throw new Error('too large');
    parts.push(part);
  });
  // Programs are not careful about how such a part ends; what came before is what others read too.
  try {
    for (let at = 0; at < contents.length; at += 65_536) unpacking.push(contents.subarray(at, at + 65_536));
  } catch {
    if (size > LARGEST) return null;
  }
  const made = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}
