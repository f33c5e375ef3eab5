import type { Language } from './language.ts';

/**
 * Alphabetical order without `Intl`. Letters in one cell differ only when all else is equal (ё is sorted with е in
 * Russian, and stands after it in Tajik). Letters that a language does not have stand where its readers would look.
 */
const LATIN = 'a b c d eə f g h iı j k l m n o p q r s t u v w x y z';
const ALPHABETS: Readonly<Record<Language, readonly string[]>> = {
  az: ['a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z', cyrillic('её', 'иӣ')],
  ru: [cyrillic('её', 'иӣ'), LATIN],
  en: [LATIN, cyrillic('её', 'иӣ')],
  tg: [cyrillic('е ё', 'и ӣ'), LATIN],
};

function cyrillic(ye: string, i: string): string {
  return `а ә б в г ғ ґ д ${ye} є ж з ${i} і ї й ј к қ ҝ л м н о ө п р с т у ӯ ү ў ф х ҳ һ ц ч ҷ ҹ ш щ ъ ы ь э ю я`;
}

const END_OF_LEVEL = '\u0001';
const SPACE = ' ';
const SYMBOL = '!';
const NUMBER = '0';
const LONGEST_NUMBER = 32;
const FIRST_LETTER = 0x41;
/** Letters of no alphabet here come after all others, in the order of their codes. */
const OTHER_LETTERS = 0x250;
/** Said nowhere, so it does not count: O'Hara, Əli-zadə. */
const IGNORED = /['‘’ʼ`´\u00ad\u2010\u2011-]/;

interface Weight {
  primary: string;
  /** Place inside a cell. */
  secondary: string;
}
type Weights = ReadonlyMap<string, Weight>;

const made = new Map<Language, Weights>();

function weightsOf(language: Language): Weights {
  const ready = made.get(language);
  if (ready !== undefined) return ready;
  const weights = new Map<string, Weight>();
  ALPHABETS[language]
    .join(' ')
    .split(' ')
    .forEach((cell, place) => {
      [...cell].forEach((letter, inside) => {
        weights.set(letter, {
          primary: String.fromCharCode(FIRST_LETTER + place),
          secondary: String(inside + 1),
        });
      });
    });
  made.set(language, weights);
  return weights;
}

/**
 * A text that, compared code by code (also as UTF-8, by a database), puts texts into alphabetical order: first letters,
 * then marks, then small before capital. Runs of digits count as numbers: "2" before "10".
 */
export function sortKey(language: Language, text: string): string {
  const weights = weightsOf(language);
  let primary = '';
  let secondary = '';
  let tertiary = '';
  const source = text.normalize('NFC');
  for (let at = 0; at < source.length; ) {
    if (isDigit(source, at)) {
      const start = at;
      while (isDigit(source, at) && at - start < LONGEST_NUMBER) at += 1;
      const number = source.slice(start, at).replace(/^0+(?=\d)/, '');
      primary += NUMBER + String.fromCharCode(0x30 + number.length) + number;
      continue;
    }
    const letter = source.charAt(at);
    at += 1;
    if (IGNORED.test(letter)) continue;
    const lower = lowerCase(language, letter);
    const weight = weightOf(weights, lower);
    primary += weight.primary;
    if (weight.secondary === '') continue;
    secondary += weight.secondary;
    tertiary += lower === letter ? '1' : '2';
  }
  return primary + END_OF_LEVEL + trimmed(secondary) + END_OF_LEVEL + trimmed(tertiary);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Ends of plain letters say nothing: "1" is the least. */
const trimmed = (level: string): string => level.replace(/1+$/, '');

function lowerCase(language: Language, letter: string): string {
  if (letter === 'İ') return 'i';
  if (letter === 'I' && language === 'az') return 'ı';
  return letter.toLowerCase();
}

function weightOf(weights: Weights, lower: string): Weight {
  const own = weights.get(lower);
  if (own !== undefined) return own;
  if (/\s/.test(lower)) return { primary: SPACE, secondary: '' };
  const [base = '', mark = ''] = lower.normalize('NFD');
  const marked = weights.get(base);
  // Letters with a mark stand with the bare letter: é with e.
  if (marked !== undefined) return { primary: marked.primary, secondary: mark === '' ? '1' : mark };
  if (!/[\p{L}\p{N}\ud800-\udfff]/u.test(lower)) return { primary: SYMBOL, secondary: '' };
  return {
    primary: lower.charCodeAt(0) >= OTHER_LETTERS ? lower : String.fromCharCode(OTHER_LETTERS),
    secondary: '1',
  };
}

/** Compares two texts as the language's dictionary would; sort long lists by `sortKey` instead, made once for each. */
export function compareText(language: Language): (a: string, b: string) => number {
  return (a, b) => {
    const [first, second] = [sortKey(language, a), sortKey(language, b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
