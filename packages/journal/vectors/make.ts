/** Writes the vector file: `npx tsx packages/journal/vectors/make.ts`. It changes only with a new version. */
import { writeFile } from 'node:fs/promises';
import { buildVectors } from './build.ts';

await writeFile(new URL('entry.json', import.meta.url), `${JSON.stringify(await buildVectors(), null, 2)}\n`);
