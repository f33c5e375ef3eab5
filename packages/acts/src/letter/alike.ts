import type { Id } from '@dayaq/vault/client';

/** A letter by its words, as a list tells them. */
export interface Worded {
  readonly id: Id;
  readonly words: string;
}

/** Letters that say nearly the same, the first of them as it stands. */
export interface AlikeLetters {
  readonly sample: string;
  readonly ids: readonly Id[];
}

/** Hashes by which two texts are compared, taken two by two: texts that share half of their pairs of words are nearly always found. */
const HASHES = 32;
const BAND = 2;
/** Share of equal hashes from which on two letters are alike. */
const ALIKE = 0.5;
/** Words of a letter that are looked at. */
const MOST_WORDS = 400;
/** Fewer are no flood. */
const LEAST = 3;

const SEEDS = Array.from({ length: HASHES }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 1);

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Pairs of neighbouring words, without case and marks; a number counts as any other number. */
function pairsOf(words: string): number[] {
  const plain = words.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  const found = (plain.match(/\p{L}+|\p{N}+/gu) ?? []).slice(0, MOST_WORDS);
  const told = found.map((word) => (/^\p{N}/u.test(word) ? '#' : word));
  if (told.length < 2) return told.map(hash);
  return told.slice(1).map((word, i) => hash(`${told[i]} ${word}`));
}

/** Of each of a family of orders the first pair: two texts agree in as many of them as they share of their pairs. */
function signatureOf(words: string): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffff_ffff);
  for (const pair of new Set(pairsOf(words)))
    for (let i = 0; i < HASHES; i++) {
      const mixed = Math.imul(pair ^ (pair >>> 15), SEEDS[i] as number);
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < (signature[i] as number)) signature[i] = value;
    }
  return signature;
}

function isAlike(a: Uint32Array, b: Uint32Array): boolean {
  let equal = 0;
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) equal++;
  return equal >= HASHES * ALIKE;
}

/**
 * Gathers letters that say nearly the same, the largest group first, so that a flood is put away in few presses and what is unlike all
 * else is read. By words alone: what is no copy stays by itself, whatever it says. In time linear in their number.
 */
export function alikeLetters(letters: readonly Worded[]): AlikeLetters[] {
  const groups: { first: Uint32Array; sample: string; ids: Id[] }[] = [];
  const found = new Map<string, number>();
  for (const { id, words } of letters) {
    const signature = signatureOf(words);
    const names = Array.from(
      { length: HASHES / BAND },
      (_, band) => `${band} ${signature.subarray(band * BAND, (band + 1) * BAND).join(' ')}`,
    );
    const near = names
      .map((name) => found.get(name))
      .find((at) => {
        const group = at === undefined ? undefined : groups[at];
        return group !== undefined && isAlike(group.first, signature);
      });
    const at = near ?? groups.push({ first: signature, sample: words, ids: [] }) - 1;
    groups[at]?.ids.push(id);
    for (const name of names) if (!found.has(name)) found.set(name, at);
  }
  return groups
    .filter(({ ids }) => ids.length >= LEAST)
    .sort((a, b) => b.ids.length - a.ids.length)
    .map(({ sample, ids }) => ({ sample, ids }));
}
