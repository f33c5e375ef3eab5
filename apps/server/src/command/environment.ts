import { resolve } from 'node:path';
import { Problem } from '../problem.ts';

/** What the command line and the environment say; flags win. */
export interface Environment {
  dataDir: string;
  databaseUrl: string | undefined;
  port: number;
  host: string;
  publicUrl: string | undefined;
  workspaceDir: string | undefined;
  behindProxy: boolean;
  logEvery: boolean;
  /** The default rates times this. */
  rateFactor: number;
  /** Wakes people's devices through their browsers' makers; without, this server calls nobody. */
  reminders: boolean;
  /** Only for tests. */
  loopbackPush: boolean;
  /** Prints a line for the operator. */
  say(line: string): void;
}

export interface Flags {
  data?: string | undefined;
  port?: string | undefined;
  host?: string | undefined;
}

export const DEFAULT_PORT = 4170;

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Problem(`"${text}" is not a port.`);
  return port;
}

function readFactor(text: string): number {
  const factor = Number(text);
  if (!(factor > 0)) throw new Problem(`DAYAQ_RATE_FACTOR is "${text}": it must be a number above 0.`);
  return factor;
}

/** Puts together flags, environment and defaults. Throws `Problem` for what makes no sense. */
export function readEnvironment(
  flags: Flags,
  env: NodeJS.ProcessEnv,
  workspaceDir: string | undefined,
  say: (line: string) => void,
): Environment {
  return {
    dataDir: resolve(flags.data ?? env['DAYAQ_DATA'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    port: readPort(flags.port ?? env['PORT'] ?? String(DEFAULT_PORT)),
    host: flags.host ?? env['DAYAQ_HOST'] ?? '127.0.0.1',
    publicUrl: env['DAYAQ_URL'] || undefined,
    workspaceDir,
    behindProxy: /^(1|true|yes)$/i.test(env['DAYAQ_BEHIND_PROXY'] ?? ''),
    logEvery: env['DAYAQ_LOG'] === 'requests',
    reminders: !/^(0|off|no|false)$/i.test(env['DAYAQ_REMINDERS'] ?? ''),
    loopbackPush: env['DAYAQ_TEST_LOOPBACK_PUSH'] === '1',
    rateFactor: readFactor(env['DAYAQ_RATE_FACTOR'] ?? '1'),
    say,
  };
}
