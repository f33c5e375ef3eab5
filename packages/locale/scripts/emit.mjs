/** Writes the catalogue as TypeScript: one module of messages per language, and the type of all keys. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import {
  CARDINALS,
  ORDINALS,
  LABEL_NAMESPACES,
  LANGUAGES,
  OUTER_KEYS,
  VISITOR_NAMESPACES,
} from './catalogue.mjs';

const HEAD =
  '// Made by packages/locale/scripts/generate.mjs; edit the sources in packages/locale/messages.\n';

/** Whether a key names data, as `label` does, rather than something that a page says. */
export function isLabel(key) {
  return LABEL_NAMESPACES.includes(key.split('.', 1)[0]);
}

/** Whether a message is wanted only behind the sign-in. */
export function isInner(key) {
  return !OUTER_KEYS.some((outer) => key.startsWith(outer)) && !isForVisitors(key);
}

/** Whether a message stands on the public pages alone. */
export function isForVisitors(key) {
  return VISITOR_NAMESPACES.includes(key.split('.', 1)[0]);
}

/** The words of offered passphrases, one a line in their source, as one text. */
export function emitPassphraseWords(room, language) {
  const words = readFileSync(join(room, 'passphrase-words', `${language}.txt`), 'utf8')
    .trim()
    .split('\n');
  return `${HEAD}export const words = ${JSON.stringify(words.join(' '))};\n`;
}

/** The names of codes and areas as one text, a line each: search needs those of every language, and nothing else of them. */
export function emitLabels(language, catalogue) {
  const own = catalogue.messages.get(language);
  const lines = catalogue.keys.flatMap((key) => {
    const found = /^(?:codes\.(?<code>(?!.*-hints\.).*)|packs\.(?<area>areas\..*))$/.exec(key)?.groups;
    return found === undefined ? [] : [`${found.code ?? found.area}\t${own.get(key).plain ?? ''}`];
  });
  return `${HEAD}export const labels = ${JSON.stringify(lines.join('\n'))};\n`;
}

/** Messages with arguments become functions, all others stay texts. Only our own small runtime is imported. */
export function emitMessages(language, catalogue, isWanted) {
  const own = catalogue.messages.get(language);
  const texts = [];
  const formats = {};
  for (const key of catalogue.keys.filter(isWanted)) {
    const message = own.get(key);
    if (message.plain === undefined) formats[key] = message.text;
    else texts.push(`  ${JSON.stringify(key)}: ${JSON.stringify(message.plain)},`);
  }
  const [imports, functions] = compile(language, formats);
  return [
    HEAD,
    `import type { Messages } from '../messages.ts';`,
    imports,
    '',
    'export const messages: Messages = {',
    ...texts,
    functions,
    '};',
    '',
  ].join('\n');
}

function compile(language, formats) {
  if (Object.keys(formats).length === 0) return ['', ''];
  // Named after the language, so that the compiled module calls the rule of src/plural-rules.ts.
  const rule = { [language]: () => 'other' }[language];
  rule.cardinals = CARDINALS[language];
  rule.ordinals = ORDINALS[language];
  rule.module = '../plural-rules.ts';
  const compiled = compileModule(new MessageFormat(rule, { strictPluralKeys: false }), formats);
  const [head, body] = compiled.split('export default {');
  return [
    head.replaceAll('"@messageformat/runtime"', "'../message-runtime.ts'").trim(),
    body.slice(0, body.lastIndexOf('}')).replace(/^\n/, '').trimEnd(),
  ];
}

const TYPES = { number: 'number', text: 'string', value: 'string | number' };

export function emitKeys(catalogue) {
  const rows = [];
  for (const key of catalogue.keys) {
    if (isLabel(key)) continue;
    const types = new Map();
    for (const language of LANGUAGES)
      for (const [name, type] of catalogue.messages.get(language).get(key).arguments)
        if (type !== 'value' || !types.has(name)) types.set(name, type);
    const members = [...types].map(([name, type]) => `${name}: ${TYPES[type]}`).join('; ');
    rows.push(`  ${JSON.stringify(key)}: ${members === '' ? 'undefined' : `{ ${members} }`};`);
  }
  return [
    HEAD,
    '/** Every key, with the arguments its message needs. */',
    'export interface MessageArguments {',
    ...rows,
    '}',
    '',
  ].join('\n');
}
