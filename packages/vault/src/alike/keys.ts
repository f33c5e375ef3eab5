import type { Known } from '@dayaq/domain';
import { fingerprint } from '../folded.ts';
import { wordsOfName } from './names.ts';

/**
 * Numbers that two people have in common who may be one: each is looked at beside those who share one with them, and beside
 * nobody else. Narrow keys (not negative) are shared by few, and all pairs are found by them; wide ones (negative) serve a single
 * question.
 */
export function keysOf(known: Known): number[] {
  const bones = wordsOfName(known.name).map((word) => word.bones);
  const narrow = new Set<string>();
  for (const number of known.telephones) narrow.add(`t ${number}`);
  if (known.number !== '') narrow.add(`o ${known.number.toLowerCase()}`);
  for (const [i, one] of bones.entries()) {
    for (const other of bones.slice(i + 1)) narrow.add(`n ${[one, other].sort().join(' ')}`);
    if (bones.length > 1 && known.area !== '') narrow.add(`p ${one} ${known.area}`);
    if (known.born !== null && known.born[0] === known.born[1]) narrow.add(`y ${one} ${known.born[0]}`);
  }
  if (known.area !== '') for (const [day] of known.acts) narrow.add(`d ${day} ${known.area}`);
  const wide = new Set(bones.map((one) => `w ${one}`));
  return [...[...narrow].map(fingerprint), ...[...wide].map((key) => -1 - fingerprint(key))];
}

/** Narrow keys lie between 0 and this. */
export const LAST_KEY = Number.MAX_SAFE_INTEGER;
export const isNarrow = (key: number): boolean => key >= 0;
