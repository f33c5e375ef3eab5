/**
 * One letter of any alphabet that our people type, as it sounds, in plain Latin letters. Azerbaijani (Latin, and the
 * Cyrillic of before 2001), Russian, Tajik, English spellings of all of them, and every accented Latin letter.
 */

/** At this code and above a letter is looked up the slow way. */
const TABLE_SIZE = 0x530;

/** Not part of a word. */
export const SEPARATOR = 0;
/** Part of a word, but silent: apostrophes, hard and soft sign, combining marks. */
export const SILENT = 0xffff;
/** A letter that we know nothing about: kept, in lower case. */
export const KEPT = 0xfffe;

/**
 * What a letter gives: up to two ASCII codes, the first in the low byte. `e` for ə is one of its two readings.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  // Azerbaijani
  ə: 'e',
  ı: 'i',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ü: 'u',
  x: 'h',
  q: 'g',
  w: 'v',
  // Russian
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'c',
  ш: 's',
  щ: 'sc',
  ы: 'i',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  // Tajik
  ғ: 'g',
  ӣ: 'i',
  қ: 'k',
  ӯ: 'u',
  ҳ: 'h',
  ҷ: 'c', // typed as ч where the keyboard is Russian
  // Azerbaijani in Cyrillic, and neighbours
  ә: 'e',
  ө: 'o',
  ү: 'u',
  һ: 'h',
  ҹ: 'c',
  ҝ: 'g',
  ј: 'y',
  і: 'i',
  ї: 'yi',
  є: 'e',
  ў: 'u',
  ґ: 'g',
  ң: 'n',
  ұ: 'u',
  // Latin letters that are not a letter with a mark
  ß: 'ss',
  æ: 'e',
  œ: 'e',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 't',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * Another sound by which a letter of a name is written when the name changes alphabets. `sound.ts` says where each one
 * counts.
 */
const SECOND_READINGS: Readonly<Record<string, string>> = {
  ə: 'a', // Əliyev: Aliyev beside Eliyev
  ә: 'a',
  c: 'j', // Cavid: Javid, Джавид
  j: 'c',
  ж: 'c',
  ҷ: 'j',
  ҹ: 'j',
  h: 'g', // Həsən: Гасан
  г: 'h',
  х: 'kh', // Михаил, while only Mik of Mikhail is typed
  q: 'k', // Qasımov: Касумов
  к: 'g', // Карабах: Qarabağ
  қ: 'g', // Қурбонов: Qurbonov
  x: 'ks', // Alexey: Алексей
  s: 'h',
  с: 'h',
  ӯ: 'o', // Рӯзӣ: Rozi
};

/** By code: what the letter sounds like, in the packing of `SOUNDS`, or one of the three marks above. */
const SOUND = new Uint16Array(TABLE_SIZE);
const LOWER = new Uint16Array(TABLE_SIZE);
const SECOND: string[] = [];

const pack = (sound: string): number => sound.charCodeAt(0) | ((sound.charCodeAt(1) || 0) << 8);

for (let code = 0; code < TABLE_SIZE; code += 1) {
  const lower = lowerCase(String.fromCharCode(code));
  LOWER[code] = lower.charCodeAt(0);
  SOUND[code] = soundOfLetter(lower);
  SECOND[code] = SECOND_READINGS[lower] ?? '';
}

/** `İ` loses its dot: it is the letter i. */
function lowerCase(letter: string): string {
  return letter === 'İ' ? 'i' : letter.toLowerCase();
}

function soundOfLetter(lower: string): number {
  if (/[\p{Mn}'\u2018\u2019ʻʼʹъь\u00ad\u200b-\u200d\ufeff]/u.test(lower) && !/[\u0900-\u1cff]/.test(lower))
    return SILENT;
  if (!/[\p{L}\p{N}\p{M}]/u.test(lower)) return SEPARATOR;
  const base = lower.normalize('NFKD').charAt(0);
  const sound = SOUNDS[lower] ?? SOUNDS[base] ?? (/[a-z0-9]/.test(base) ? base : undefined);
  return sound === undefined ? KEPT : pack(sound);
}

/** Letters beyond the table, as they turn up. */
const rare = new Map<number, number>();

/** The sound of the UTF-16 unit at `index`. Both halves of a letter beyond the basic plane are kept; emoji separate. */
export function soundAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < TABLE_SIZE) return SOUND[code] ?? SEPARATOR;
  if (code >= 0xd800 && code < 0xe000) return soundOfSurrogate(text, index, code);
  let sound = rare.get(code);
  if (sound === undefined) {
    sound = soundOfLetter(lowerCase(String.fromCharCode(code)));
    rare.set(code, sound);
  }
  return sound;
}

function soundOfSurrogate(text: string, index: number, code: number): number {
  const start = code < 0xdc00 ? index : index - 1;
  const letter = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return letter.length === 2 && /[\p{L}\p{N}]/u.test(letter) ? KEPT : SEPARATOR;
}

/** The unit at `index` in lower case. */
export function lowerAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < TABLE_SIZE ? (LOWER[code] ?? code) : lowerCase(text.charAt(index)).charCodeAt(0);
}

/** The other reading of the letter at `index`, empty where it has none. */
export function secondReadingAt(text: string, index: number): string {
  return SECOND[text.charCodeAt(index)] ?? '';
}
