import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { decodeBody, encodeBody } from '@dayaq/protocol';
import { Problem } from '../problem.ts';

/**
 * A backup is one file: a first line, frames, and the SHA-256 of everything before it. A frame is its length in four
 * bytes and CBOR [part, payload]. The last frame is the manifest, which names each part with its frames, bytes and
 * SHA-256.
 */
const MAGIC = Buffer.from('dayaq-backup/1\n');
const MANIFEST = 'manifest';
const LARGEST_FRAME = 512 * 1024 * 1024;

export interface PartSummary {
  name: string;
  frames: number;
  bytes: number;
  sha256: Uint8Array;
}

export interface Manifest {
  /** Version of the tables' schema. */
  schema: number;
  /** Days since 1970. */
  day: number;
  parts: PartSummary[];
}

/** Sums up the parts as their frames go by, in writing and in reading alike. */
class Parts {
  readonly #parts = new Map<string, { frames: number; bytes: number; hash: Hash }>();

  add(name: string, payload: Uint8Array): void {
    const part = this.#parts.get(name) ?? { frames: 0, bytes: 0, hash: createHash('sha256') };
    part.frames++;
    part.bytes += payload.length;
    part.hash.update(payload);
    this.#parts.set(name, part);
  }

  summary(): PartSummary[] {
    return [...this.#parts].map(([name, { frames, bytes, hash }]) => ({
      name,
      frames,
      bytes,
      sha256: hash.copy().digest(),
    }));
  }
}

export class BackupWriter {
  readonly #file: FileHandle;
  readonly #whole = createHash('sha256');
  readonly #parts = new Parts();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Starts a new file; throws when there is one. */
  static async create(path: string): Promise<BackupWriter> {
    const writer = new BackupWriter(await open(path, 'wx', 0o600));
    await writer.#put(MAGIC);
    return writer;
  }

  async add(part: string, payload: Uint8Array): Promise<void> {
    this.#parts.add(part, payload);
    await this.#frame(part, payload);
  }

  /** Writes the manifest, and returns when everything is on the disk. */
  async finish(about: Omit<Manifest, 'parts'>): Promise<Manifest> {
    const manifest = { ...about, parts: this.#parts.summary() };
    await this.#frame(MANIFEST, encodeBody(manifest));
    await this.#file.writeFile(this.#whole.digest());
    await this.#file.sync();
    await this.#file.close();
    return manifest;
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #frame(part: string, payload: Uint8Array): Promise<void> {
    const frame = encodeBody([part, payload]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(frame.length);
    await this.#put(length);
    await this.#put(frame);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#whole.update(bytes);
    await this.#file.writeFile(bytes);
  }
}

const damaged = (): Problem => new Problem('This backup is damaged or not complete. Nothing was changed.');

/** Reads exactly so many bytes. */
async function readExactly(file: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(bytes, got, length - got, null);
    if (bytesRead === 0) throw damaged();
    got += bytesRead;
  }
  return bytes;
}

function readFrame(bytes: Uint8Array): [string, Uint8Array] {
  let frame: unknown;
  try {
    frame = decodeBody(bytes);
  } catch {
    throw damaged();
  }
  if (!Array.isArray(frame) || typeof frame[0] !== 'string' || !(frame[1] instanceof Uint8Array))
    throw damaged();
  return [frame[0], frame[1]];
}

/**
 * Reads a backup from end to end, handing every frame on, and checks every hash on the way. Throws `Problem` when
 * anything is amiss; what was handed on before that must then be undone.
 */
export async function readBackup(
  path: string,
  each: (part: string, payload: Uint8Array) => Promise<void> | void,
): Promise<Manifest> {
  const file = await open(path, 'r').catch(() => {
    throw new Problem(`${path} cannot be read.`);
  });
  const whole = createHash('sha256');
  const parts = new Parts();
  const take = async (length: number): Promise<Buffer> => {
    const bytes = await readExactly(file, length);
    whole.update(bytes);
    return bytes;
  };
  try {
    if (!(await take(MAGIC.length)).equals(MAGIC)) throw new Problem(`${path} is not a backup of Dayaq.`);
    for (;;) {
      const length = (await take(4)).readUInt32BE();
      if (length > LARGEST_FRAME) throw damaged();
      const [part, payload] = readFrame(await take(length));
      if (part === MANIFEST) {
        const expected = whole.digest();
        if (!(await readExactly(file, 32)).equals(expected)) throw damaged();
        return readManifest(payload, parts.summary());
      }
      parts.add(part, payload);
      await each(part, payload);
    }
  } finally {
    await file.close();
  }
}

/** The manifest if it names exactly the parts that were read. */
function readManifest(payload: Uint8Array, read: PartSummary[]): Manifest {
  const manifest = decodeBody(payload) as Manifest;
  const text = (parts: PartSummary[]): string =>
    parts
      .map((part) => `${part.name} ${part.frames} ${part.bytes} ${Buffer.from(part.sha256).toString('hex')}`)
      .join('\n');
  if (text(manifest.parts) !== text(read)) throw damaged();
  return manifest;
}
