/** Letters of one alphabet that look like those of another. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    ә: 'ə',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
  },
  ...{ р: 'p', с: 'c', ѕ: 's', т: 't', у: 'y', ү: 'y', х: 'x', ԁ: 'd', ӏ: 'l', ı: 'i' },
};

/** How a text looks: in small letters, those of other alphabets as the Latin ones that they are taken for. */
export function looksLike(text: string): string {
  return [...text.toLowerCase()].map((letter) => LOOKS[letter] ?? letter).join('');
}

/**
 * A code such as `K7Q-2MX` that was typed on another alphabet's keyboard, as it was meant; null for what is no such code. Only
 * what has digits, or is three signs, a line and three signs, is taken for one.
 */
export function codeMeant(typed: string): string | null {
  if (!/\p{Script=Cyrillic}/u.test(typed)) return null;
  if (!/\d/.test(typed) && !/^\p{L}{3}[-\u2010\u2011]\p{L}{3}$/u.test(typed)) return null;
  const meant = looksLike(typed);
  return /^[a-z\d\-\u2010\u2011]+$/.test(meant) ? meant : null;
}
