/** Groups that say who, when and with what; not shown to whoever reads the text. */
const ABOUT =
  /^\{\s*(?:\\\*\s*)?\\(?:info|userprops|generator|rsidtbl|revtbl|template|atnauthor|atnid|atndate|atntime|xmlnstbl|datastore|themedata|private|company|passwordhash|docvar)(?![a-z])/;
/** Pictures and objects keep what they say in a coding of their own; bytes of a length that is said are no text. */
const NOT_LOOKED_INTO = /\\(?:jpegblip|pngblip|objdata|bin-?\d)/;
/** Who deleted or changed a run of text, and when. */
const CHANGES = /\\(?:revauth|revdttm|revauthdel|revdttmdel|crauth|crdate)-?\d+ ?/g;

/**
 * The same text of RTF without its author, who changed it, when and with what. Null where it is none, is damaged, or has pictures
 * or objects inside, which may say more.
 */
export function cleanRtf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const text = asText(bytes);
  if (!text.startsWith('{\\rtf') || NOT_LOOKED_INTO.test(text)) return null;
  let clean = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (sign === '{' && ABOUT.test(text.slice(at, at + 40))) {
      const end = endOfGroup(text, at);
      if (end === null) return null;
      at = end;
      continue;
    }
    if (sign === '\\') {
      clean += sign + (text[at + 1] ?? '');
      at += 1;
      continue;
    }
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    clean += sign;
    // What stands behind the text's own end belongs to nothing that one reads.
    if (depth === 0) return asBytes(clean.replace(CHANGES, ''));
  }
  return null;
}

/** Where the group that begins here ends; null where it does not. */
function endOfGroup(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return null;
}

const STEP = 8192;

/** A letter a byte: browsers read "latin1" as windows-1252, which would not come back the same. */
function asText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return text;
}

const asBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
