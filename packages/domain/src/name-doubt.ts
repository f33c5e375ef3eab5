/**
 * What may make two words one name although they are not written alike: an ending that a sentence adds, a letter that looks like
 * another, an alphabet that is not compared here. Words come by their sound (`soundOf`) unless it says otherwise.
 */

/** Words that stand in any sentence, by their sound too short to be told from a name: en, az, ru, tg. */
export const EVERYDAY =
  'an and for of to in at on by no not my me we us our you the he him his she her it is are who any all one ' +
  'və bu o da də ki heç nə kim hər bir mən sən biz siz var yox ona onu çox ən ya nə ' +
  'из на не ни со ко по за от до для или но же мы вы он она они их его ему её ей мне мой я кто все это ' +
  'ва бо аз ба дар то ки ин ман ту мо шумо ҳар як на не ё';

/** Endings of Azerbaijani, Russian and Tajik behind a name. */
const ENDINGS = [
  /^(?:lar|gil)?(?:im|in|si|i|u)?(?:a|na|i|ni|u|nu|in|nin|un|nun|da|nda|dan|ndan|la|nla)?(?:dir|mi|du|mu)?$/u,
  /^(?:a|u|i|o|om|am|ami|ag|ov|im)$/u,
  /^(?:go|on|gon)?(?:i|am|at|as|amon|aton|ason)?(?:ro|i|u)?$/u,
];

/** Whether a word is a name with an ending; in Russian and Tajik an ending takes the place of a vowel. */
export function mayEndIn(word: string, name: string): boolean {
  if (word.startsWith(name) && ENDINGS.some((ending) => ending.test(word.slice(name.length)))) return true;
  const stem = /^.+(?=[aiou]$)/u.exec(name)?.[0];
  return (
    stem !== undefined && word.startsWith(stem) && /^(?:[aiou]|om|am|ami|ag)$/u.test(word.slice(stem.length))
  );
}

/** Letters and digits that look like a small Latin one. */
const LOOKS: Readonly<Record<string, string>> = Object.fromEntries(
  'a:аɑα b:вьβ c:сϲ d:ԁ e:еɛε h:нһҳη i:іιl1ї k:кκ m:м n:пη o:оοσ0ө p:рρ r:г s:ѕ t:тτ u:υцџ v:ѵν w:ԝшщω x:хҳχ y:уүұγ ə:әǝ j:ј q:ԛ g:ɡ'
    .split(' ')
    .flatMap((line) => [...line.slice(2)].map((letter) => [letter, line.slice(0, 1)])),
);

/** Letters and digits as they look, one space between words; whatever is invisible is left out. Of text as it was written. */
export function lookOf(words: string): string {
  return [...visible(words).normalize('NFKD').replace(/\p{M}/gu, '').replace(/[İIı]/gu, 'i').toLowerCase()]
    .map((letter) => LOOKS[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Text without signs that nobody sees. */
export const visible = (text: string): string => text.replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');

/** Whether some of it stands in an alphabet that is not compared with ours. Of text as it was written. */
export const isForeign = (text: string): boolean =>
  /(?![\p{Script=Latin}\p{Script=Cyrillic}])\p{L}/u.test(
    // Signs that only look like letters of ours are told by their look.
    [...text].filter((sign) => LOOKS[sign.toLowerCase()] === undefined && !/\p{Lm}/u.test(sign)).join(''),
  );
