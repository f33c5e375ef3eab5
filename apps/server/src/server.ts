import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type AppOptions, createApp } from './app.ts';
import { folderBlobs } from './blobs/folder.ts';
import { type DataSource, openData } from './data.ts';
import { dayNumberOf } from './days.ts';
import { makeFirstRunToken } from './founding-link.ts';
import { Names } from './http/caller.ts';
import { Connections } from './http/connections.ts';
import { type Bounds, DEFAULT_BOUNDS, Gate } from './http/gate.ts';
import { DEFAULT_RATES, openLimits, type Rates } from './http/limits.ts';
import { Lane } from './http/lane.ts';
import { openListener } from './http/listener.ts';
import { type Log, openLog } from './http/log.ts';
import { openStaticFiles } from './http/static.ts';
import { Nudges } from './nudges/nudges.ts';
import type { Parts } from './parts.ts';
import { Problem } from './problem.ts';
import type { DeliverOptions } from './push/deliver.ts';
import { openTeamMark } from './team-mark.ts';
import { readEndpoint } from './push/endpoint.ts';
import { pushKey } from './push/key.ts';
import { LOOK_EVERY, Reminders } from './push/reminders.ts';
import { Doors } from './letters/doors.ts';
import { Floods } from './letters/floods.ts';
import { LetterQueue } from './letters/letter-queue.ts';
import { Introduced } from './shares/introduced.ts';
import { AppendQueue } from './storage/append-queue.ts';
import { Charters } from './storage/charters.ts';
import { deleteUnheard } from './letters/heard.ts';
import { deleteOldLetters } from './storage/letters.ts';
import { MARK_EVERY, noticePutBack } from './storage/put-back.ts';
import { anySpace } from './storage/spaces.ts';
import { deleteExpired } from './storage/sessions.ts';
import { sharedSecret } from './storage/settings.ts';
import { Turns } from './storage/turns.ts';
import { VisitorPages } from './visitors/pages.ts';

export interface ServerOptions {
  /** Holds the embedded database and the blobs. */
  dataDir: string;
  /** 0, the default, takes a free one. */
  port?: number;
  host?: string;
  /** Any PostgreSQL 15 or newer instead of the embedded one. */
  databaseUrl?: string;
  /** The origin that people see, such as `https://dayaq.example`; where it is not given, the one listened on. */
  publicUrl?: string;
  /** The built workspace; without it only the API is served. The build puts the public pages' scripts beside it. */
  workspaceDir?: string;
  behindProxy?: boolean;
  rates?: Partial<Rates>;
  bounds?: Partial<Bounds>;
  /** Where log lines go; nowhere by default. `every` logs each request, not only failures. */
  log?: { write(line: string): void; every: boolean };
  clock?: () => number;
  reminders?: {
    /** False: nobody is woken, and this server calls no other. */
    on?: boolean;
    /** Only for tests: messages may go to this very machine, without TLS. */
    loopback?: boolean;
    /** Milliseconds between two looks for what is due. */
    every?: number;
  };
}

export interface RunningServer {
  /** The origin, without a slash at the end. */
  url: string;
  /** A new one-time link for founding an organisation; earlier first-run links stop working. Null once one exists. */
  foundingLink(): Promise<string | null>;
  /** PostgreSQL's process, when embedded and running: for tests that kill it. */
  databasePid(): number | null;
  data: DataSource;
  stop(): Promise<void>;
}

const CLEAN_EVERY = 6 * 3_600_000;

/** Makes the data folder. Others may pass through it (PostgreSQL may run as another user) but see and open nothing. */
async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { uid } = await stat(folder);
  if (uid === process.getuid?.()) await chmod(folder, 0o711);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      fail(taken ? new Problem(`Port ${port} is taken by another program. Choose one with --port.`) : error);
    });
    server.listen(port, host, () => done());
  });
}

/** Ends the server: open requests may finish for a moment, streams are cut. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(cut);
}

/** Push services want to know whom to turn to; a name that nobody has where the server has no public one. */
function subjectOf(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https://') === true ? new URL(publicUrl).origin : 'https://notes.invalid';
}

/** The public pages, where their scripts are built. */
async function openVisitors(
  workspaceDir: string | undefined,
  { doors, db, clock }: Parts,
): Promise<AppOptions['visitors']> {
  const folder = workspaceDir === undefined ? null : join(workspaceDir, '../../public/dist');
  if (folder === null || !existsSync(folder)) return null;
  return {
    pages: new VisitorPages(doors, { tables: db.tables, clock }),
    files: await openStaticFiles(folder),
  };
}

/** Starts a whole server in this process: database, storage, API and pages. Throws `Problem` for what an operator can mend. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0, clock = Date.now, behindProxy = false } = options;
  const dataDir = resolve(options.dataDir);
  await openFolder(dataDir);
  const log: Log = openLog(options.log?.write ?? (() => undefined), options.log?.every ?? false, clock);
  const data = await openData({
    dataDir,
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    log,
  });
  try {
    const { db } = data;
    const random = (length: number): Uint8Array => randomBytes(length);
    const noticing = async (): Promise<void> => {
      if (await noticePutBack(db, dataDir, random)) log.event('logs-renewed');
    };
    await noticing();
    const nudges = new Nudges(db);
    const { on = true, loopback = false, every = LOOK_EVERY } = options.reminders ?? {};
    const key = await pushKey(db.tables);
    const delivery: DeliverOptions = { key, subject: subjectOf(options.publicUrl), loopback };
    const charters = new Charters();
    const lane = Lane.forStrangers();
    const floods = new Floods(clock);
    const parts: Parts = {
      db,
      blobs: await folderBlobs(join(dataDir, 'blobs')),
      nudges,
      charters,
      introduced: new Introduced(charters),
      doors: new Doors(db, charters),
      letters: new LetterQueue(db, lane, clock, (space, letters) => {
        nudges.changed(space);
        floods.came(space, letters);
      }),
      floods,
      appends: new AppendQueue(db),
      turns: new Turns(clock),
      clock,
      random,
      identity: await sharedSecret(db.tables, 'server-identity', random(16)),
      challengeKey: await sharedSecret(db.tables, 'challenge-key', random(32)),
      push: {
        publicKey: on ? key.publicKey : null,
        admits: (endpoint) => readEndpoint(endpoint, loopback) !== null,
      },
      teamChanged: openTeamMark(dataDir),
    };
    const files = options.workspaceDir ? await openStaticFiles(options.workspaceDir) : null;
    const visitors = await openVisitors(options.workspaceDir, parts);
    const bounds: Bounds = { ...DEFAULT_BOUNDS, ...options.bounds };
    const names = new Names(clock);
    const connections = new Connections(names, behindProxy, bounds.connections, clock);
    const limits = openLimits({ ...DEFAULT_RATES, ...options.rates }, clock);
    const gate = new Gate({ parts, limits, names, connections, behindProxy, bounds, lane });
    const server = openListener(
      createApp({ parts, log, gate, files, visitors }).fetch,
      connections,
      bounds.pace,
    );
    await listen(server, host, port);
    nudges.start();
    const reminders = new Reminders(db, clock, log, delivery);
    if (on) reminders.start(every);
    const clean = (): void => {
      const today = dayNumberOf(clock());
      void deleteExpired(db.tables, today).catch(() => undefined);
      void deleteOldLetters(db.tables, today).catch(() => undefined);
      void deleteUnheard(parts, today).catch(() => undefined);
    };
    const cleaning = setInterval(clean, CLEAN_EVERY);
    clean();
    const marking = setInterval(() => void noticing().catch(() => undefined), MARK_EVERY);

    const address = server.address() as AddressInfo;
    const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    const url = options.publicUrl?.replace(/\/+$/, '') ?? `http://${shown}:${address.port}`;
    return {
      url,
      data,
      databasePid: () => data.databasePid(),
      async foundingLink() {
        if (await anySpace(db)) return null;
        return `${url}/begin#${await makeFirstRunToken(parts)}`;
      },
      async stop() {
        clearInterval(cleaning);
        clearInterval(marking);
        await close(server);
        await reminders.stop();
        await nudges.stop();
        await data.close();
      },
    };
  } catch (error) {
    await data.close();
    throw error;
  }
}
