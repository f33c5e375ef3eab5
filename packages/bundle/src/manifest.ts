/** The format, named in the manifest: whoever changes it names another. */
export const FORMAT = 'dayaq-bundle/1';

/** Files with a part of their own. Everything that the manifest lists lies beside them. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const CUSTODY = 'custody.json';

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

/** A copy that lies in the bundle, as `custody.json` names it. */
export interface CopyInside {
  name: string;
  sha256: string;
}

/** The manifest, or null where these bytes are none. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  const read = readJson(bytes);
  if (typeof read !== 'object' || read === null) return null;
  const { format, made, account, key, files } = read as Record<string, unknown>;
  if (format !== FORMAT || typeof made !== 'string' || typeof account !== 'string') return null;
  if (typeof key !== 'string' || !Array.isArray(files)) return null;
  const listed = files.map((file: unknown) => {
    if (typeof file !== 'object' || file === null) return null;
    const { name, size, sha256 } = file as Record<string, unknown>;
    if (typeof name !== 'string' || typeof size !== 'number' || typeof sha256 !== 'string') return null;
    return { name, size, sha256 };
  });
  if (listed.some((file) => file === null)) return null;
  return { format: FORMAT, made, account, key, files: listed.filter((file) => file !== null) };
}

/** The copies that `custody.json` says lie in the bundle; null where it cannot be read. */
export function copiesNamed(bytes: Uint8Array): CopyInside[] | null {
  const read = readJson(bytes);
  if (typeof read !== 'object' || read === null || !('files' in read) || !Array.isArray(read.files))
    return null;
  const found: CopyInside[] = [];
  for (const file of read.files as unknown[]) {
    const inside = typeof file === 'object' && file !== null && 'inside' in file ? file.inside : null;
    if (!Array.isArray(inside)) return null;
    for (const copy of inside as unknown[]) {
      if (typeof copy !== 'object' || copy === null || !('name' in copy) || !('sha256' in copy)) return null;
      if (typeof copy.name !== 'string' || typeof copy.sha256 !== 'string') return null;
      found.push({ name: copy.name, sha256: copy.sha256 });
    }
  }
  return found;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
