import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const trespassers: string[] = [];

/** Puts a file that oversteps a room's door beside that room's own, and answers what the lint says of it. */
async function lint(room: string, line: string, name = 'trespass.js', beside?: string): Promise<string> {
  const folder = join(root, room, 'trespass');
  trespassers.push(folder);
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, `${line}\n`);
  if (beside !== undefined) await writeFile(join(folder, 'beside.ts'), `${beside}\n`);
  const oxlint = join(root, 'node_modules', '.bin', 'oxlint');
  try {
    await promisify(execFile)(oxlint, [file], { cwd: root });
    return 'nothing';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

afterEach(async () => {
  for (const folder of trespassers.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('the rooms table', () => {
  it.each([
    ['apps/server/src', "export { openGeneration } from '@dayaq/sealing';", 'The server reads nothing'],
    ['apps/server/src', "export { localVault } from '@dayaq/vault';", 'The server reads nothing'],
    ['apps/server/src', "export { openNodeVault } from '@dayaq/vault/node';", 'The server reads nothing'],
    ['apps/workspace/src', "export { runVaultWorker } from '@dayaq/vault/node';", 'The pages may import'],
    ['apps/workspace/src', "export { newEpochKey } from '@dayaq/sealing';", 'The pages may import'],
    ['packages/domain/src', "export { fold } from '@dayaq/locale';", 'domain is what the field knows'],
    ['packages/register/src', "export { openNodeVault } from '@dayaq/vault/node';", 'register may import'],
    ['packages/bundle/src', "export { openGeneration } from '@dayaq/sealing';", 'bundle may import'],
    ['packages/journal/src', "export { ROUTES } from '@dayaq/protocol';", 'journal may import sealing only'],
    [
      'packages/acts/src',
      "export { openNodeVault } from '@dayaq/vault/node';",
      "acts are plans over the vault's contract",
    ],
    ['packages/vault/src', "export { valuesOf } from '@dayaq/acts/record-values';", 'the vault may import'],
    ['packages/vault/src', "export { x25519 } from '@noble/curves/ed25519.js';", 'Only packages/sealing'],
    ['packages/vault/src', "export { startServer } from '@dayaq/server';", 'the vault may import'],
    [
      'packages/vault/src',
      "export { startWorld } from '../../../../worlds/devices/world.ts';",
      'stand above all rooms',
    ],
    [
      'apps/workspace/src',
      "export { SAMIR } from '../../../../worlds/demo/stories.ts';",
      'stand above all rooms',
    ],
    [
      'packages/sealing/src',
      "export { mergeDossier } from '@dayaq/journal';",
      'sealing imports no other room',
    ],
  ])('stops %s from: %s', async (room, line, message) => {
    expect(await lint(room, line)).toContain(message);
  });

  // Outside `src`: the compiler looks there at the same moment.
  it.each([
    ['packages/domain', "import type { Language } from '@dayaq/locale';", 'domain is what the field knows'],
    ['packages/vault', "export type { Words } from '@dayaq/acts/plan';", 'the vault may import'],
  ])('stops %s where only a type comes in: %s', async (room, line, message) => {
    expect(await lint(room, line, 'trespass.ts')).toContain(message);
  });

  it('sees a circle, also of types alone', async () => {
    const here = "import type { B } from './beside.ts';\nexport type A = B | null;";
    const beside = "import type { A } from './trespass.ts';\nexport type B = A[];";
    expect(await lint('packages/domain', here, 'trespass.ts', beside)).toContain('Dependency cycle');
  });

  it('lets the server in by the door that opens no envelope', async () => {
    expect(await lint('apps/server/src', "export { foldCharter } from '@dayaq/sealing/verify';")).toBe(
      'nothing',
    );
  });
});
