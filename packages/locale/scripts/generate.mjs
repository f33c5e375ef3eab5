#!/usr/bin/env node
/**
 * Merges messages/<namespace>/<language>.json into two small modules per language (what everybody may see, and what stands behind the sign-in), with
 * the type of all keys.
 *
 *   node scripts/generate.mjs [--strict] [--messages FOLDER] [--out FOLDER] [--code FOLDER]...
 *
 * Without --strict a gap is a warning, and English stands in, so that nobody waits for a translation. With --strict any
 * gap, any message that no page uses, and any that says something against the glossary beside the messages, ends with status 1.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

try {
  import.meta.resolve('@messageformat/core');
} catch {
  // `npm ci --omit=dev` beside something already built: there is nothing to make and nothing to make it with.
  console.error('The messages were not made: the development packages are not installed.');
  process.exit(process.argv.includes('--strict') ? 1 : 0);
}
const { LANGUAGES, readCatalogue } = await import('./catalogue.mjs');
const { emitCldr } = await import('./cldr.mjs');
const { emitKeys, emitLabels, emitMessages, emitPassphraseWords, isForVisitors, isInner } = await import(
  './emit.mjs'
);
const { glossaryProblems, readGlossary } = await import('./glossary.mjs');
const { suffixProblems } = await import('./suffixes.mjs');
const { unusedKeys } = await import('./unused.mjs');

const SHOWN_WARNINGS = 15;
const room = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    messages: { type: 'string', default: join(room, 'messages') },
    out: { type: 'string', default: join(room, 'src/gen') },
    code: { type: 'string', multiple: true },
  },
});

const catalogue = readCatalogue(options.messages);
const lines = catalogue.problems.map(inWords);
if (options.strict) {
  const glossary = readGlossary(join(options.messages, '../glossary'));
  lines.push(...[...glossaryProblems(catalogue, glossary), ...suffixProblems(catalogue)].map(inWords));
  for (const key of unusedKeys(catalogue.keys, options.code ?? appSources(), options.messages))
    lines.push(`${key} is used by no page: remove it, or list its beginning in messages/dynamic-keys.json`);
}

mkdirSync(options.out, { recursive: true });
for (const language of LANGUAGES) {
  // Apart, because what stands behind the sign-in is most of the weight, and nobody needs it to sign in.
  write(
    `messages.${language}.gen.ts`,
    emitMessages(language, catalogue, (key) => !isInner(key) && !isForVisitors(key)),
  );
  write(`inner.${language}.gen.ts`, emitMessages(language, catalogue, isInner));
  write(`visitors.${language}.gen.ts`, emitMessages(language, catalogue, isForVisitors));
  write(`labels.${language}.gen.ts`, emitLabels(language, catalogue));
  write(`cldr.${language}.gen.ts`, emitCldr(language));
  write(`passphrase-words.${language}.gen.ts`, emitPassphraseWords(room, language));
}
write('keys.gen.ts', emitKeys(catalogue));
report();

function inWords({ key, language, text }) {
  return [key, language && `(${language})`, text].filter(Boolean).join(' ');
}

function appSources() {
  const apps = resolve(room, '../../apps');
  const acts = resolve(room, '../acts/src');
  return [...readdirSync(apps).map((app) => join(apps, app, 'src')), acts];
}

/** Only what changed is written, and in one step: others may be reading at the same moment. */
function write(name, text) {
  const path = join(options.out, name);
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, text);
  renameSync(fresh, path);
}

function report() {
  if (lines.length === 0) {
    console.log(`${catalogue.keys.length} messages in ${LANGUAGES.join(', ')}`);
    return;
  }
  const shown = options.strict ? lines : lines.slice(0, SHOWN_WARNINGS);
  for (const line of shown) console.error(line);
  if (shown.length < lines.length)
    console.error(`and ${lines.length - shown.length} more: see all with --strict`);
  if (options.strict) {
    console.error(`Messages are not complete: ${lines.length} to mend.`);
    process.exitCode = 1;
  } else {
    console.error(`${catalogue.keys.length} messages; ${lines.length} gaps, filled from English for now.`);
  }
}
