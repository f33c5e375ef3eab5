import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A random text that begins everything a journey types, in each of the forms in which a program could have left it: as
 * it is, in sixteen-bit letters, in hexadecimal, in base64.
 */
export interface Canary {
  text: string;
  forms: Buffer[];
}

/** @param text letters and digits, a multiple of three of them, so that its base64 form has no neighbour inside */
export function canary(text: string): Canary {
  const plain = Buffer.from(text, 'utf8');
  const forms = [
    plain,
    Buffer.from(text, 'utf16le'),
    Buffer.from(plain.toString('hex')),
    Buffer.from(plain.toString('base64')),
  ];
  return { text, forms };
}

const AROUND = 48;

/** What stands where the canary was found, so that the failure says which field it was; null where it is not. */
function found(bytes: Buffer, { forms }: Canary): string | null {
  for (const form of forms) {
    const at = bytes.indexOf(form);
    if (at >= 0) return bytes.subarray(at, at + AROUND).toString('latin1');
  }
  return null;
}

/** Files below a folder in which the canary is found, as `path: what stands there`. */
export function searchFolder(folder: string, wanted: Canary): string[] {
  const hits: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hits.push(...searchFolder(path, wanted));
    else if (entry.isFile()) {
      const hit = found(readFileSync(path), wanted);
      if (hit !== null) hits.push(`${path}: ${hit}`);
    }
  }
  return hits;
}

export function searchText(text: string, wanted: Canary): string | null {
  return found(Buffer.from(text), wanted);
}

const PIECE = 16 * 1024 * 1024;
const OVERLAP = 4096;

/**
 * Where the canary is found in the memory of processes: everything of them that can be written to. What they share is
 * read once; one that has ended meanwhile has none. Needs to be root or their owner.
 */
export function searchMemory(pids: readonly number[], wanted: Canary): { bytes: number; hits: string[] } {
  const shared = new Set<string>();
  const hits: string[] = [];
  let bytes = 0;
  const piece = Buffer.alloc(PIECE + OVERLAP);
  for (const pid of pids) {
    for (const { from, to, name } of writable(pid)) {
      if (name !== null && shared.has(name)) continue;
      if (name !== null) shared.add(name);
      for (let at = from; at < to; at += PIECE) {
        const read = readMemory(pid, piece, at, Math.min(piece.length, to - at));
        bytes += read;
        const hit = found(piece.subarray(0, read), wanted);
        if (hit !== null) hits.push(`memory of ${pid}: ${hit}`);
      }
    }
  }
  return { bytes, hits };
}

/** The parts of a process's memory that it can write to; `name` tells those that it shares with others. */
function writable(pid: number): { from: number; to: number; name: string | null }[] {
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
  } catch {
    return [];
  }
  return maps.split('\n').flatMap((line) => {
    const [, from, to, kind, name] = /^([0-9a-f]+)-([0-9a-f]+) rw.([ps]) (.*)$/.exec(line) ?? [];
    if (from === undefined || to === undefined) return [];
    return [
      {
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
        name: kind === 's' ? (name ?? '') : null,
      },
    ];
  });
}

function readMemory(pid: number, into: Buffer, at: number, length: number): number {
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r');
    try {
      return readSync(memory, into, 0, length, at);
    } finally {
      closeSync(memory);
    }
  } catch {
    // A part that went away meanwhile, or that the kernel keeps for itself.
    return 0;
  }
}

/** Bytes below a folder: a search that read nothing must not pass for one that found nothing. */
export function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    size += entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0;
  }
  return size;
}
