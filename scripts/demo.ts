/**
 * `npm run demo`: fills the server that has just answered with an invented world, once, and prints how to get in.
 * Called by `start.mjs` with the address or founding link that the server printed.
 */
import { join } from 'node:path';
import { readEnvironment } from '../apps/server/src/command/environment.ts';
import { organisationLink } from '../apps/server/src/command/organisation-link.ts';
import { describeLogins, keepLogins, markUnfinished, readLogins } from '../worlds/demo/logins.ts';
import { close, seedWorld } from '../worlds/demo/seed.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const [address = ''] = process.argv.slice(2);
  const [origin = '', token] = address.split('/begin#');
  const environment = readEnvironment({ data: process.env['DAYAQ_DATA'] }, process.env, undefined, say);
  const file = join(environment.dataDir, 'demo-logins.json');
  const known = await readLogins(file);
  if (known !== null) return say(describeLogins(known, origin));
  if (token === undefined) {
    throw new Error(
      `${environment.dataDir} holds an organisation that is not of the demo. Choose another folder (--data).`,
    );
  }
  await markUnfinished(file);
  const started = Date.now();
  say('Making the demo world: two organisations, three public stories, some hundreds of invented cases.');
  const world = await seedWorld({
    origin,
    now: started,
    say,
    foundingLink: async (_, index) => {
      if (index === 0) return token;
      const said: string[] = [];
      await organisationLink({ ...environment, say: (line) => void said.push(line) });
      return said[0] ?? '';
    },
  });
  await close(world);
  await keepLogins(file, world.logins);
  say(`Done in ${Math.round((Date.now() - started) / 1000)} seconds.`);
  say(describeLogins(world.logins, origin));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The demo world could not be made: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  },
);
