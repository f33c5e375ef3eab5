import { rm } from 'node:fs/promises';
import { makeFoundingToken } from '../founding-link.ts';
import { type RunningServer, type ServerOptions, startServer } from '../server.ts';
import { dataFolder } from './ready-data.ts';
import { found, type Space } from './space.ts';

/** A real server on a real PostgreSQL in a folder of its own. */
export interface World {
  server: RunningServer;
  url: string;
  folder: string;
  foundingToken(): Promise<Uint8Array>;
  newSpace(): Promise<Space>;
  stop(): Promise<void>;
}

/** Tests make many calls from one address. */
const NO_LIMIT = { burst: 1e9, perSecond: 1e9 };
export const UNLIMITED = { call: NO_LIMIT, stranger: NO_LIMIT, letter: NO_LIMIT, account: NO_LIMIT };

export async function startWorld(options: Partial<ServerOptions> = {}): Promise<World> {
  const folder = options.dataDir ?? (await dataFolder('dayaq-test-'));
  const server = await startServer({ dataDir: folder, rates: UNLIMITED, ...options });
  const foundingToken = async (): Promise<Uint8Array> => {
    const { db } = server.data;
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    return Buffer.from(await makeFoundingToken({ db, clock: Date.now, random }), 'base64url');
  };
  return {
    server,
    url: server.url,
    folder,
    foundingToken,
    newSpace: async () => found(server.url, await foundingToken()),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
