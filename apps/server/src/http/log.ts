import { pino } from 'pino';

/** All that is ever logged of a request. No address, agent, id, query or message: nothing that says who. */
export interface RequestLine {
  route: string;
  status: number;
  /** A power of ten of milliseconds, or `slow`. */
  duration: '<10' | '<100' | '<1000' | 'slow';
  /** An error code of the protocol, or the class or SQLSTATE of what was thrown. */
  error?: string;
}

/** The fields that a log line may have; a test holds every line against it. */
export const LOG_FIELDS = ['level', 'time', 'route', 'status', 'duration', 'error', 'event'] as const;

/** Things that happen to the server itself. */
export type ServerEvent =
  | 'database-lost'
  | 'database-restarted'
  | 'uncaught'
  | 'push-failed'
  | 'crowded'
  | 'logs-renewed';

export interface Log {
  request(line: RequestLine): void;
  event(event: ServerEvent, error?: string): void;
  /** Somebody was sent away because too much is going on. Said once a minute, however many they are. */
  crowded(): void;
}

const CROWDED_EVERY = 60_000;

export function durationBucket(milliseconds: number): RequestLine['duration'] {
  if (milliseconds < 10) return '<10';
  if (milliseconds < 100) return '<100';
  return milliseconds < 1000 ? '<1000' : 'slow';
}

/** What is said of something thrown: its SQLSTATE, system code or class; never its message, which may quote data. */
export function errorName(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** Logs refusals of the server's own making (5xx) and events; with `every`, each request too. Times are whole days. */
export function openLog(write: (line: string) => void, every: boolean, clock: () => number): Log {
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date(clock()).toISOString().slice(0, 10)}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  let crowdedAt = Number.NEGATIVE_INFINITY;
  return {
    request(line) {
      if (line.status >= 500) logger.error(line);
      else if (every) logger.info(line);
    },
    event(event, error) {
      logger.warn(error === undefined ? { event } : { event, error });
    },
    crowded() {
      if (clock() - crowdedAt < CROWDED_EVERY) return;
      crowdedAt = clock();
      logger.warn({ event: 'crowded' });
    },
  };
}
