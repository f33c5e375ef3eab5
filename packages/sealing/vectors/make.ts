/**
 * Writes the vector files: `npx tsx packages/sealing/vectors/make.ts`. They change only when a format gets a
 * new version; the old file then stays, so that what was sealed before can still be opened.
 */
import { writeFile } from 'node:fs/promises';
import { buildVectors } from './build.ts';

for (const [name, vectors] of await buildVectors()) {
  await writeFile(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
}
