import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytes, bytesUpTo, count, day, small, listOf, id16, id32, empty } from './parts.ts';

/** What people without an account read and send, and how members answer. */
export const VISITORS = {
  /** What a visitor checks an open door by: see `readDoor` of sealing. `not-found` where none is open. */
  'doors/read': {
    session: false,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({ acts: listOf(bytesUpTo(LIMITS.charterAct), LIMITS.doorActs), day }),
  },
  /** Publishes a survey, so that two can sign for it: it is readable to whoever asks for it by its SHA-256. Repeating is safe. */
  'surveys/put': {
    session: true,
    request: v.strictObject({ space: id32, survey: bytesUpTo(LIMITS.survey) }),
    reply: v.strictObject({ hash: id32 }),
  },
  /** For members, whether or not it is asked at the door. */
  'surveys/get': {
    session: true,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ survey: bytesUpTo(LIMITS.survey) }),
  },
  /** For whoever answers: a survey that is asked at the open door, `not-found` otherwise. */
  'surveys/read': {
    session: false,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ survey: bytesUpTo(LIMITS.survey) }),
  },
  /** Publishes a question in somebody's voice, before the survey that names it. Repeating is safe. */
  'sounds/put': {
    session: true,
    request: v.strictObject({ space: id32, sound: bytesUpTo(LIMITS.sound) }),
    reply: v.strictObject({ hash: id32 }),
  },
  /** For members, whether or not it is heard at the door. */
  'sounds/get': {
    session: true,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ sound: bytesUpTo(LIMITS.sound) }),
  },
  /** For whoever answers: a sound that a survey at the open door names, `not-found` otherwise. */
  'sounds/read': {
    session: false,
    request: v.strictObject({ space: id32, hash: id32 }),
    reply: v.strictObject({ sound: bytesUpTo(LIMITS.sound) }),
  },
  /**
   * Codes of a survey, by the SHA-256 of each, under the hash of the key that the survey names; with the key's secret where it is new.
   * Repeating is safe.
   */
  'codes/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      key: id32,
      secret: v.nullable(bytesUpTo(LIMITS.codeSecret)),
      codes: listOf(id32, LIMITS.codesAtOnce),
    }),
    reply: empty,
  },
  /** How many codes there are, and how many were changed: for members. */
  'codes/count': {
    session: true,
    request: v.strictObject({ space: id32, key: id32 }),
    reply: v.strictObject({ all: count, used: count }),
  },
  /** Changes a code, once, for a signature of what the server cannot see (RFC 9474). Repeated with the same it answers the same. */
  'codes/change': {
    session: false,
    request: v.strictObject({ space: id32, key: id32, code: id32, blinded: bytes(LIMITS.codeSignature) }),
    reply: v.strictObject({ signature: bytes(LIMITS.codeSignature) }),
  },
  /**
   * One piece of a sealed letter, from whoever. Each piece but the last has `LIMITS.letterPiece` bytes. Repeating is safe; `stored`
   * has a byte for each piece, 1 where it is there, so that a broken sending goes on. Sent whole, it stands once.
   */
  'letters/put': {
    session: false,
    request: v.strictObject({
      space: id32,
      letter: id16,
      epoch: v.pipe(small, v.minValue(1)),
      piece: small,
      pieces: v.pipe(small, v.minValue(1), v.maxValue(LIMITS.letterPieces)),
      sealed: bytesUpTo(LIMITS.letterPiece),
      work: v.optional(v.strictObject({ slot: count, tries: small, nonces: bytes(LIMITS.letterWork) })),
      /** In place of work: what a reply of this door gave. Sent where work is wanted, and nowhere else. */
      pass: v.optional(id32),
    }),
    reply: v.strictObject({ stored: bytesUpTo(LIMITS.letterPieces), complete: v.boolean() }),
  },
  /**
   * What a letter brings along to a door in flood, whose `letters/put` is refused with `work-wanted`: see `letterWork` of sealing. It is
   * good for one letter, at this door, for ten to twenty minutes.
   */
  'letters/work': {
    session: false,
    request: v.strictObject({ space: id32 }),
    reply: v.strictObject({ slot: count, tries: small, challenge: id32 }),
  },
  /** Letters that came whole, in the order in which they did, after one: for members. */
  'letters/list': {
    session: true,
    request: v.strictObject({ space: id32, after: count }),
    reply: v.strictObject({
      letters: listOf(
        v.strictObject({ number: count, letter: id16, epoch: small, pieces: small, day }),
        LIMITS.lettersPerPage,
      ),
      more: v.boolean(),
    }),
  },
  'letters/get': {
    session: true,
    request: v.strictObject({ space: id32, letter: id16, piece: small }),
    reply: v.strictObject({ sealed: bytesUpTo(LIMITS.letterPiece) }),
  },
  /** A sealed reply into the mailbox that a letter named. The first under its id stays: repeating is safe. */
  'replies/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      reply: id16,
      address: id16,
      verifier: id32,
      sealed: bytes(LIMITS.reply),
    }),
    reply: empty,
  },
  /**
   * The newest replies of a mailbox, filled up to a fixed count by what nobody can open: as long, and as many, whether something
   * waits, or there is such a mailbox, or the signature is right. A mailbox is one organisation's: what members of others put under
   * the same address stands in a mailbox of theirs, where nobody asks for it.
   */
  'mailboxes/poll': {
    session: false,
    request: v.strictObject({ space: id32, address: id16, day, signature: bytes(64) }),
    reply: v.strictObject({ slots: listOf(bytes(LIMITS.reply), LIMITS.mailboxSlots) }),
  },
} as const;
