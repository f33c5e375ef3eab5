import { encodeCanonical } from './encoding.ts';
import { type AccountId, ID_BYTES, idBytes } from './ids.ts';
import { MAX_LETTER } from './letter.ts';
import { ENC_KEY_SIZE } from './member-keys.ts';
import type { Result } from './result.ts';
import { asId, asList, Fields, isRecord, readShape, refuse } from './shape.ts';
import { SIGN_KEY_BYTES } from './signature-check.ts';

/** Characters of the story, files, and answers to the guided questions of one letter. */
export const LETTER_LIMITS = {
  words: 20_000,
  files: 4,
  fileName: 120,
  answers: 24,
  answer: 4000,
  readers: 12,
  reply: 1800,
} as const;

export interface LetterFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What one letter says. Whoever opens it judges each part by itself: its sender may have used any program. */
export interface LetterContent {
  readonly words: string;
  /** Of the page on which it was written. */
  readonly language: string;
  /** By the name of the field that was asked. */
  readonly answers: Readonly<Record<string, string>>;
  /** To whom alone it was sealed, as its sender saw them named and left them. What we make of it opens for nobody else. */
  readonly readers: readonly AccountId[];
  /** From whom it was kept, of those whom the page named. Only who opens it hears of that, so that what becomes of it is kept from them too. */
  readonly barred: readonly AccountId[];
  readonly files: readonly LetterFile[];
  /** 16 bytes, the same in all letters of one sender; nobody but readers ever sees it. */
  readonly thread: Uint8Array;
  /** Where replies go, what checks who fetches them, and what they are sealed to. */
  readonly address: Uint8Array;
  readonly verifier: Uint8Array;
  readonly box: Uint8Array;
}

/** Without `barred`: as a page that stayed open since before it was said. */
const FORMERLY = ['words', 'language', 'answers', 'readers', 'files', 'thread', 'address', 'verifier', 'box'];
const NAMES = [...FORMERLY, 'barred'];

export function writeLetter(letter: LetterContent): Uint8Array {
  return encodeCanonical({
    ...letter,
    readers: letter.readers.map(idBytes),
    barred: letter.barred.map(idBytes),
  });
}

function readFile(value: unknown): LetterFile {
  const f = new Fields(value, 'file', ['name', 'mediaType', 'bytes']);
  return {
    name: f.text('name', 1, LETTER_LIMITS.fileName),
    mediaType: f.text('mediaType', 1, 80),
    bytes: f.bytes('bytes', 1, MAX_LETTER),
  };
}

function readAnswers(value: unknown): Record<string, string> {
  if (!isRecord(value)) refuse('answers: not a map');
  const pairs = Object.entries(value);
  if (pairs.length > LETTER_LIMITS.answers) refuse('answers: too many');
  const answers: Record<string, string> = {};
  for (const [name, answer] of pairs) {
    if (typeof answer !== 'string' || answer.length > LETTER_LIMITS.answer || !/^[a-zA-Z]{1,40}$/.test(name))
      refuse('answers: not a text');
    answers[name] = answer;
  }
  return answers;
}

/** The accounts that a letter, a sheet or a reply names. */
export function readAccounts(f: Fields, name: 'readers' | 'barred', least: number): AccountId[] {
  return f
    .list(name, least, LETTER_LIMITS.readers)
    .map((account) => asId<AccountId>(account, name, ID_BYTES));
}

/**
 * How many shapes of what is in a letter's seal this program has learned to read: one more with each that those before it cannot. A
 * reader's device looks again at what it could not read as soon as it knows more.
 */
export const LETTER_SHAPES = 3;

/** Errors: `too-large`, `malformed`. */
export function readLetter(bytes: Uint8Array): Result<LetterContent> {
  return readShape(bytes, MAX_LETTER, (value) => {
    const saysBarred = isRecord(value) && Object.hasOwn(value, 'barred');
    const f = new Fields(value, 'letter', saysBarred ? NAMES : FORMERLY);
    return {
      words: f.text('words', 1, LETTER_LIMITS.words),
      language: f.text('language', 2, 8),
      answers: readAnswers(f.raw('answers')),
      readers: readAccounts(f, 'readers', 1),
      barred: saysBarred ? readAccounts(f, 'barred', 0) : [],
      files: asList(f.raw('files'), 'files', 0, LETTER_LIMITS.files).map(readFile),
      thread: f.bytes('thread', ID_BYTES),
      address: f.bytes('address', ID_BYTES),
      verifier: f.bytes('verifier', SIGN_KEY_BYTES),
      box: f.bytes('box', ENC_KEY_SIZE),
    };
  });
}

/** What is answered to a letter. Its `readers` go along, so that the next letter is left to the same people. */
export interface ReplyContent {
  readonly words: string;
  readonly readers: readonly AccountId[];
  /** Days since 1970. */
  readonly day: number;
  /** `letterPass`, where the door asks for work in a flood. */
  readonly pass?: Uint8Array;
}

export function writeReply(reply: ReplyContent): Uint8Array {
  return encodeCanonical({ ...reply, readers: reply.readers.map(idBytes) });
}

/** Errors: `too-large`, `malformed`. */
export function readReply(bytes: Uint8Array): Result<ReplyContent> {
  return readShape(bytes, 8192, (value) => {
    const hasPass = isRecord(value) && Object.hasOwn(value, 'pass');
    const f = new Fields(value, 'reply', ['words', 'readers', 'day', ...(hasPass ? ['pass'] : [])]);
    return {
      words: f.text('words', 1, LETTER_LIMITS.reply),
      readers: readAccounts(f, 'readers', 0),
      day: f.int('day', 0, 200_000),
      ...(hasPass ? { pass: f.bytes('pass', 32) } : {}),
    };
  });
}
