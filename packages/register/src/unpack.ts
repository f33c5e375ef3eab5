import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { LIMITS } from './limits.ts';
import { type Read, refused } from './table.ts';

/** Parts of an Office file as text, by their names; those that are not there are missing. */
export type Unpack = (names: readonly string[]) => Read<ReadonlyMap<string, string>>;

/** Unpacks parts of an Office file, and nothing that would not fit, whatever the file says of itself. */
export function unpacker(bytes: Uint8Array): Unpack {
  return (names) => {
    let size = 0;
    const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
      if (!names.includes(name)) return false;
      size += originalSize;
      return size <= LIMITS.unpacked;
    };
    try {
      // Each part is unpacked into as much room as it says that it needs, and not a byte more.
      const files = unzipSync(bytes, { filter: wanted });
      if (size > LIMITS.unpacked) return refused('too-large-inside');
      return {
        ok: true,
        value: new Map(Object.entries(files).map(([name, part]) => [name, strFromU8(part)])),
      };
    } catch {
      return refused('damaged');
    }
  };
}
