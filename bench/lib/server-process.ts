import { makeFoundingToken, type ServerOptions, startServer } from '@dayaq/server';
import { systemRandomness } from '@dayaq/sealing';
import type { Asked, Started } from './server.ts';

const NO_LIMIT = { burst: 1e9, perSecond: 1e9 };
const NO_LIMITS: Required<NonNullable<ServerOptions['rates']>> = {
  call: NO_LIMIT,
  stranger: NO_LIMIT,
  letter: NO_LIMIT,
  account: NO_LIMIT,
};

/** The real server, alone in its process, on an embedded PostgreSQL. Its parent says where and when to stop. */
const asked = JSON.parse(process.argv[2] ?? '') as Asked;
const server = await startServer({
  dataDir: asked.folder,
  behindProxy: asked.behindProxy ?? false,
  // Most measurements come from one address, as no real crowd does.
  ...(asked.limited ? {} : { rates: NO_LIMITS }),
  ...(asked.port === undefined ? {} : { port: asked.port }),
  ...(asked.pages === undefined ? {} : { workspaceDir: asked.pages }),
});
const tokens: string[] = [];
for (let i = 0; i < asked.organisations; i++) {
  tokens.push(await makeFoundingToken({ db: server.data.db, clock: Date.now, random: systemRandomness }));
}
const { host, port, user, password, database } = server.data.config;
const started: Started = {
  url: server.url,
  tokens,
  database: { host, port, user, password: typeof password === 'string' ? password : undefined, database },
};
process.send?.(started);
process.on('message', () => void server.stop().then(() => process.exit(0)));
// A measurement that broke off must not leave a server behind.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5000);
  void server.stop().then(() => process.exit(0));
});
