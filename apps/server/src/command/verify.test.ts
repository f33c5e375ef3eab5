import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBundle } from '../../../../packages/bundle/src/testing/a-bundle.ts';
import { verify } from './verify.ts';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'dayaq-verify-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saidOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'bundle.zip');
  await writeFile(file, bytes);
  const lines: string[] = [];
  await verify(file, (line) => lines.push(line));
  return lines.join('\n');
}

test('a whole bundle is said to be so, with its files and whose key to ask for', async () => {
  const said = await saidOf(await aBundle());
  expect(said).toContain('Every byte is as it was signed.');
  expect(said).toContain('files/01-original.jpg');
  expect(said).toMatch(/key that signed it: (?:[0-9a-f]{4} ?){8}/);
});

test('a changed copy is named, in words', async () => {
  const bundle = await aBundle();
  const at = new TextDecoder('latin1').decode(bundle).indexOf('the picture');
  bundle[at] = 0;
  await expect(saidOf(bundle)).rejects.toThrow('files/01-original.jpg was changed');
});

test('what is no bundle, and what is not there, is refused in words', async () => {
  await expect(saidOf(new Uint8Array(10))).rejects.toThrow('This is not a bundle');
  await expect(verify(join(folder, 'none.zip'), () => undefined)).rejects.toThrow('There is no file');
});
