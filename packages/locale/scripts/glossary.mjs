/**
 * The glossary: one thing, one name, in four languages. `glossary/<subject>.json` holds its terms by name:
 *
 *   is      the word in each language, or several
 *   said    keys of messages that are the name of the thing, and so must say its word in every language
 *   never   by language, words that mean the thing and are not its name. `*` at the end stands for any ending, `_` for one or more blanks; `^…$`: only
 *           where the message says nothing else. With `only`, just in messages whose key begins so
 *   except  keys (or their beginnings) of messages that may use such a word, each with its reason
 *   unread  no native reader has gone through the word yet
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from './catalogue.mjs';

/**
 * @typedef {{ is: Record<string, string | string[]>, said?: string[], never?: Record<string, (string | { word: string, only: string[] })[]>,
 *   except?: Record<string, string>, unread?: boolean }} Term
 * @typedef {Map<string, Term>} Glossary
 */

/** @returns {Glossary} */
export function readGlossary(folder) {
  const terms = new Map();
  if (!existsSync(folder)) return terms;
  for (const file of readdirSync(folder).sort())
    for (const [name, term] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
      if (terms.has(name)) throw new Error(`the glossary has two terms "${name}"`);
      terms.set(name, term);
    }
  return terms;
}

/**
 * What messages say against the glossary.
 * @param {import('./catalogue.mjs').Catalogue} catalogue
 * @param {Glossary} glossary
 * @returns {{ key: string, language?: string, text: string }[]}
 */
export function glossaryProblems(catalogue, glossary) {
  const problems = [];
  for (const language of LANGUAGES) {
    const readings = new Map(
      [...catalogue.messages.get(language)].map(([key, { tokens }]) => [
        key,
        lower(language, textOf(tokens)),
      ]),
    );
    for (const [name, term] of glossary) {
      problems.push(...unsaid(name, term, language, readings));
      problems.push(...twins(term, language, readings));
    }
  }
  for (const [name, { except = {} }] of glossary)
    for (const key of Object.keys(except))
      if (!catalogue.keys.some((one) => stands(one, key)))
        problems.push({ key, text: `is an exception of the glossary’s "${name}", and no message` });
  return problems;
}

function unsaid(name, term, language, readings) {
  const words = own(term, language).map((word) => lower(language, word));
  return (term.said ?? []).flatMap((key) => {
    const text = readings.get(key);
    if (text === undefined)
      return language === 'en' ? [{ key, text: `names the glossary’s "${name}", and is missing` }] : [];
    if (words.some((word) => text.includes(word))) return [];
    return [{ key, language, text: `does not say "${words[0]}", the word of the glossary` }];
  });
}

function twins(term, language, readings) {
  return (term.never?.[language] ?? []).flatMap((entry) => {
    const { word, only } = typeof entry === 'string' ? { word: entry } : entry;
    const twin = patternOf(lower(language, word));
    return [...readings].flatMap(([key, text]) => {
      if (only !== undefined && !only.some((beginning) => stands(key, beginning))) return [];
      if (Object.keys(term.except ?? {}).some((beginning) => stands(key, beginning))) return [];
      const found = twin.exec(text);
      if (found === null) return [];
      return [{ key, language, text: `says "${found[0].trim()}": the word is "${own(term, language)[0]}"` }];
    });
  });
}

/** Whether a key is the one that is named, or stands below it. */
function stands(key, beginning) {
  return key === beginning || key.startsWith(`${beginning}.`);
}

function own(term, language) {
  return [term.is[language]].flat();
}

function patternOf(word) {
  if (word.startsWith('^')) return new RegExp(word, 'u');
  const pattern = word
    .split(/([*_])/)
    .map((part) => {
      if (part === '*') return '[\\p{L}\\p{M}]*';
      return part === '_' ? '\\s+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`(?<![\\p{L}\\p{M}])${pattern}(?![\\p{L}\\p{M}])`, 'u');
}

function lower(language, text) {
  const letters = language === 'az' ? text.replaceAll('İ', 'i').replaceAll('I', 'ı') : text;
  return letters.toLowerCase();
}

/** What a reader sees: the cases of a plural one after the other, a value as a sign that no word holds. */
function textOf(tokens) {
  return tokens
    .map((token) => {
      if (token.type === 'content') return token.value;
      if (token.cases === undefined) return '\uFFFC';
      return token.cases.map((one) => textOf(one.tokens)).join(' | ');
    })
    .join('');
}
