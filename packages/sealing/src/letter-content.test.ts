/** Threat: a letter, or an answer to one, whose sender used a program of their own. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../test/seeded.ts';
import {
  type AccountId,
  encodeCanonical,
  idBytes,
  LETTER_LIMITS,
  type LetterContent,
  newId,
  readLetter,
  readReply,
  type ReplyContent,
  writeLetter,
  writeReply,
} from './index.ts';

const ids = seeded('ids');
const people = (count: number) => Array.from({ length: count }, () => newId<AccountId>(ids));
const letters = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [String.fromCharCode(97 + i), 'x'.repeat(LETTER_LIMITS.answer)]),
  );
const file = (nameLength: number, typeLength: number) => ({
  name: 'n'.repeat(nameLength),
  mediaType: 't'.repeat(typeLength),
  bytes: Uint8Array.of(1),
});

/** As much as one may hold of everything. */
const FULL: LetterContent = {
  words: 'w'.repeat(LETTER_LIMITS.words),
  language: 'az-Latn1',
  answers: letters(LETTER_LIMITS.answers),
  readers: people(LETTER_LIMITS.readers),
  barred: people(LETTER_LIMITS.readers),
  files: Array.from({ length: LETTER_LIMITS.files }, () => file(LETTER_LIMITS.fileName, 80)),
  thread: new Uint8Array(16).fill(1),
  address: new Uint8Array(16).fill(2),
  verifier: new Uint8Array(32).fill(3),
  box: new Uint8Array(1216).fill(4),
};
/** As little. */
const LEAST: LetterContent = {
  ...FULL,
  words: 'w',
  language: 'az',
  answers: {},
  readers: people(1),
  barred: [],
  files: [],
};

/** As it is written, before it is bytes. */
const plain = (letter: LetterContent): Record<string, unknown> => ({
  ...letter,
  readers: letter.readers.map(idBytes),
  barred: letter.barred.map(idBytes),
});
const refused = (parts: Record<string, unknown>) =>
  readLetter(encodeCanonical({ ...plain(LEAST), ...parts }));

describe('a letter', () => {
  it('reads as it was written, with as much and with as little as one may hold', () => {
    for (const letter of [FULL, LEAST])
      expect(readLetter(writeLetter(letter))).toEqual({ ok: true, value: letter });
  });

  it('reads without a word on who was barred, as from a page that was open since before', () => {
    const { barred: _, ...formerly } = plain(FULL);
    expect(readLetter(encodeCanonical(formerly))).toEqual({ ok: true, value: { ...FULL, barred: [] } });
  });

  it('keeps a file of which only the content is small', () => {
    expect(refused({ files: [file(1, 1)] }).ok).toBe(true);
  });

  const ONE_MORE = LETTER_LIMITS.readers + 1;
  it.each<[string, Record<string, unknown>]>([
    ['no words', { words: '' }],
    ['too many words', { words: 'w'.repeat(LETTER_LIMITS.words + 1) }],
    ['words that are none', { words: 7 }],
    ['a language of one letter', { language: 'a' }],
    ['a language of nine letters', { language: 'azerbaija' }],
    ['too many answers', { answers: letters(LETTER_LIMITS.answers + 1) }],
    ['too long an answer', { answers: { a: 'x'.repeat(LETTER_LIMITS.answer + 1) } }],
    ['an answer that is a number', { answers: { a: 7 } }],
    ['an answer without a name', { answers: { '': 'x' } }],
    ['an answer to a name of 41 letters', { answers: { ['a'.repeat(41)]: 'x' } }],
    ['an answer to a name that begins with a sign', { answers: { '-a': 'x' } }],
    ['an answer to a name that ends with a sign', { answers: { 'a-': 'x' } }],
    ['a list of answers', { answers: ['x'] }],
    ['an empty list of answers', { answers: [] }],
    ['no reader', { readers: [] }],
    ['too many readers', { readers: people(ONE_MORE).map(idBytes) }],
    ['too many who are barred', { barred: people(ONE_MORE).map(idBytes) }],
    ['a reader who is no account', { readers: [new Uint8Array(32)] }],
    ['too many files', { files: Array.from({ length: LETTER_LIMITS.files + 1 }, () => file(1, 1)) }],
    ['a file without a name', { files: [file(0, 1)] }],
    ['a file with too long a name', { files: [file(LETTER_LIMITS.fileName + 1, 1)] }],
    ['a file of no type', { files: [file(1, 0)] }],
    ['a file of too long a type', { files: [file(1, 81)] }],
    ['a file of no bytes', { files: [{ ...file(1, 1), bytes: new Uint8Array() }] }],
    ['a file with something more', { files: [{ ...file(1, 1), more: 1 }] }],
    ['a thread of another length', { thread: new Uint8Array(15) }],
    ['an address of another length', { address: new Uint8Array(17) }],
    ['a verifier of another length', { verifier: new Uint8Array(31) }],
    ['a box of another length', { box: new Uint8Array(1215) }],
    ['something more', { more: 1 }],
  ])('is refused with %s', (_what, parts) => {
    expect(refused(parts)).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });

  it('is refused where it is no map', () => {
    for (const none of [null, 7, 'words', [], new Uint8Array(3)])
      expect(readLetter(encodeCanonical(none))).toMatchObject({ error: { code: 'malformed' } });
  });

  it('holds answers to a name of one letter and of forty', () => {
    expect(refused({ answers: { A: '', ['z'.repeat(40)]: 'x' } }).ok).toBe(true);
  });
});

describe('a reply', () => {
  const reply: ReplyContent = { words: 'come on Monday', readers: people(2), day: 20_000 };
  const with_ = (parts: Record<string, unknown>) =>
    readReply(encodeCanonical({ ...reply, readers: reply.readers.map(idBytes), ...parts }));

  it('reads as it was written, also to nobody else, and on the last day there is', () => {
    for (const each of [
      reply,
      { ...reply, readers: [], day: 0 },
      { ...reply, words: 'w'.repeat(LETTER_LIMITS.reply), day: 200_000 },
    ])
      expect(readReply(writeReply(each))).toEqual({ ok: true, value: each });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no words', { words: '' }],
    ['too many words', { words: 'w'.repeat(LETTER_LIMITS.reply + 1) }],
    ['a day before 1970', { day: -1 }],
    ['a day that never comes', { day: 200_001 }],
    ['too many readers', { readers: people(LETTER_LIMITS.readers + 1).map(idBytes) }],
    ['something more', { more: 1 }],
  ])('is refused with %s', (_what, parts) => {
    expect(with_(parts)).toMatchObject({ ok: false, error: { code: 'malformed' } });
  });

  it('is too large beyond eight kilobytes', () => {
    expect(readReply(new Uint8Array(8193))).toMatchObject({ error: { code: 'too-large' } });
    expect(readReply(new Uint8Array(8192))).toMatchObject({ error: { code: 'malformed' } });
  });
});
