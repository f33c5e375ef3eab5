import {
  holdsReceipt,
  isLongPhrase,
  LETTER_LIMITS,
  mailbox,
  newReceiptWords,
  receiptOfPhrase,
  receiptOfWords,
  type Secret,
  wordsIn,
} from '@dayaq/sealing';
import { attached, startFiles } from './attached.ts';
import { canSeal, spaceHere } from './door.ts';
import { part, startPage } from './page.ts';
import { somebodyReads } from './readers.ts';
import { send, type Told } from './send.ts';
import { type Listed, wordList } from './word-lists.ts';
import { askFor, attempt, say, tell } from './words.ts';

const language = (): string => part('app').dataset['language'] ?? 'en';
const typed = (id: string): string => part<HTMLInputElement>(id).value;

/** The words of this page's visit; drawn once, so that whoever goes back to the letter keeps what they noted. */
let words: string[] = [];
/** Which of them is asked for, from 1. */
let asked = 1;
let isOwn = false;

function readLetter(): Told {
  const answers: Record<string, string> = {};
  for (const [name, value] of new FormData(part<HTMLFormElement>('letter')))
    if (name !== 'words' && name !== 'reader' && typeof value === 'string' && value.trim() !== '')
      answers[name] = value.trim();
  return { words: typed('story').trim(), answers, files: attached(), language: language() };
}

/** Why a letter cannot go yet; empty where it can. */
function wrongWith(letter: Told): string {
  const count = letter.words.length;
  if (count === 0) return say('tell.empty');
  if (count > LETTER_LIMITS.words) return say('tell.long', { most: LETTER_LIMITS.words, count });
  return somebodyReads() ? '' : say('tell.nobody');
}

function show(step: 'letter' | 'keep' | 'sending' | 'sent'): void {
  for (const id of ['letter', 'keep', 'sending', 'sent']) part(id).hidden = id !== step;
  const heading = part(step).querySelector('h2');
  heading?.focus();
  scrollTo(0, 0);
}

function showKeeping(): void {
  part('listed').hidden = isOwn;
  part('own').hidden = !isOwn;
  tell('other', say(isOwn ? 'keep.listed' : 'keep.own'));
  tell('which', askFor(asked));
  tell('keep-problem', '');
}

async function toKeeping(): Promise<void> {
  const problem = wrongWith(readLetter());
  tell('problem', problem);
  if (problem !== '') return;
  if (words.length === 0) {
    const list = await wordList(language() as Listed);
    if (list === null) return tell('problem', say('send.away'));
    words = await newReceiptWords(list);
    asked = 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % words.length);
    part('words').replaceChildren(
      ...words.map((word) => {
        const line = document.createElement('li');
        line.textContent = word;
        return line;
      }),
    );
  }
  showKeeping();
  show('keep');
}

/** What opens the answers, if it was kept; else why not. */
async function receipt(letter: Told): Promise<Secret | string> {
  const everything = [letter.words, ...Object.values(letter.answers)].join('\n');
  if (!isOwn) {
    const [given = ''] = wordsIn(typed('confirm'));
    const isRight = holdsReceipt(given, [words[asked - 1] ?? '']);
    if (!isRight) return say('keep.wrong');
    return holdsReceipt(everything, words) ? say('keep.inStory') : receiptOfWords(words);
  }
  const phrase = typed('phrase');
  if (!isLongPhrase(phrase)) return say('keep.phraseShort');
  if (phrase.trim() !== typed('again').trim()) return say('keep.wrongPhrase');
  return holdsReceipt(everything, wordsIn(phrase))
    ? say('keep.inStory')
    : receiptOfPhrase(phrase, spaceHere());
}

async function sendIt(): Promise<void> {
  const letter = readLetter();
  const opens = await receipt(letter);
  tell('keep-problem', typeof opens === 'string' ? opens : '');
  if (typeof opens === 'string') return;
  const stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort(), { once: true });
  show('sending');
  const done = await send(await mailbox(opens), letter, stopping.signal).catch(() => 'failed' as const);
  if (done === 'sent') {
    words = [];
    part('words').replaceChildren();
    part<HTMLFormElement>('letter').reset();
    part<HTMLFormElement>('keep').reset();
    show('sent');
    return;
  }
  show(done === 'changed' ? 'letter' : 'keep');
  tell(done === 'changed' ? 'problem' : 'keep-problem', say(`send.${done}`));
}

function start(): void {
  startPage();
  part('cannot').hidden = canSeal();
  part('app').hidden = !canSeal();
  if (!canSeal()) return;
  startFiles();
  const on = (id: string, event: string, act: () => void): void =>
    part(id).addEventListener(event, (happened) => {
      happened.preventDefault();
      act();
    });
  on('letter', 'submit', () => attempt(toKeeping, 'problem'));
  on('keep', 'submit', () => attempt(sendIt, 'keep-problem'));
  on('change', 'click', () => show('letter'));
  on('other', 'click', () => {
    isOwn = !isOwn;
    showKeeping();
  });
  // While somebody writes; the network may be gone when they have.
  void wordList(language() as Listed);
}

start();
