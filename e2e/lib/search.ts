import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text that occurs nowhere by chance, in each of the forms in which a program could have left it. */
export interface Mark {
  text: string;
  forms: Buffer[];
}

export function mark(text: string): Mark {
  const plain = Buffer.from(text, 'utf8');
  return { text, forms: [plain, Buffer.from(text, 'utf16le'), Buffer.from(plain.toString('hex')), base64Core(plain)] };
}

/** The part of a base64 form that does not depend on what stood before or after it, when it starts on a boundary. */
function base64Core(plain: Buffer): Buffer {
  return Buffer.from(plain.subarray(0, plain.length - (plain.length % 3)).toString('base64'));
}

const found = (bytes: Buffer, marks: readonly Mark[]): string[] =>
  marks.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ text }) => text);

/** Marks found in any file below a folder, as `path: mark`. */
export function searchFolder(folder: string, marks: readonly Mark[]): string[] {
  const hits: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hits.push(...searchFolder(path, marks));
    else if (entry.isFile()) hits.push(...found(readFileSync(path), marks).map((text) => `${path}: ${text}`));
  }
  return hits;
}

export function searchText(name: string, text: string, marks: readonly Mark[]): string[] {
  return found(Buffer.from(text), marks).map((each) => `${name}: ${each}`);
}

const PIECE = 16 * 1024 * 1024;
const OVERLAP = 4096;

/** Marks found in the memory of a process: everything of it that can be read and written. Needs to be root or its owner. */
export function searchMemory(pid: number, marks: readonly Mark[]): { bytes: number; hits: string[] } {
  const maps = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const hits = new Set<string>();
  let bytes = 0;
  const piece = Buffer.alloc(PIECE + OVERLAP);
  for (const line of maps) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (from === undefined || to === undefined) continue;
    const end = Number.parseInt(to, 16);
    for (let at = Number.parseInt(from, 16); at < end; at += PIECE) {
      let read = 0;
      try {
        read = readSync(memory, piece, 0, Math.min(piece.length, end - at), at);
      } catch {
        // A part that went away meanwhile, or that the kernel keeps for itself.
        continue;
      }
      bytes += read;
      for (const text of found(piece.subarray(0, read), marks)) hits.add(`memory of ${pid}: ${text}`);
    }
  }
  closeSync(memory);
  return { bytes, hits: [...hits] };
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
