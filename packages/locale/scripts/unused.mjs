/** Finds messages that no page uses. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LABEL_NAMESPACES } from './catalogue.mjs';

/**
 * @param {string[]} keys
 * @param {string[]} folders where the code of the pages lies
 * @param {string} messagesFolder holds `dynamic-keys.json`: the beginnings of keys that the code puts together itself
 */
export function unusedKeys(keys, folders, messagesFolder) {
  const path = join(messagesFolder, 'dynamic-keys.json');
  const dynamic = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  const used = new Set();
  for (const folder of folders) for (const text of sources(folder)) addLiterals(text, used);
  return keys.filter(
    (key) =>
      !LABEL_NAMESPACES.includes(key.split('.', 1)[0]) &&
      !used.has(key) &&
      !dynamic.some((prefix) => key.startsWith(prefix)),
  );
}

function addLiterals(text, used) {
  for (const [, key] of text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)) used.add(key);
}

function* sources(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    yield readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
  }
}
