import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ratesTimes } from '../http/limits.ts';
import { startServer } from '../server.ts';
import { ADDRESS_FILE } from './address.ts';
import type { Environment } from './environment.ts';

/** Runs the server until it is told to stop. */
export async function start(environment: Environment): Promise<void> {
  const {
    dataDir,
    databaseUrl,
    port,
    host,
    publicUrl,
    workspaceDir,
    behindProxy,
    logEvery,
    rateFactor,
    reminders,
    loopbackPush,
    say,
  } = environment;
  const server = await startServer({
    dataDir,
    port,
    host,
    behindProxy,
    rates: ratesTimes(rateFactor),
    reminders: { on: reminders, loopback: loopbackPush },
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...(workspaceDir ? { workspaceDir } : {}),
    log: { write: (line) => process.stderr.write(line), every: logEvery },
  });
  await writeFile(join(dataDir, ADDRESS_FILE), `${server.url}\n`, { mode: 0o644 });

  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('Stopping.');
    void server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);

  const link = await server.foundingLink();
  say(
    link
      ? `Open this address to create your organisation:\n\n    ${link}\n`
      : `Dayaq is running at ${server.url}`,
  );
}
