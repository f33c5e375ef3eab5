import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const ENTRY = fileURLToPath(new URL('../../../packages/vault/src/projected.ts', import.meta.url));

/**
 * A hash over the code that makes a dossier's rows, without what does not matter to them: comments, names, other rules. Devices
 * make their lists anew when it changes (`PROJECTION` of the vault), and only then.
 */
export async function projectionRules(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, target: 'esnext', lib: { entry: ENTRY, formats: ['es'] } },
  });
  const hash = createHash('sha256');
  for (const { output } of made as Rolldown.RolldownOutput[])
    for (const file of output) if (file.type === 'chunk') hash.update(file.code);
  return hash.digest('hex').slice(0, 16);
}
