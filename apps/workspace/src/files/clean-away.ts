import type { Apart } from './clean-worker.ts';

/** Milliseconds: a phone takes some seconds for a large picture; what takes longer is made to take long. */
const LONGEST = 90_000;

/** The same PDF without what stands beside its pages; null where it cannot be made. See `cleanPdf`. */
export const cleanPdfAway = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> =>
  apart<Uint8Array<ArrayBuffer>>({ as: 'pdf', bytes });

/** The pixels of a HEIC picture; null where it cannot be read. */
export const heicPixelsAway = (bytes: Uint8Array): Promise<ImageData | null> =>
  apart<ImageData>({ as: 'heic', bytes });

/** Answers null where no Worker starts, its code cannot be fetched, it breaks off or takes too long. */
function apart<Made>(asked: Apart): Promise<Made | null> {
  return new Promise((told) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./clean-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      return told(null);
    }
    const end = (made: Made | null): void => {
      clearTimeout(limit);
      worker.terminate();
      told(made);
    };
    const limit = setTimeout(() => end(null), LONGEST);
    worker.onmessage = ({ data }: MessageEvent<Made | null>) => end(data);
    worker.onmessageerror = () => end(null);
    worker.onerror = () => end(null);
    worker.postMessage(asked);
  });
}
