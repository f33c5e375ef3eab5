import type { Known } from '@dayaq/domain';
import { fingerprint } from '../folded.ts';
import { wordsOfName } from './names.ts';

/** Years of birth that share a key, and so many such keys of one person at most: an age band is wide. */
const YEARS = 10;
const MOST_BANDS = 8;

/** Of one person, days by which they are looked for. */
const MOST_DAYS = 4;

/**
 * Numbers that two people have in common who may be one: each is looked at beside those who share one with them, and beside
 * nobody else. Narrow keys (not negative) are shared by few, and all pairs are found by them; wide ones (negative) serve a single
 * question.
 */
export function keysOf(known: Known): number[] {
  const bones = wordsOfName(known.name).map((word) => word.bones);
  const narrow = new Set<string>();
  for (const number of known.telephones) narrow.add(`t ${number}`);
  const year = known.born !== null && known.born[0] === known.born[1] ? known.born[0] : null;
  const days = [...new Set(known.acts.map(([day]) => day))].slice(0, MOST_DAYS);
  for (const [i, one] of bones.entries()) {
    for (const other of bones.slice(i + 1)) narrow.add(`n ${[one, other].sort().join(' ')}`);
    if (bones.length > 1 && known.area !== '') narrow.add(`p ${one} ${known.area}`);
    if (year !== null) narrow.add(`y ${one} ${year}`);
    for (const day of days) narrow.add(`m ${one} ${day}`);
  }
  // Of whom one word is known, that word with an age or a place that may agree: a first name alone is many people's.
  const [only] = bones;
  if (only !== undefined && bones.length === 1) {
    if (known.area !== '') narrow.add(`s ${only} ${known.area}`);
    for (const band of bandsOf(known.born)) narrow.add(`a ${only} ${band}`);
  }
  for (const day of days) {
    if (known.area !== '') narrow.add(`d ${day} ${known.area}`);
    if (year !== null) narrow.add(`b ${day} ${year}`);
  }
  const wide = new Set(bones.map((one) => `w ${one}`));
  const number = known.number === '' ? [] : [numberKey(known.number)];
  return [...number, ...[...narrow].map(fingerprint), ...[...wide].map((key) => -1 - fingerprint(key))];
}

/** The stretches of years in which somebody may have been born, and those next to them: people err by a year. */
function bandsOf(born: Known['born']): number[] {
  if (born === null) return [];
  const [first, last] = [Math.floor((born[0] - 1) / YEARS), Math.floor((born[1] + 1) / YEARS)];
  // Of somebody old, the years nearest to us.
  const from = Math.max(first, last - MOST_BANDS + 1);
  return Array.from({ length: last - from + 1 }, (_, i) => from + i);
}

/** The key of an old number. */
export const numberKey = (number: string): number => fingerprint(`o ${number.trim().toLowerCase()}`);

/** Narrow keys lie between 0 and this. */
export const LAST_KEY = Number.MAX_SAFE_INTEGER;
export const isNarrow = (key: number): boolean => key >= 0;
