import { LIMITS, type Request } from '@dayaq/protocol';
import { isSealedMessageSize } from '@dayaq/sealing/verify';
import type { Transaction } from 'kysely';
import { dayNumberOf } from '../days.ts';
import type { DoorHere } from './doors.ts';
import type { Parts } from '../parts.ts';
import { Refused, refuse } from '../refused.ts';
import {
  hasRoom,
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

/** Counts a letter that begins at a door; why it may not. */
export type Begins = (door: DoorHere) => Promise<Refused | null>;

export interface Taken {
  readonly stored: Uint8Array;
  readonly complete: boolean;
  /** It came whole just now. */
  readonly isNew: boolean;
}

/** Whether a piece is as long as sealing makes one at its place. */
export function isPiece({ piece, pieces, sealed }: Piece): boolean {
  if (piece >= pieces) return false;
  if (piece < pieces - 1) return sealed.length === LIMITS.letterPiece;
  return isSealedMessageSize((pieces - 1) * LIMITS.letterPiece + sealed.length);
}

/**
 * Keeps one piece of a letter of several, and gives it its number with the last one. A letter is refused where no door is open,
 * where it is sealed to an epoch that is not known yet, and where its sender’s home has begun too many. Those of one piece go
 * through `LetterQueue`.
 */
export async function takePiece(
  tx: Transaction<Schema>,
  parts: Parts,
  body: Piece,
  begins: Begins,
): Promise<Taken | Refused> {
  const { space, letter, piece, pieces, sealed } = body;
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
  begins: Begins,
): Promise<LetterRow | Refused> {
  const { space, letter, epoch, pieces } = body;
  const known = await findLetter(tx, space, letter);
  if (known) return known;
  const door = await parts.doors.of(space, tx);
  if (door === null) return refuse('not-found');
  if (epoch > door.epoch) return refuse('malformed', 'epoch');
  const kept = await begins(door);
  if (kept !== null) return kept;
  if (!(await hasRoom(tx, space, pieces, dayNumberOf(parts.clock())))) return refuse('too-large', 'letters');
  await insertLetter(tx, space, letter, { epoch, pieces, day: dayNumberOf(parts.clock()) });
  parts.floods.came(space, 1);
  return (await findLetter(tx, space, letter)) ?? refuse('unavailable');
}
