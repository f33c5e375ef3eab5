const MAGIC = 'mozLz40\0';
/** Bytes of a match that its four bits do not count. */
const LEAST = 4;

/**
 * What Firefox wrote as one LZ4 block behind its own head (`.jsonlz4`, `.baklz4`); any other file's bytes as they are.
 * Source: the LZ4 block format description.
 */
export function plainOf(file: Buffer): Buffer {
  if (file.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return file;
  const plain = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  let at = MAGIC.length + 4;
  let length = 0;
  const counted = (bits: number): number => {
    let count = bits;
    if (bits === 15)
      for (let more = 255; more === 255; count += more) {
        more = file[at] ?? 0;
        at += 1;
      }
    return count;
  };
  while (at < file.length) {
    const token = file[at] ?? 0;
    at += 1;
    const literals = counted(token >> 4);
    file.copy(plain, length, at, at + literals);
    at += literals;
    length += literals;
    if (at >= file.length) break;
    const back = file.readUInt16LE(at);
    at += 2;
    // Byte by byte: what is repeated may reach into itself.
    for (let end = length + counted(token & 15) + LEAST; length < end; length += 1)
      plain[length] = plain[length - back] ?? 0;
  }
  return plain;
}
