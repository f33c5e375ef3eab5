/**
 * Brings a word of any of the four languages to one spelling in plain Latin letters, so that Əliyev, Aliyev and Алиев
 * are one guess. Rougher than the search's folding on purpose: what it takes for the same only makes a guess likelier.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ü: 'u',
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
  й: 'i',
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
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
  ғ: 'g',
  ӣ: 'i',
  қ: 'k',
  ӯ: 'u',
  ҳ: 'h',
  ҷ: 'j',
};

/** Lower case, without marks, in Latin letters; everything that is no letter of these stays. */
export function plain(text: string): string {
  let made = '';
  for (const character of text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/i\u0307/gu, 'i')) {
    made += LETTERS[character] ?? character;
  }
  return made.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');
}

/** What several ways of writing one sound become; in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/gu, 's'],
  [/ch|ts/gu, 'c'],
  [/kh|x/gu, 'h'],
  [/gh|q/gu, 'g'],
  [/zh|dzh|dj/gu, 'j'],
  [/w/gu, 'v'],
  [/y/gu, 'i'],
  [/[ij]([aeou])/gu, '$1'],
  [/(.)\1+/gu, '$1'],
];

/** As `plain`, and spelt as it sounds. */
export function sounded(text: string): string {
  let made = plain(text);
  for (const [pattern, sound] of SOUNDS) made = made.replace(pattern, sound);
  return made;
}

const QWERTY = `qwertyuiop[]asdfghjkl;'zxcvbnm,.`;
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбю';
const AZERBAIJANI = 'qüertyuiopöğasdfghjklıəzxcvbnmçş';
const toQwerty = new Map<string, string>();
const toCyrillic = new Map<string, string>();
for (let i = 0; i < QWERTY.length; i++) {
  toQwerty.set(AZERBAIJANI[i] as string, QWERTY[i] as string);
  toQwerty.set(CYRILLIC[i] as string, QWERTY[i] as string);
  toCyrillic.set(QWERTY[i] as string, CYRILLIC[i] as string);
}

/** The keys of an English keyboard that the same fingers press: йцукен and qüerty are walks like qwerty. */
export function asQwerty(text: string): string {
  return [...text.toLowerCase()].map((character) => toQwerty.get(character) ?? character).join('');
}

/** The Cyrillic letters of the same keys: ghbdtn is привет with the wrong layout. */
export function asCyrillic(text: string): string {
  return [...text.toLowerCase()].map((character) => toCyrillic.get(character) ?? character).join('');
}
