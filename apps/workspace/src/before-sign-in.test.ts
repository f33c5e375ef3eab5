/**
 * Words that stand on a page before somebody has signed in are there before the words of the pages behind it: whatever the first page and
 * those of the account load without being asked is read for its keys.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { loadMessages } from '@dayaq/locale';
import { expect, test } from 'vitest';
import { messages as outer } from '../../../packages/locale/src/gen/messages.en.gen.ts';

const ROOT = import.meta.dirname;
const FIRST = ['main.tsx', 'account/BeginPage.tsx', 'account/JoinPage.tsx', 'account/RestorePage.tsx'];
/** What stands there only once somebody has signed in: the menu, what waits for cases, a further space, reminders. */
const SIGNED_IN = [
  'shell/places.ts: ',
  'cases/parts/arriving.tsx: ',
  'drafts/ElsewhereDialog.tsx: ',
  'account/FoundFurther.tsx: spaces.',
  'account/JoinPage.tsx: spaces.',
  'account/own-name.ts: spaces.',
  'reminders/start-reminders.ts: reminders.',
  'spaces/',
];
/** What a module loads with itself; types are nothing that runs. */
const LOADED = /(?:^|\n)(?:import|export)(?! type)[^;]*?['"](?<from>\.[^'"]+)['"]/g;

function loadedWith(first: readonly string[]): string[] {
  const found = new Set<string>();
  const open = first.map((file) => join(ROOT, file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue;
    found.add(file);
    for (const { groups } of readFileSync(file, 'utf8').matchAll(LOADED))
      open.push(resolve(dirname(file), groups?.['from'] ?? ''));
  }
  return [...found];
}

test('what is said before the sign-in comes before the sign-in', async () => {
  const inner = Object.keys(await loadMessages('en')).filter((key) => !Object.hasOwn(outer, key));
  expect(inner.length).toBeGreaterThan(1000);
  const files = loadedWith(FIRST);
  expect(files.length).toBeGreaterThan(30);
  const late = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/['"`](?<key>[a-z][\w-]*(?:\.[\w-]+)*\.?)/gi)].flatMap(({ groups }) => {
      const key = groups?.['key'] ?? '';
      const isKey = key.endsWith('.') ? inner.some((each) => each.startsWith(key)) : inner.includes(key);
      return isKey ? [`${relative(ROOT, file)}: ${key}`] : [];
    });
  });
  expect(late.filter((each) => !SIGNED_IN.some((begin) => each.startsWith(begin)))).toEqual([]);
});
