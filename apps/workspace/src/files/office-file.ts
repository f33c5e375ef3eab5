import { unzipSync, type Zippable } from 'fflate';
import { zipped } from './zipped.ts';
import type { Tell } from './hidden-data.ts';

/** Bytes that a document may unpack to: more is no letter, and would fill a phone. */
const LARGEST = 200 * 1024 * 1024;
/** Where office programs write who, when and with what: Word, Excel and OpenDocument. */
const ABOUT = /^(?:docProps\/(?:core|app|custom)\.xml|meta\.xml)$/;
/** A small picture of the first page as it once was. */
const THUMBNAIL = /^(?:docProps\/thumbnail\.|Thumbnails\/)/;
const XML = /\.(?:xml|rels)$/;

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

const MARKS: Record<'author' | 'time' | 'device', RegExp> = {
  author: /<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Company|Manager)>[^<]/,
  time: /<(?:dcterms:(?:created|modified)|meta:creation-date|dc:date)[^>]*>[^<]/,
  device: /<(?:Application|meta:generator)>[^<]/,
};

/** What an office document says of who wrote it, when and with what. Documents of before 2007 are not looked into. */
export function officeTells(bytes: Uint8Array): Tell[] {
  const parts = partsOf(bytes, (name) => ABOUT.test(name));
  if (parts === null) return [];
  const text = Object.values(parts)
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
  return (['device', 'author', 'time'] as const).filter((tell) => MARKS[tell].test(text));
}

/**
 * The same document without who wrote and changed it, when, with which program and from which folder. What is written in it,
 * comments, changes and pictures, stays. Null where it is no document that can be cleaned.
 */
export function cleanOffice(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const parts = partsOf(bytes, () => true);
  if (parts === null) return null;
  const isOffice = '[Content_Types].xml' in parts || 'META-INF/manifest.xml' in parts;
  // What is locked or signed by another program would not open any more.
  const isLocked = 'EncryptedPackage' in parts || 'META-INF/documentsignatures.xml' in parts;
  if (!isOffice || isLocked) return null;
  const clean: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    if (THUMBNAIL.test(name)) continue;
    clean[name] = XML.test(name)
      ? new TextEncoder().encode(cleanXml(name, new TextDecoder().decode(part)))
      : // OpenDocument is known by this part, which is never packed.
        [part, { level: name === 'mimetype' ? 0 : 6 }];
  }
  return zipped(clean);
}

function cleanXml(name: string, xml: string): string {
  if (ABOUT.test(name)) return xml.replace(/>[^<>]+</g, '><');
  return (
    xml
      // Who commented and changed, and when; the folder in which it lay.
      .replace(/((?:w|w15|x15ac|xr):(?:author|initials|userId|providerId|presenceInfo))="[^"]*"/g, '$1=""')
      .replace(/ w:date="[^"]*"/g, '')
      .replace(/<author>[^<]*<\/author>/g, '<author></author>')
      .replace(/(<dc:creator>|<meta:creator-initials>)[^<]*/g, '$1')
      .replace(
        /<(?:mc:AlternateContent)[^>]*><mc:Choice Requires="x15"><x15ac:absPath.*?<\/mc:AlternateContent>/gs,
        '',
      )
      .replace(/<Relationship [^>]*thumbnail[^>]*\/>/g, '')
      .replace(/<manifest:file-entry [^>]*Thumbnails[^>]*\/>/g, '')
  );
}
