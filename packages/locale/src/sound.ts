import { KEPT, SILENT, lowerAt, secondAt, soundAt } from './fold-table.ts';

/**
 * One word as it sounds, in plain Latin letters: the same for Алиев, Aliyev and Aliev; Шахин, Şahin and Shahin; Лейла,
 * Leyla and Leila. Rules work on what was written so far, so they hold for every alphabet alike:
 * sh ch gh → s c g, kh → h, zh and dzh → j, doubled letters are one, and y is said only where all spellings have it.
 */

const A = 0x61;
const C = 0x63;
const D = 0x64;
const E = 0x65;
const G = 0x67;
const H = 0x68;
const I = 0x69;
const J = 0x6a;
const K = 0x6b;
const O = 0x6f;
const S = 0x73;
const U = 0x75;
const X = 0x78;
const Y = 0x79;
const Z = 0x7a;
const LAST_DIGIT = 0x39;
const CYRILLIC_GHE = 0x433;
const CYRILLIC_ZHE = 0x436;
const SCHWA = 0x259;
const CYRILLIC_SCHWA = 0x4d9;

/** Longer words are cut: nobody types so far, and it bounds the work. */
const LONGEST = 64;
/** Readings are chosen by the bits of a number. */
const MOST_DOUBTS = 16;
const heard: number[] = [];
let pendingY = false;

const isVowel = (code: number): boolean => code === A || code === E || code === I || code === O || code === U;

export interface Sounded {
  text: string;
  /** How many letters have a second reading; bit n of `readings` chooses it for the n-th. */
  doubtful: number;
  /** The bits that are ə: its second reading is a. */
  schwas: number;
}

/**
 * @param readings bit n set: the second reading of the n-th doubtful letter
 * @param unfinished the word is still being typed: a last y may become several things, so it is left out
 */
export function soundOf(text: string, start: number, end: number, readings: number, unfinished: boolean): Sounded {
  heard.length = 0;
  pendingY = false;
  let doubtful = 0;
  let schwas = 0;
  const stop = Math.min(end, start + LONGEST);
  for (let at = start; at < stop; at += 1) {
    const sound = soundAt(text, at);
    if (sound === SILENT) continue;
    if (sound === KEPT) {
      settleY(false);
      heard.push(lowerAt(text, at));
      continue;
    }
    const second = secondAt(text, at);
    if (second !== 0 && doubtful < MOST_DOUBTS && isDoubtful(text, at, stop)) {
      const lower = lowerAt(text, at);
      if (lower === SCHWA || lower === CYRILLIC_SCHWA) schwas |= 1 << doubtful;
      const chosen = (readings & (1 << doubtful)) !== 0;
      doubtful += 1;
      if (chosen) {
        saySecond(second, lower);
        continue;
      }
    }
    say(sound & 0xff);
    if (sound > 0xff) say(sound >> 8);
  }
  if (!unfinished) settleY(false);
  return { text: String.fromCharCode(...heard), doubtful, schwas };
}

const lastHeard = (): number => heard[heard.length - 1] ?? 0;

/** г and h count before a vowel (and not in sh, ch, kh, gh, zh), ж only in дж, c not in ch, s only in ks. */
function isDoubtful(text: string, at: number, stop: number): boolean {
  const sound = soundAt(text, at);
  const next = at + 1 < stop ? soundAt(text, at + 1) & 0xff : 0;
  const last = lastHeard();
  switch (lowerAt(text, at)) {
    case H:
      return isVowel(next) && last !== S && last !== C && last !== K && last !== G && last !== Z;
    case CYRILLIC_GHE:
      return isVowel(next) || next === Y;
    case CYRILLIC_ZHE:
      return last === D;
    case C:
      return next !== H;
    default:
      return sound !== S || last === K;
  }
}

function saySecond(second: number, lower: number): void {
  const last = lastHeard();
  if ((second === C && last === D) || (second === H && last === K)) heard.pop();
  say(second);
  if (lower === X) say(S);
}

function say(code: number): void {
  if (code === Y) {
    pendingY = true;
    return;
  }
  // Artyom, Fyodor: after a consonant "yo" is ё, which is mostly written е.
  const yo = code === O && pendingY && lastHeard() !== 0 && !isVowel(lastHeard());
  settleY(isVowel(code), code);
  put(yo ? E : code);
}

/** y stays between vowels and at the start (Yusif, Maya), but not by e or after i (Agaev, Elena, Maria); else it is i. */
function settleY(beforeVowel: boolean, next = 0): void {
  if (!pendingY) return;
  pendingY = false;
  const last = lastHeard();
  if (last === I) return;
  if (!beforeVowel) put(I);
  else if (next !== E && (last === 0 || isVowel(last))) put(Y);
}

function put(code: number): void {
  const last = lastHeard();
  if (code === last && code > LAST_DIGIT) return;
  if (code === H) {
    if (last === S || last === C || last === G) return;
    if (last === K || last === Z) {
      heard.pop();
      put(last === K ? H : J);
      return;
    }
  }
  if (code === J && last === D) {
    heard.pop();
    put(J);
    return;
  }
  heard.push(code);
}
