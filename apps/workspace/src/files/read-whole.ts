/** Milliseconds: a file that a cloud drive still has to fetch may never come. */
const PATIENCE = 60_000;

/** A chosen file's bytes; null where it cannot be read any more: moved, deleted, or not fetched yet. */
export async function readWhole(file: Blob, patience = PATIENCE): Promise<Uint8Array<ArrayBuffer> | null> {
  const tooLong = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const read = file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  return Promise.race([read, tooLong]);
}
