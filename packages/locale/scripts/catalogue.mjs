/**
 * Reads the message sources and says what is wrong with them. A message is known by its key: the namespace (a folder of
 * `messages/`), then the path inside the JSON file, joined by dots.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@messageformat/parser';

export const LANGUAGES = ['az', 'ru', 'en', 'tg'];

/** Namespaces whose keys come from data (code lists, kinds, country packs), reached by `label` and not by `t`. */
export const LABEL_NAMESPACES = ['codes', 'kinds', 'packs'];

/**
 * What is said before somebody has signed in, by the beginnings of its keys; the words of everything else come with the labels, behind the first
 * page. Named are the few, so that a new area weighs nothing where nobody reads it yet; `before-sign-in.test.ts` tells what is missing.
 */
export const OUTER_KEYS = [
  'account.',
  'errors.',
  'interviews.waiting',
  'interviews.why.',
  'people.cancel',
  'people.peers.unnamed',
  'people.role.',
  'settings.',
  'shell.',
];

/** Namespaces of the public pages, which the server renders: no member's device needs a word of them. */
export const VISITOR_NAMESPACES = ['visitors'];

/** The plural categories of whole numbers, so that a translator who forgets one is told. */
export const CARDINALS = {
  az: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
  tg: ['one', 'other'],
};

/** The same for counting in order, where a word changes with it: "4-cü" and "6-cı" in Azerbaijani. */
export const ORDINALS = { az: ['one', 'few', 'many', 'other'], ru: ['other'], en: ['other'], tg: ['other'] };

/**
 * @typedef {{ key: string, language?: string, text: string }} Problem
 * @typedef {{ text: string, tokens: readonly any[], arguments: Map<string, 'number' | 'text' | 'value'>, plain: string | undefined }} Message
 * @typedef {{ messages: Map<string, Map<string, Message>>, keys: string[], problems: Problem[] }} Catalogue
 *   `messages` by language, then by key; English (or the first language that has it) stands in where one is missing.
 */

/** @returns {Catalogue} */
export function readCatalogue(folder) {
  const problems = [];
  const messages = new Map(LANGUAGES.map((language) => [language, new Map()]));
  const namespaces = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  for (const namespace of namespaces) {
    for (const language of LANGUAGES) {
      const tree = readSource(join(folder, namespace, `${language}.json`), namespace, language, problems);
      if (tree !== undefined) collect(tree, namespace, language, messages.get(language), problems);
    }
  }
  const keys = [...new Set([...messages.values()].flatMap((own) => [...own.keys()]))].sort();
  for (const key of keys) {
    checkArguments(key, messages, problems);
    const stand = ['en', ...LANGUAGES].map((l) => messages.get(l).get(key)).find((m) => m !== undefined);
    for (const language of LANGUAGES) {
      const own = messages.get(language);
      if (own.has(key)) continue;
      if (!problems.some((p) => p.language === language && (p.key === key || key.startsWith(`${p.key}.`))))
        problems.push({ key, language, text: 'is missing' });
      own.set(key, stand);
    }
  }
  return { messages, keys, problems };
}

function readSource(path, namespace, language, problems) {
  if (!existsSync(path)) {
    problems.push({ key: namespace, language, text: `has no file ${language}.json` });
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.push({ key: namespace, language, text: `is not valid JSON: ${error.message}` });
    return undefined;
  }
}

function collect(tree, prefix, language, into, problems) {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}.${name}`;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      collect(value, key, language, into, problems);
    } else if (typeof value !== 'string') {
      problems.push({ key, language, text: 'is neither a text nor a group of texts' });
    } else if (value.trim() === '') {
      problems.push({ key, language, text: 'is empty' });
    } else {
      const message = readMessage(key, language, value, problems);
      if (message !== undefined) into.set(key, message);
    }
  }
}

function readMessage(key, language, text, problems) {
  let tokens;
  try {
    tokens = parse(text, { cardinal: CARDINALS[language], ordinal: ORDINALS[language], strict: false });
  } catch (error) {
    problems.push({ key, language, text: `cannot be read: ${error.message.split('\n')[0]}` });
    return undefined;
  }
  const found = new Map();
  const complaint = walk(tokens, found, language);
  if (complaint !== undefined) {
    problems.push({ key, language, text: complaint });
    return undefined;
  }
  const plain = tokens.every((token) => token.type === 'content')
    ? tokens.map((token) => token.value).join('')
    : undefined;
  return { text, tokens, arguments: found, plain };
}

/** Gathers the arguments; the first complaint, if any, is returned. */
function walk(tokens, found, language) {
  for (const token of tokens) {
    if (token.type === 'content' && /[{}]/.test(token.value) && !token.ctx.text.includes("'"))
      return 'has a stray brace';
    if (token.type === 'content' || token.type === 'octothorpe') continue;
    if (token.type === 'function')
      return `uses {${token.arg}, ${token.key}}: format the value first and pass it as {${token.arg}}`;
    if (!/^[a-z][A-Za-z0-9]*$/.test(token.arg)) return `has an argument with the name "${token.arg}"`;
    const type = token.type === 'argument' ? 'value' : token.type === 'select' ? 'text' : 'number';
    if (type !== 'value' || !found.has(token.arg)) found.set(token.arg, type);
    if (token.type === 'argument') continue;
    const cases = token.cases.map((one) => one.key);
    if (!cases.includes('other')) return `has no "other" for {${token.arg}}`;
    if (token.type === 'plural' || token.type === 'selectordinal') {
      const categories = (token.type === 'plural' ? CARDINALS : ORDINALS)[language];
      const lacking = categories.filter((category) => !cases.includes(category));
      // A plural that says the same for every number may be written with "other" alone.
      if (lacking.length > 0 && cases.some((name) => name !== 'other' && !name.startsWith('=')))
        return `lacks the plural "${lacking.join('", "')}" for {${token.arg}}`;
    }
    for (const one of token.cases) {
      const complaint = walk(one.tokens, found, language);
      if (complaint !== undefined) return complaint;
    }
  }
  return undefined;
}

/** A language that names other arguments than English does would print a hole; English stands in for it. */
function checkArguments(key, messages, problems) {
  const model = ['en', ...LANGUAGES].map((l) => messages.get(l).get(key)).find((m) => m !== undefined);
  const names = [...model.arguments.keys()].sort().join(', ');
  for (const language of LANGUAGES) {
    const own = messages.get(language).get(key);
    if (own === undefined) continue;
    const ownNames = [...own.arguments.keys()].sort().join(', ');
    if (ownNames === names) continue;
    problems.push({
      key,
      language,
      text: `has the arguments {${ownNames || 'none'}} where English has {${names || 'none'}}`,
    });
    messages.get(language).set(key, model);
  }
}
