import { KEPT, SEPARATOR, SILENT, lowerAt, secondReadingAt, soundAt } from './fold-table.ts';

/**
 * Words as they sound, in plain Latin letters: the same for Алиев, Aliyev and Aliev; Шахин, Şahin and Shahin; Лейла,
 * Leyla and Leila. The rules look at what was written so far and not at the source, so they hold for every alphabet
 * alike: sh ch gh → s c g, kh → h, zh and dzh → j, doubled letters are one, and y stays only where all spellings say it.
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
const Y = 0x79;
const Z = 0x7a;
const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const CYRILLIC_GHE = 0x433;
const CYRILLIC_KA = 0x43a;
const CYRILLIC_ZHE = 0x436;

const isVowel = (code: number): boolean => code === A || code === E || code === I || code === O || code === U;

/** Letters that a source letter may become, at most; the buffer grows by it. */
const WIDEST = 2;

/** A letter of the word just heard that another alphabet may write otherwise. */
export interface Doubt {
  /** Counted from the word's beginning. */
  at: number;
  /** How many letters it is now. */
  length: number;
  /** What it may be instead. */
  other: string;
  schwa: boolean;
}

export class Heard {
  #buffer = new Uint16Array(1024);
  #size = 0;
  #wordStart = 0;
  #pendingY = false;
  /** Of the last word. */
  readonly doubts: Doubt[] = [];
  /** The last word has an ə. */
  schwa = false;
  /** The last word has digits, and was taken down as it is, in lower case. */
  digits = false;
  /** The last word has at least one letter that says something. */
  spoken = false;

  clear(): void {
    this.#size = 0;
  }

  /** Everything heard, words separated by spaces. */
  text(): string {
    return this.#slice(0);
  }

  /** The last word. */
  word(): string {
    return this.#slice(this.#wordStart);
  }

  /** Adds a word that is ready. */
  add(word: string): void {
    this.#begin(word.length);
    for (let at = 0; at < word.length; at += 1) this.#buffer[this.#size++] = word.charCodeAt(at);
  }

  /**
   * Hears the word that begins at `start` and gives the index after it.
   * @param unfinished the word is still being typed: a last y may become several things, so it is left out
   */
  hear(text: string, start: number, unfinished: boolean): number {
    this.#begin(WIDEST * (text.length - start));
    this.#pendingY = false;
    this.doubts.length = 0;
    this.schwa = false;
    this.digits = false;
    this.spoken = false;
    let at = start;
    for (; at < text.length; at += 1) {
      const sound = soundAt(text, at);
      if (sound === SEPARATOR) break;
      if (sound === SILENT) continue;
      this.spoken = true;
      if (sound >= ZERO && sound <= NINE) return this.#takeDown(text, start);
      if (sound === KEPT) {
        this.#settleY(0);
        this.#buffer[this.#size++] = lowerAt(text, at);
        continue;
      }
      this.#doubt(text, at, sound);
      this.#say(sound & 0xff);
      if (sound > 0xff) this.#say(sound >> 8);
    }
    if (!unfinished) this.#settleY(0);
    if (!this.spoken) this.#size = Math.max(0, this.#wordStart - 1);
    return at;
  }

  /** A word with digits stays as it is: AA7 is not A7. */
  #takeDown(text: string, start: number): number {
    this.digits = true;
    this.schwa = false;
    this.doubts.length = 0;
    this.#size = this.#wordStart;
    let at = start;
    for (; at < text.length; at += 1) {
      const sound = soundAt(text, at);
      if (sound === SEPARATOR) break;
      if (sound !== SILENT) this.#buffer[this.#size++] = lowerAt(text, at);
    }
    return at;
  }

  #begin(room: number): void {
    if (this.#size + room + 1 > this.#buffer.length) {
      const wider = new Uint16Array(2 * (this.#size + room + 1));
      wider.set(this.#buffer);
      this.#buffer = wider;
    }
    if (this.#size > 0) this.#buffer[this.#size++] = SPACE;
    this.#wordStart = this.#size;
  }

  #slice(start: number): string {
    let text = '';
    for (let at = start; at < this.#size; at += 4096)
      text += Reflect.apply(
        String.fromCharCode,
        null,
        this.#buffer.subarray(at, Math.min(this.#size, at + 4096)),
      );
    return text;
  }

  get #last(): number {
    return this.#size > this.#wordStart ? (this.#buffer[this.#size - 1] ?? 0) : 0;
  }

  /** Notes the other reading of a letter about to be said, where there is one. */
  #doubt(text: string, at: number, sound: number): void {
    const second = secondReadingAt(text, at);
    if (second === '') return;
    const last = this.#last;
    const next = at + 1 < text.length ? soundAt(text, at + 1) & 0xff : 0;
    const place = this.#size - this.#wordStart;
    switch (sound) {
      case E:
        this.schwa = true;
        // Yəhya: the y falls away before e, and not before a.
        this.#note(
          place,
          this.#pendingY && last !== I && (last === 0 || isVowel(last)) ? `y${second}` : second,
          true,
        );
        return;
      case C:
        if (next !== H) this.#note(place, second, false);
        return;
      case J:
        if (lowerAt(text, at) !== CYRILLIC_ZHE || last === D)
          this.#note(last === D ? place - 1 : place, second, false);
        return;
      case G:
        if (lowerAt(text, at) !== CYRILLIC_GHE || isVowel(next) || next === Y)
          this.#note(place, second, false);
        return;
      case H:
        // x and х are always in doubt; h before a vowel, though not in sh, ch, gh, zh.
        if (second.length > 1) this.#note(place, second, false);
        else if (last === K) this.#note(place - 1, 'kh', false);
        else if (isVowel(next) && last !== S && last !== C && last !== G && last !== Z)
          this.#note(place, second, false);
        return;
      case S:
        if (last === K) this.doubts.push({ at: place - 1, length: 2, other: second, schwa: false });
        return;
      case K:
        if (lowerAt(text, at) !== CYRILLIC_KA || (place === 0 && isVowel(next)))
          this.#note(place, second, false);
        return;
      default:
        this.#note(place, second, false);
    }
  }

  #note(at: number, other: string, schwa: boolean): void {
    this.doubts.push({ at, length: 1, other, schwa });
  }

  #say(code: number): void {
    if (code === Y) {
      this.#pendingY = true;
      return;
    }
    if (this.#pendingY) {
      // Artyom, Fyodor: after a consonant "yo" is ё, which is mostly written е.
      const yo = code === O && this.#last !== 0 && !isVowel(this.#last);
      this.#settleY(code);
      this.#put(yo ? E : code);
      return;
    }
    this.#put(code);
  }

  /** y stays between vowels and at the start (Yusif, Maya), but not by e or i (Agaev, Elena, Mikail, Maria); else it is i. */
  #settleY(next: number): void {
    if (!this.#pendingY) return;
    this.#pendingY = false;
    const last = this.#last;
    if (last === I) return;
    if (!isVowel(next)) this.#put(I);
    else if (next !== E && next !== I && (last === 0 || isVowel(last))) this.#put(Y);
  }

  #put(code: number): void {
    const last = this.#last;
    if (code === last) return;
    if (code === H) {
      if (last === S || last === C || last === G) return;
      if (last === K || last === Z) {
        this.#size -= 1;
        this.#put(last === K ? H : J);
        return;
      }
    }
    if (code === J && last === D) {
      this.#size -= 1;
      this.#put(J);
      return;
    }
    this.#buffer[this.#size++] = code;
  }
}
