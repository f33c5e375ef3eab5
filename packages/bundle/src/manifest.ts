import { equalBytes } from '@dayaq/sealing/verify';
import { isPlainName } from './archive.ts';

/** The format, named in the manifest: whoever changes it names another. */
export const FORMAT = 'dayaq-bundle/1';

/** Files with a part of their own. Everything that the manifest lists lies beside them. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const CUSTODY = 'custody.json';
/** Words for people. */
export const README = 'README.txt';

/** Bytes of a manifest; a thousand files take a fifth of it. */
export const LARGEST_MANIFEST = 1024 * 1024;

/** What is signed: who made the bundle, and every file in it. */
export interface Manifest {
  format: typeof FORMAT;
  /** When it was made, by the clock of whoever made it: ISO 8601 in UTC. */
  made: string;
  /** Number of the account that signs. */
  account: string;
  /** Its public key (Ed25519), base64url. */
  key: string;
  /** In the order of the archive; `sha256` in hex. */
  files: { name: string; size: number; sha256: string }[];
}

/** One file's sheet in `custody.json`: the copies that it has, and those of them that lie in the bundle. */
export interface Sheet {
  copies: { copy: string; size: number; sha256: string }[];
  inside: { name: string; copy: string; sha256: string }[];
  /** Steps of its way: of which bytes each is, as far as it says, and whether another one signed it than it names. */
  steps?: readonly { step: string; sha256?: string; signedByAnother?: boolean }[];
}

/** The manifest, or null where these bytes are none. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  const read = readJson(bytes);
  if (typeof read !== 'object' || read === null) return null;
  const { format, made, account, key, files } = read as Record<string, unknown>;
  if (format !== FORMAT || !isTime(made) || typeof account !== 'string' || !ACCOUNT.test(account))
    return null;
  if (typeof key !== 'string') return null;
  const listed = listOf(files, ({ name, size, sha256 }) =>
    typeof name === 'string' && isPlainName(name) && isSize(size) && isSha256(sha256)
      ? { name, size, sha256 }
      : null,
  );
  return listed === null ? null : { format: FORMAT, made, account, key, files: listed };
}

/** The sheets of `custody.json`; null where it cannot be read. */
export function readSheets(bytes: Uint8Array): Sheet[] | null {
  const read = readJson(bytes);
  if (typeof read !== 'object' || read === null || !('files' in read)) return null;
  return listOf(read.files, (file) => {
    const copies = listOf(file['copies'], ({ copy, size, sha256 }) =>
      typeof copy === 'string' && isSize(size) && isSha256(sha256) ? { copy, size, sha256 } : null,
    );
    const inside = listOf(file['inside'], ({ name, copy, sha256 }) =>
      typeof name === 'string' && isPlainName(name) && typeof copy === 'string' && isSha256(sha256)
        ? { name, copy, sha256 }
        : null,
    );
    const steps = listOf(file['steps'] ?? [], ({ step, sha256, signedByAnother }) =>
      typeof step === 'string' && (sha256 === undefined || isSha256(sha256))
        ? {
            step,
            ...(sha256 === undefined ? {} : { sha256 }),
            ...(signedByAnother === true ? { signedByAnother } : {}),
          }
        : null,
    );
    return copies === null || inside === null || steps === null ? null : { copies, inside, steps };
  });
}

/** What stands in a verdict is printed: nothing but what it is said to be may stand there. */
const ACCOUNT = /^[\w-]{1,64}$/;
const isTime = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Each element read; null where it is no list, or one of them cannot be read. */
function listOf<T>(value: unknown, read: (element: Record<string, unknown>) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const element of value as unknown[]) {
    const one =
      typeof element === 'object' && element !== null ? read(element as Record<string, unknown>) : null;
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

/** As `readJson` takes it, and for people who look into it. */
export function writeJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Only what `writeJson` writes: with a name twice, say, two programs could read two things out of what was signed. */
function readJson(bytes: Uint8Array): unknown {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return equalBytes(writeJson(read), bytes) ? read : null;
  } catch {
    return null;
  }
}
