import { allVowels } from './open-vowels.ts';
import type { Doubt, Heard } from './sound.ts';

/** No name takes more places in the index than this, beside its first. */
const MOST = 11;

/** The other spellings under which the name just heard may be sought. */
export function spellings(heard: Heard): string[] {
  const word = heard.word();
  const found: string[] = [];
  const add = (spelling: string): void => {
    if (found.length < MOST && spelling !== word && !found.includes(spelling)) found.push(spelling);
  };
  for (const choice of choices(heard.doubts)) {
    const spelling = choice === 0 ? word : respell(word, heard.doubts, choice);
    add(spelling);
    if (heard.schwa) add(allVowels(spelling, 'e'));
    else vowelSpellings(spelling, add);
  }
  return found;
}

/** Bit n chooses the other reading of doubt n. Up to three doubts: every combination; more: what transliterators do. */
function choices(doubts: readonly Doubt[]): number[] {
  const count = Math.min(doubts.length, 16);
  const all = (1 << count) - 1;
  if (count <= 3) return Array.from({ length: all + 1 }, (_, choice) => choice);
  let schwas = 0;
  for (let n = 0; n < count; n += 1) if (doubts[n]?.schwa) schwas |= 1 << n;
  const firstSchwa = schwas & -schwas;
  return [0, schwas, firstSchwa, all, all & ~schwas, (all & ~schwas) | firstSchwa];
}

function respell(word: string, doubts: readonly Doubt[], choice: number): string {
  let spelling = '';
  let done = 0;
  for (let n = 0; n < doubts.length; n += 1) {
    const doubt = doubts[n] as Doubt;
    if ((choice & (1 << n)) === 0 || doubt.at < done) continue;
    // Doubled letters are one here as well.
    const doubled = doubt.at > done && word[doubt.at - 1] === doubt.other[0];
    spelling += word.slice(done, doubled ? doubt.at - 1 : doubt.at) + doubt.other;
    done = doubt.at + doubt.length;
  }
  return spelling + word.slice(done);
}

/** Without ə in sight, an a or e may still be one: Фархад is Fərhad. */
function vowelSpellings(word: string, add: (spelling: string) => void): void {
  let first = -1;
  let second = -1;
  let count = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at);
    if (letter !== 0x61 && letter !== 0x65) continue;
    if (count === 0) first = at;
    else if (count === 1) second = at;
    count += 1;
  }
  if (count === 0) return;
  add(allVowels(word, 'e'));
  add(allVowels(word, 'a'));
  if (count > 1) add(swapped(word, first));
  if (count === 2) add(swapped(word, second));
}

function swapped(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at] === 'a' ? 'e' : 'a'}${word.slice(at + 1)}`;
}
