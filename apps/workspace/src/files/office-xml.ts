/** Where office programs write who, when and with what: Word, Excel and OpenDocument. */
export const ABOUT = /^docProps\/(?:core|app|custom)\.xml$|(?:^|\/)meta\.xml$/;

/**
 * Parts that are left out whole: a small picture of a first page as it once was, older versions and the log of who changed what,
 * what a server of documents knows, the printer.
 */
export const BESIDE =
  /^(?:docProps\/thumbnail\.|Thumbnails\/|Versions\/|VersionList\.xml|customXml\/|docMetadata\/|xl\/revisions\/)|\/printerSettings\d*\.bin$/;

/** Elements that name a part, and the parts among these that were left out. */
const NAMES_A_PART = /^<(?:Relationship|Override|manifest:file-entry)\s/;
const LEFT_OUT = /thumbnail|customXml|docMetadata|printerSettings|revisions\/|Thumbnails|Version(?:s\/|List)/;

/** Elements that are left out with what stands in them: what a program kept for itself. */
const OWN = ['w:rsids', 'w:docVars', 'w:mailMerge'];
const OWN_ABOUT = ['meta:template', 'meta:user-defined', 'property'];
/** Elements that keep their place and lose their words: who wrote or changed something. */
const WORDLESS = ['author', 'dc:creator', 'meta:creator-initials', 'loext:sender-initials'];

/** Attributes that say who, when or in which sitting; some must stand there, the others go. */
const WHO =
  /^(?:(?:w|w15|xr):(?:author|initials|userId|providerId|presenceInfo)|displayName|userId|providerId|userName)$/;
const WHEN = /^(?:w:date|w16cex:dateUtc|w16du:dateUtc|dT|w:rsid\w*)$/;
/** A place on somebody's disk, with their name in it more often than not. */
const ON_A_DISK = /^(?:file:|[A-Za-z]:[\\/]|\\\\)/;
const LINKS = new Set(['Target', 'xlink:href']);

/**
 * A part of an office document without who, when, with what and from where; what is written in it stays. Goes over the text
 * tag by tag, so that a part made to take long takes no longer than any other.
 */
export function cleanXml(name: string, xml: string): string {
  const isAbout = ABOUT.test(name);
  let made = '';
  /** The element that is being left out. */
  let inside: string | null = null;
  let wordless = false;
  for (const [piece, tag] of piecesOf(xml)) {
    if (inside !== null) {
      if (tag === `/${inside}`) inside = null;
      continue;
    }
    if (tag === null) {
      if (!isAbout && !wordless) made += piece;
      continue;
    }
    wordless =
      WORDLESS.includes(tag) || (tag === 'config:config-item' && /"Printer(?:Name|Setup)"/.test(piece));
    if (tag === 'dc:date') wordless = true;
    if ((isAbout ? OWN_ABOUT : OWN).includes(tag)) {
      if (!piece.endsWith('/>')) inside = tag;
      continue;
    }
    if (tag === 'x15ac:absPath' || (NAMES_A_PART.test(piece) && LEFT_OUT.test(piece))) continue;
    made += cleanTag(piece, tag);
    if (tag === 'dc:date' && !isAbout) made += '1970-01-01T00:00:00';
  }
  return made;
}

/** Texts and tags in turn; a tag with its name, a text without. */
function* piecesOf(xml: string): Generator<readonly [piece: string, tag: string | null]> {
  for (let at = 0; at < xml.length; ) {
    const opens = xml.indexOf('<', at);
    if (opens !== at) yield [xml.slice(at, opens < 0 ? xml.length : opens), null];
    if (opens < 0) return;
    const isWords = xml.startsWith('<![CDATA[', opens);
    const closes = isWords ? xml.indexOf(']]>', opens) + 2 : xml.indexOf('>', opens);
    // Cut off: nothing of it is read by anybody.
    if (closes <= opens) return;
    const piece = xml.slice(opens, closes + 1);
    yield [piece, isWords ? null : (/^<(\/?[\w:.-]+)/.exec(piece)?.[1] ?? '')];
    at = closes + 1;
  }
}

function cleanTag(piece: string, tag: string): string {
  if (!piece.includes('=')) return piece;
  return piece.replace(
    /\s([\w:.-]+)=(?:"([^"]*)"|'([^']*)')/g,
    (said, attribute: string, twice?: string, once?: string) => {
      const value = twice ?? once ?? '';
      if (WHEN.test(attribute) || (tag === 'pageSetup' && attribute === 'r:id')) return '';
      if (WHO.test(attribute)) return ` ${attribute}=""`;
      if (ON_A_DISK.test(value)) return ` ${attribute}="${LINKS.has(attribute) ? 'file:///document' : ''}"`;
      return said;
    },
  );
}
