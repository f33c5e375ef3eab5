import { join } from 'node:path';
import { folderBlobs } from '../blobs/folder.ts';
import type { BlobStore } from '../blobs/store.ts';
import { type DataSource, openData } from '../data.ts';
import { openLog } from '../http/log.ts';
import type { Environment } from './environment.ts';

export interface Opened {
  data: DataSource;
  blobs: BlobStore;
}

/** Opens the data for one command, beside a running server or alone, and closes it afterwards. */
export async function withData<T>(
  environment: Environment,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { dataDir, databaseUrl } = environment;
  const log = openLog(() => undefined, false, Date.now);
  const data = await openData({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), log, attach: true });
  try {
    return await work({ data, blobs: await folderBlobs(join(dataDir, 'blobs')) });
  } finally {
    await data.close();
  }
}
