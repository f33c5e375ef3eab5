import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import {
  type AccountId,
  type DossierId,
  HASH_BYTES,
  ID_BYTES,
  idBytes,
  idText,
  type LetterId,
  type RecordId,
  type SpaceId,
} from './ids.ts';
import { readAccounts } from './letter-content.ts';
import type { Result } from './result.ts';
import { CODE_MESSAGE, CODE_SIGNATURE, type CodeToken } from './survey-code.ts';
import { Fields, isRecord, readShape, refuse } from './shape.ts';

/** Bytes of one sheet, opened. */
export const MAX_SHEET = 512 * 1024;
const LIMITS = { answers: 4000, said: 500, text: 4000, key: 80 } as const;

/**
 * One person's answers to a survey. It goes sealed as a letter does, and outside of its seal nothing tells it from one. There is no
 * receipt, no mailbox and no thread: nothing ties two sheets of one sender, nor a sheet to a letter.
 */
export interface SheetContent {
  /** SHA-256 of the survey as it was published. */
  readonly survey: Uint8Array;
  /** In which it was answered last. */
  readonly language: string;
  /** To whom alone it was sealed, as whoever answered saw them named. What we make of it opens for nobody else. */
  readonly readers: readonly AccountId[];
  /** What was said, or the number of a mark, by the key of each answer. */
  readonly answers: Readonly<Record<string, readonly string[] | number>>;
  /** What a code was changed for, where the survey asks for one. */
  readonly token?: CodeToken;
}

export function writeSheetContent(sheet: SheetContent): Uint8Array {
  const { token, ...rest } = sheet;
  return encodeCanonical({
    kind: 'sheet',
    ...rest,
    readers: rest.readers.map(idBytes),
    ...(token === undefined ? {} : { token: { ...token } }),
  });
}

/** What was said to what was asked. */
export function readSaid(value: unknown): Record<string, readonly string[] | number> {
  if (!isRecord(value)) refuse('answers: not a map');
  const pairs = Object.entries(value);
  if (pairs.length > LIMITS.answers) refuse('answers: too many');
  for (const [key, answer] of pairs) {
    if (key.length > LIMITS.key) refuse('answers: a key too long');
    const isMark = Number.isSafeInteger(answer) && (answer as number) >= 0;
    const isSaid =
      Array.isArray(answer) &&
      answer.length <= LIMITS.said &&
      answer.every((each) => typeof each === 'string' && each.length <= LIMITS.text);
    if (!isMark && !isSaid) refuse('answers: neither said nor marked');
  }
  return value as Record<string, readonly string[] | number>;
}

const NAMES = ['kind', 'survey', 'language', 'readers', 'answers'];

function readToken(value: unknown): CodeToken {
  const f = new Fields(value, 'token', ['message', 'signature']);
  return { message: f.bytes('message', CODE_MESSAGE), signature: f.bytes('signature', CODE_SIGNATURE) };
}

/** Errors: `too-large`, `malformed`; a letter is no sheet. */
export function readSheetContent(bytes: Uint8Array): Result<SheetContent> {
  return readShape(bytes, MAX_SHEET, (value) => {
    const hasToken = isRecord(value) && Object.hasOwn(value, 'token');
    const f = new Fields(value, 'sheet', hasToken ? [...NAMES, 'token'] : NAMES);
    f.oneOf('kind', ['sheet']);
    return {
      survey: f.bytes('survey', HASH_BYTES),
      language: f.text('language', 2, 8),
      readers: readAccounts(f, 'readers', 1),
      answers: readSaid(f.raw('answers')),
      ...(hasToken ? { token: readToken(f.raw('token')) } : {}),
    };
  });
}

/**
 * The dossier in which answers to a survey stand, the same on every device: of those who saw the same readers named, so that
 * nobody reads what was not left to them.
 * @param place which of several: a colleague may have begun something else under the number of the first
 */
export async function sheetsDossier(
  space: SpaceId,
  { survey, readers }: Pick<SheetContent, 'survey' | 'readers'>,
  place: number,
): Promise<DossierId> {
  const named = [...new Set(readers)].sort().map(idBytes);
  const hash = await hashOf('sheets-dossier', encodeCanonical([idBytes(space), survey, named, place]));
  return idText<DossierId>(hash.slice(0, ID_BYTES));
}

/** The record of one sheet: a hash, so that their order by number is no order of coming. */
export async function sheetRecord(letter: LetterId): Promise<RecordId> {
  const hash = await hashOf('sheet-record', encodeCanonical([idBytes(letter)]));
  return idText<RecordId>(hash.slice(0, ID_BYTES));
}

/** The record of a sheet that came with a token, whichever letter brought it: used twice, a code is one answer. */
export async function tokenRecord({ message }: CodeToken): Promise<RecordId> {
  const hash = await hashOf('sheet-token', message);
  return idText<RecordId>(hash.slice(0, ID_BYTES));
}
