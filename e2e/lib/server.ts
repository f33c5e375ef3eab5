import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dataFolder } from '../../apps/server/src/testing/ready-data.ts';

/** The built program; `DAYAQ_PROGRAM` names another build. */
const PROGRAM =
  process.env['DAYAQ_PROGRAM'] ?? join(import.meta.dirname, '..', '..', 'apps', 'server', 'dist', 'dayaq.js');
/** Milliseconds. */
const STARTS_WITHIN = 120_000;

/** A real server of its own, in a process of its own, as an operator runs it. */
export class Server {
  readonly dataDir: string;
  #process: ChildProcess | null = null;
  #output = '';
  #port = 0;

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  static async start(): Promise<Server> {
    const server = new Server(await dataFolder('dayaq-e2e-server-'));
    await server.run();
    return server;
  }

  /** Starts the program on the same data and the same port as before. */
  async run(): Promise<void> {
    const child = spawn(
      process.execPath,
      [PROGRAM, 'start', '--data', this.dataDir, '--port', String(this.#port)],
      {
        env: { ...process.env, DAYAQ_LOG: 'requests' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#process = child;
    const before = this.#output.length;
    await new Promise<void>((started, failed) => {
      // The end of a wait, not a pause.
      const timer = setTimeout(
        () => failed(new Error(`the server did not start:\n${this.#output}`)),
        STARTS_WITHIN,
      );
      const read = (chunk: Buffer): void => {
        this.#output += chunk.toString();
        const port = /http:\/\/localhost:(\d+)/.exec(this.#output.slice(before))?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        clearTimeout(timer);
        started();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${this.#output}`)));
    });
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** The one-time link that the program printed. */
  get foundingLink(): string {
    const link = /http:\S+\/begin#\S+/.exec(this.#output)?.[0];
    if (link === undefined) throw new Error(`the server printed no link:\n${this.#output}`);
    return link;
  }

  /** A link for one more organisation, as an operator makes it beside the running server. */
  async anotherLink(): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [
      PROGRAM,
      'organisation-link',
      '--data',
      this.dataDir,
    ]);
    const token = /\/begin#\S+/.exec(stdout)?.[0];
    if (token === undefined) throw new Error(`no link was printed:\n${stdout}`);
    return `${this.url}${token}`;
  }

  /** Everything that it printed, log lines included. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('the server does not run');
    return pid;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }

  /** Stops it and takes its data away. */
  async close(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
