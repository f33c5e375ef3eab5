import { LIMITS, type Request } from '@dayaq/protocol';
import { isSealedMessageSize } from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { dayNumberOf } from '../days.ts';
import type { Parts } from '../parts.ts';
import { Refused, refuse, tooOften } from '../refused.ts';
import {
  countLetters,
  findLetter,
  insertLetter,
  insertPiece,
  type LetterRow,
  numberLetter,
  piecesOf,
} from '../storage/letters.ts';
import type { Schema } from '../storage/schema.ts';
import { lockSpace } from '../storage/spaces.ts';

type Piece = Request<'letters/put'>;

export interface Taken {
  readonly stored: Uint8Array;
  readonly complete: boolean;
  /** It came whole just now. */
  readonly isNew: boolean;
}

/**
 * Keeps one piece of a letter, and gives it its number with the last one. A letter is refused where no door is open, where it is
 * sealed to an epoch that is not known yet, where its sender’s home has begun too many, and where it is not as long as padding makes it: whatever was not sealed is nowhere kept.
 */
export async function takePiece(
  tx: Transaction<Schema>,
  parts: Parts,
  body: Piece,
  begins: () => number,
): Promise<Taken | Refused> {
  const { space, letter, piece, pieces, sealed } = body;
  if (piece >= pieces) return refuse('malformed', 'piece');
  if (piece < pieces - 1 && sealed.length !== LIMITS.letterPiece) return refuse('malformed', 'sealed');
  if (piece === pieces - 1 && !isSealedMessageSize((pieces - 1) * LIMITS.letterPiece + sealed.length))
    return refuse('malformed', 'sealed');
  const row = await begun(tx, parts, body, begins);
  if (row instanceof Refused) return row;
  if (row.pieces !== pieces || row.epoch !== body.epoch) return refuse('blob-mismatch');
  await insertPiece(tx, space, letter, piece, sealed);
  const stored = new Uint8Array(pieces);
  for (const there of await piecesOf(tx, space, letter)) stored[there.piece] = 1;
  const complete = !stored.includes(0);
  const isNew = complete && row.number === null;
  if (isNew) {
    if (!(await lockSpace(tx, space))) return refuse('not-found');
    await numberLetter(tx, space, letter, dayNumberOf(parts.clock()));
  }
  return { stored, complete, isNew };
}

/** The letter that a piece belongs to; one that began is finished also when the door was shut meanwhile. */
async function begun(
  tx: Transaction<Schema>,
  parts: Parts,
  body: Piece,
  begins: () => number,
): Promise<LetterRow | Refused> {
  const { space, letter, epoch, pieces } = body;
  const known = await findLetter(tx, space, letter);
  if (known) return known;
  const door = await parts.doors.of(space, tx);
  if (door === null) return refuse('not-found');
  if (epoch > door.epoch) return refuse('malformed', 'epoch');
  const wait = begins();
  if (wait > 0) return tooOften(wait);
  if ((await countLetters(tx, space)) >= LIMITS.lettersPerSpace) return refuse('too-large', 'letters');
  await insertLetter(tx, space, letter, { epoch, pieces, day: dayNumberOf(parts.clock()) });
  return (await findLetter(tx, space, letter)) ?? refuse('unavailable');
}
