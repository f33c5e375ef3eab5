import { foldForIndex, foldPart, isShort } from '@dayaq/locale/fold';

/** What stands between the texts of a card's words. */
const BETWEEN = ' · ';
/** Characters. In a longer text each word is kept once: the index does not ask how often, and each time costs. */
const LONG = 20_000;

/**
 * A dossier's words as search keeps them. Folding costs more than all else of a large dossier, so each text in it is folded
 * once.
 * @param known texts that were folded before; afterwards those of this dossier and no others
 */
export function foldDossier(text: string, known: Map<string, string>): string {
  if (isShort(text)) return foldForIndex(text);
  const before = new Map(known);
  known.clear();
  for (const piece of text.split(BETWEEN))
    if (!known.has(piece)) known.set(piece, before.get(piece) ?? foldPart(piece));
  if (text.length < LONG) return [...known.values()].join(' ');
  const words = new Set<string>();
  for (const folded of known.values()) for (const word of folded.split(' ')) words.add(word);
  return [...words].join(' ');
}

/** Tells one text from another (53 bits): whether a dossier's words are what the index holds. */
export function fingerprint(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return 0x100000000 * (0x1fffff & b) + (a >>> 0);
}
