/**
 * Whether what was thrown means that PostgreSQL or the disk cannot serve now: nothing was stored and trying later is
 * right. Everything else is a fault of ours.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (NO_CONNECTION.some((text) => error.message.includes(text))) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SYSTEM.has(code) || SQL_CLASSES.some((prefix) => code.startsWith(prefix)) || SQL_STATES.has(code);
}

const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EMFILE',
]);
/** Connection exceptions, insufficient resources, operator intervention, system errors. */
const SQL_CLASSES = ['08', '53', '57', '58'];
/** Deadlock, serialization failure, read-only transaction (a standby or a full disk's emergency). */
const SQL_STATES = new Set(['40P01', '40001', '25006']);
/** How the driver words a connection that broke or could not be made in time; it gives these no code. */
const NO_CONNECTION = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end',
];
