import { LETTER_SHAPES } from '@dayaq/sealing';

/** Up to where the letters of a space were looked through on this device, in one life of its log. */
export interface Seen {
  readonly log: string;
  readonly number: number;
  /** The first letter to this account of which the program could not read what is in the seal, and how many shapes it knew. */
  readonly unread?: { readonly number: number; readonly shapes: number };
}

/**
 * From where looking through goes on. A program that knows other shapes looks once more from the first letter on that the one before
 * could not read: what stands already stands once.
 */
export function goesOn(seen: Seen | null, log: string, shapes: number = LETTER_SHAPES): Seen {
  // After a restore numbers may be given a second time.
  if (seen === null || seen.log !== log) return { log, number: 0 };
  if (seen.unread === undefined || seen.unread.shapes === shapes) return seen;
  return { log, number: Math.min(seen.number, seen.unread.number - 1) };
}

/** Notes a letter that this program cannot read: it holds up nothing, and is not forgotten. */
export function notRead(seen: Seen, number: number, shapes: number = LETTER_SHAPES): Seen {
  return { ...seen, unread: { number: Math.min(number, seen.unread?.number ?? number), shapes } };
}
