import { type Asked, type Chosen, type Read, readChosen } from '@dayaq/register';
import type { ToRead } from './read-worker.ts';

export type Reader = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

const start = (): Reader => new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });

/** A file being read in a Worker of its own. `answer`: null once it was stopped. */
export interface Reading {
  answer: Promise<Read<Chosen> | null>;
  stop(): void;
}

/** Reads a file away from the page; where no Worker starts it is read here, which only holds the page up. */
export function readAway(bytes: Uint8Array, asked: Asked, begin: () => Reader = start): Reading {
  let stop = (): void => undefined;
  const answer = new Promise<Read<Chosen> | null>((told) => {
    let reader: Reader;
    const end = (read: Read<Chosen> | null): void => {
      reader.terminate();
      told(read);
    };
    try {
      reader = begin();
    } catch {
      return told(readChosen(bytes, asked));
    }
    reader.onmessage = ({ data }: MessageEvent<Read<Chosen>>) => end(data);
    // Memory that it could not get, the page would not either: of what ends a Worker in the middle nothing is known.
    reader.onmessageerror = () => end({ ok: false, refusal: { code: 'too-large-inside' } });
    reader.onerror = () => end({ ok: false, refusal: { code: 'damaged' } });
    stop = () => end(null);
    reader.postMessage({ bytes, asked } satisfies ToRead);
  });
  return { answer, stop: () => stop() };
}
