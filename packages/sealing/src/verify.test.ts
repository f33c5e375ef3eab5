import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const IMPORTS =
  /(?:^|[\s;])(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm;

/** A file's code without comments. */
function codeOf(file: URL): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/** What code imports when it runs, statically or on demand. Imports of types vanish and do not count. */
function importsOf(code: string): string[] {
  const source = code.replace(/(?:import|export)\s+type\s[^;]*;/g, '');
  return [...source.matchAll(IMPORTS)].map((found) => (found[1] ?? found[2] ?? found[3]) as string);
}

/** Everything reachable from one of our files: names of files and of packages. */
function reachable(entry: string): { files: Map<string, string>; packages: Set<string> } {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const visit = (file: URL): void => {
    if (files.has(file.href)) return;
    const code = codeOf(file);
    files.set(file.href, code);
    for (const name of importsOf(code)) {
      if (name.startsWith('.')) visit(new URL(name, file));
      else packages.add(name);
    }
  };
  visit(new URL(entry, import.meta.url));
  return { files, packages };
}

describe('the part that the server may import', () => {
  it('depends on nothing but hashes, signatures and the encoding', () => {
    const { packages } = reachable('./verify.ts');
    expect([...packages].sort()).toEqual(['@noble/curves/ed25519.js', '@noble/hashes/sha2.js', 'cborg']);
  });

  it('contains no code that opens, seals or derives keys', () => {
    const { files } = reachable('./verify.ts');
    expect(files.size).toBeGreaterThan(10);
    for (const [name, source] of files) {
      expect(source, name).not.toMatch(
        /AES-GCM|subtle\s*\.(?:encrypt|decrypt|deriveBits|deriveKey|wrapKey|unwrapKey)/,
      );
    }
  });

  it('is told apart from the whole, in which the same walk finds all of that', () => {
    const { files, packages } = reachable('./index.ts');
    for (const name of ['@hpke/core', '@hpke/hybridkem-x-wing', '@scure/bip39', 'hash-wasm']) {
      expect([...packages]).toContain(name);
    }
    expect([...files.values()].some((source) => source.includes('subtle.decrypt'))).toBe(true);
  });
});
