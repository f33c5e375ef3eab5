import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** A call that waits for a time: a timer, or a helper that is made of one. */
const TIMER = /\bsetTimeout\(|\bwaitForTimeout\(|\btimers\/promises\b/;
/** How a reason begins, in the lines right above. */
const REASON = /\b(?:[Aa]|[Tt]he|[Nn]o|not a) pause\b/;
const IS_TEST = /\.(?:test|e2e)\.tsx?$/;

/** Files that only tests load, with slashes. */
async function testFiles(): Promise<string[]> {
  const all: string[] = [];
  for (const top of ['apps', 'packages', 'e2e', 'scripts', 'worlds'])
    for (const path of await readdir(join(root, top), { recursive: true })) {
      const name = `${top}/${path.replaceAll('\\', '/')}`;
      if (/\/(?:node_modules|dist)\//.test(name) || !/\.tsx?$/.test(name)) continue;
      if (
        IS_TEST.test(name) ||
        name.includes('/testing/') ||
        /^(?:e2e|worlds\/(?:devices|adversary))\//.test(name)
      )
        all.push(name);
    }
  return all.filter((name) => name !== 'scripts/no-luck.test.ts');
}

/** Lines that wait for a time without saying why. */
function unexplained(source: string): string[] {
  const lines = source.split('\n');
  return lines.filter(
    (line, at) =>
      TIMER.test(line) && !lines.slice(Math.max(0, at - 3), at + 1).some((near) => REASON.test(near)),
  );
}

test('a pause without a reason is found, one with a reason is let be', () => {
  const line = '  await new Promise((done) => setTimeout(done, 200));';
  expect(unexplained(`a();\n${line}`)).toEqual([line]);
  expect(unexplained(`// A pause that stands for work.\n${line}`)).toEqual([]);
  expect(unexplained('  await page.waitForTimeout(600);')).toHaveLength(1);
});

test('no test waits for a time where it could wait for a state: each pause says why it is one', async () => {
  const files = await testFiles();
  expect(files.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const name of files)
    for (const line of unexplained(await readFile(join(root, name), 'utf8')))
      found.push(`${name}: ${line.trim()}`);
  expect(found).toEqual([]);
});
