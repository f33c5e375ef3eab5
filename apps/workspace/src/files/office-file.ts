import { unzipSync, type Zippable } from 'fflate';
import { ABOUT, BESIDE, cleanXml } from './office-xml.ts';
import { indexOf, pictureTells } from './picture-tells.ts';
import { strippedPicture } from './strip-picture.ts';
import { type Tell, TELLS } from './tells.ts';
import { zipped } from './zipped.ts';

/** Bytes that a document may unpack to: more is no letter, and would fill a phone. */
const LARGEST = 200 * 1024 * 1024;
/** Documents in documents in documents. */
const DEEPEST = 3;

/** The parts of an office document that a filter names; null where it is none, is locked, or would grow too large. */
function partsOf(bytes: Uint8Array, wants: (name: string) => boolean): Record<string, Uint8Array> | null {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wants(name)) return false;
        size += originalSize;
        if (size > LARGEST) throw new Error('too large');
        return true;
      },
    });
  } catch {
    return null;
  }
}

const XML = /\.(?:xml|rels|rdf|vml)$/i;
const PICTURE = /\.(?:jpe?g|png|webp)$/i;
const DOCUMENT = /\.(?:docx|xlsx|pptx|odt|ods)$/i;
/** Kept as they are where nothing is found in them; a part without an ending is OpenDocument's picture of something inside. */
const LOOKED_THROUGH = /\.(?:gif|bmp|emf|wmf|svg|svm|odttf|ttf|otf)$|(?:^|\/)[^./]*$/i;

const MARKS: Record<'author' | 'time' | 'device', RegExp> = {
  author: /<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Company|Manager)>[^<]/,
  time: /<(?:dcterms:(?:created|modified)|meta:creation-date|dc:date)[^>]*>[^<]/,
  device: /<(?:Application|meta:generator)>[^<]/,
};
const RTF_MARKS: Record<'author' | 'time' | 'device', RegExp> = {
  author: /\\(?:author|operator|company|manager) /,
  time: /\\(?:creatim|revtim)/,
  device: /\\generator /,
};
const WRITTEN = ['device', 'author', 'time'] as const;

/** Documents of before 2007, and whatever else is kept in the same box: who and when stands in them as good as always. */
const OLD_BOX = '\u00d0\u00cf\u0011\u00e0';

/** What an office document says of who wrote it, when and with what, and its pictures of where they were taken. */
export function officeTells(bytes: Uint8Array): Tell[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  if (indexOf(bytes.subarray(0, 4), OLD_BOX) === 0) return [...WRITTEN];
  if (head.startsWith('{\\rtf')) return WRITTEN.filter((tell) => RTF_MARKS[tell].test(head));
  const parts = Object.entries(partsOf(bytes, (name) => ABOUT.test(name) || PICTURE.test(name)) ?? {});
  const found = new Set(parts.flatMap(([name, part]) => (PICTURE.test(name) ? pictureTells(part) : [])));
  const text = parts
    .filter(([name]) => ABOUT.test(name))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n');
  for (const tell of WRITTEN) if (MARKS[tell].test(text)) found.add(tell);
  return TELLS.filter((tell) => found.has(tell));
}

/**
 * The same document without who wrote and changed it, when, with which program and from which folder, and its pictures without
 * where and with what they were taken. What is written in it, comments, changes and what is seen on its pictures, stays. Null
 * where it is no document that can be cleaned whole: it is locked, signed, or holds a part that cannot be looked into.
 */
export function cleanOffice(bytes: Uint8Array, depth = 0): Uint8Array<ArrayBuffer> | null {
  const parts = partsOf(bytes, (name) => !BESIDE.test(name));
  if (parts === null || depth > DEEPEST || !isOpen(parts)) return null;
  const clean: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    const made = cleanPart(name, part, depth);
    if (made === null) return null;
    // OpenDocument is known by this part, which is never packed.
    clean[name] = [made, { level: name === 'mimetype' ? 0 : 6 }];
  }
  return zipped(clean);
}

/** What is locked is only noise to us; what is signed by another program would be so no more. */
function isOpen(parts: Record<string, Uint8Array>): boolean {
  const manifest = parts['META-INF/manifest.xml'];
  if (manifest === undefined && !('[Content_Types].xml' in parts)) return false;
  const isSigned = (name: string) =>
    name.startsWith('_xmlsignatures/') || /^META-INF\/.*signatures/.test(name);
  if ('EncryptedPackage' in parts || Object.keys(parts).some(isSigned)) return false;
  return manifest === undefined || indexOf(manifest, 'encryption-data') < 0;
}

function cleanPart(name: string, part: Uint8Array, depth: number): Uint8Array | null {
  if (part.length === 0 || name === 'mimetype') return part;
  if (XML.test(name)) {
    const xml = textOf(part);
    return xml === null ? null : new TextEncoder().encode(cleanXml(name, xml));
  }
  if (PICTURE.test(name)) return strippedPicture(part);
  if (DOCUMENT.test(name)) return cleanOffice(part, depth + 1);
  return LOOKED_THROUGH.test(name) && isSilent(part) ? part : null;
}

/** Null where it is in another encoding than nearly every program's, in which nothing would be found. */
function textOf(part: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    return null;
  }
}

const isSilent = (part: Uint8Array): boolean =>
  pictureTells(part).length === 0 &&
  ['Exif\0\0', 'xmpmeta', OLD_BOX].every((mark) => indexOf(part, mark) < 0);
