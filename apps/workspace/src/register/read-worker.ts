/** A file is read in here: a million rows that are only dressed take seconds, in which the page goes on. */
import { type Asked, readChosen } from '@dayaq/register';

export interface ToRead {
  bytes: Uint8Array;
  asked: Asked;
}

self.onmessage = ({ data: { bytes, asked } }: MessageEvent<ToRead>) => {
  self.postMessage(readChosen(bytes, asked));
};
