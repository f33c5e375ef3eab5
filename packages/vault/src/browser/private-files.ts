import type { AccessHandlePoolVFS } from '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js';
import { WriteBehind } from './write-behind.ts';

/** SQLite's result codes. */
const OK = 0;
const IOERR_WRITE = 778;
const IOERR_READ = 266;
const IOERR_SHORT_READ = 522;
const FULL = 13;
/** Milliseconds, and how often. */
const AGAIN_AFTER = 150;
const TRIES = 20;

/**
 * The pool of private files, with an end to what it throws. An exception that leaves the middle of a SQLite statement
 * leaves SQLite half way; a result code makes it roll back and say why: that the device is full, or the file gone.
 */
export async function openPrivateFiles(directory: string, module: unknown): Promise<AccessHandlePoolVFS> {
  const { AccessHandlePoolVFS: Pool } = await import(
    '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js'
  );
  class PrivateFiles extends Pool {
    // A write that is cut short has no other cause than room.
    readonly #behind = new WriteBehind((file, data, offset) =>
      said(IOERR_WRITE, () => (super.jWrite(file, data, offset) === OK ? OK : FULL)),
    );
    /** Runs what needs everything to be written, and where a failing write is heard: it is what failed. */
    #written(otherwise: number, work: () => number): number {
      const code = this.#behind.flush();
      return code === OK ? said(otherwise, work) : code;
    }
    /** The same where SQLite may pass over what it is told. */
    #emptied(otherwise: number, work: () => number): number {
      this.#behind.empty();
      return said(otherwise, work);
    }
    override jWrite(file: number, data: Uint8Array, offset: number): number {
      // What comes is a stand-in for a view of the engine's memory, and this is the view.
      return this.#behind.take(file, data.subarray(), offset);
    }
    override jTruncate(file: number, size: number): number {
      return this.#emptied(IOERR_WRITE, () => super.jTruncate(file, size));
    }
    override jSync(file: number, flags: number): number {
      return this.#written(IOERR_WRITE, () => super.jSync(file, flags));
    }
    override jRead(file: number, data: Uint8Array, offset: number): number {
      return this.#written(IOERR_READ, () => {
        const code = super.jRead(file, data, offset);
        return code === OK || code === IOERR_SHORT_READ ? code : IOERR_READ;
      });
    }
    override jFileSize(file: number, size: DataView): number {
      return this.#emptied(IOERR_READ, () => super.jFileSize(file, size));
    }
    override jDelete(name: string, syncDirectory: number): number {
      return this.#emptied(IOERR_WRITE, () => super.jDelete(name, syncDirectory));
    }
    override jClose(file: number): number {
      return this.#emptied(IOERR_WRITE, () => super.jClose(file));
    }
  }
  for (let attempt = 1; ; attempt++) {
    const files = new PrivateFiles(directory, module);
    try {
      await files.isReady();
      return files;
    } catch (error) {
      // A Worker that was ended a moment ago may still hold them.
      if (attempt === TRIES) throw error;
      await pause();
      await files.close();
    }
  }
}

const pause = () => new Promise<void>((go) => setTimeout(go, AGAIN_AFTER));

function said(otherwise: number, work: () => number): number {
  try {
    return work();
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? FULL : otherwise;
  }
}
