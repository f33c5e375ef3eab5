import { type Zippable, zipSync } from 'fflate';

/** The first day that the format knows, so that an archive tells nothing about when it was made. */
const DAY = new Date(1980, 0, 1);

/** A ZIP archive of a few small files (ASCII names): enough for an office document or tables of text. */
export function zipped(files: Zippable): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(files, { mtime: DAY }));
}
