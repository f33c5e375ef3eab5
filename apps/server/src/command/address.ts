import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** In the data folder: where the server was last seen by people. */
export const ADDRESS_FILE = 'address';

/** The origin that links start with: as configured, or as the server that runs or last ran here said. */
export async function knownAddress({ dataDir, publicUrl, port }: Environment): Promise<string> {
  if (publicUrl) return publicUrl.replace(/\/+$/, '');
  const written = await readFile(join(dataDir, ADDRESS_FILE), 'utf8').catch(() => '');
  return written.trim() || `http://localhost:${port}`;
}
