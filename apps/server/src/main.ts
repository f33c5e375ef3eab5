import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { backup } from './command/backup.ts';
import { check } from './command/check.ts';
import { type Environment, readEnvironment } from './command/environment.ts';
import { organisationLink } from './command/organisation-link.ts';
import { renewLogsNow } from './command/renew-logs.ts';
import { restore } from './command/restore.ts';
import { start } from './command/start.ts';
import { verify } from './command/verify.ts';
import { Problem } from './problem.ts';

const HELP = `dayaq COMMAND [--data DIR] [--port N] [--host H]

  start               run the server (the default)
  organisation-link   print a one-time link with which one more organisation can be created
  backup DIR|FILE     save everything, sealed as it is, also while the server runs
  restore FILE        put a backup into an empty data folder or database
  check               verify what is stored
  verify BUNDLE       check a custody bundle by itself: no server, no network, no key
  renew-logs          say that a whole machine or folder was put back, so that devices send what is missing

  --data DIR   where everything lives (DAYAQ_DATA; ./data)
  --port N     (PORT; 4170)
  --host H     address to listen on (DAYAQ_HOST; 127.0.0.1)

  DATABASE_URL         a PostgreSQL 15 or newer instead of the one that comes with Dayaq
  DAYAQ_URL            the address that people use, such as https://dayaq.example
  DAYAQ_BEHIND_PROXY   1 when a proxy of yours stands in front and writes X-Forwarded-For
  DAYAQ_REMINDERS      off: wake nobody's device, and so call no push service of a browser's maker
  DAYAQ_RATE_FACTOR    2 allows twice as many requests from one address as usual
  DAYAQ_LOG            "requests" logs each request's route, status and rough duration; never who`;

/** The built workspace beside this program: from the source or from `dist`, both are two folders below `apps`. */
function workspaceFolder(): string | undefined {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'workspace', 'dist');
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}

function fileOf(rest: string[], command: string): string {
  const [file] = rest;
  if (!file)
    throw new Problem(`Say which file: dayaq ${command} ${command === 'backup' ? 'DIR or FILE' : 'FILE'}`);
  return file;
}

async function run(environment: Environment, command: string, rest: string[]): Promise<void> {
  switch (command) {
    case 'start':
      return start(environment);
    case 'organisation-link':
      return organisationLink(environment);
    case 'backup':
      return backup(environment, fileOf(rest, command));
    case 'restore':
      return restore(environment, fileOf(rest, command));
    case 'check':
      return check(environment);
    case 'verify':
      return verify(fileOf(rest, command), environment.say);
    case 'renew-logs':
      return renewLogsNow(environment);
    case 'help':
      return environment.say(HELP);
    default:
      throw new Problem(`There is no command "${command}".\n\n${HELP}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  });
  const environment = readEnvironment(values, process.env, workspaceFolder(), (line) => {
    process.stdout.write(`${line}\n`);
  });
  const [command = 'start', ...rest] = positionals;
  await run(environment, values.help ? 'help' : command, rest);
}

main().catch((error: unknown) => {
  const text =
    error instanceof Problem ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
