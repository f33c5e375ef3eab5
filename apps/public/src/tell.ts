import { LETTER_LIMITS, mailbox } from '@dayaq/sealing';
import { attached, sayFiles, startFiles } from './attached.ts';
import { canSeal } from './door.ts';
import { beginKeeping, receipt, sayKeeping } from './keeping.ts';
import { startLanguages } from './other-language.ts';
import { showSignedOutside } from './outside.ts';
import { part, startPage } from './page.ts';
import { somebodyReads } from './readers.ts';
import { sendLetter, type Told } from './send.ts';
import { goes, show, startSteps } from './steps.ts';
import { type Listed, wordList } from './word-lists.ts';
import { say, tell } from './words.ts';

const language = (): string => part('app').dataset['language'] ?? 'en';
const typed = (id: string): string => part<HTMLInputElement>(id).value;

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

async function toKeeping(): Promise<void> {
  const problem = wrongWith(readLetter());
  tell('problem', problem);
  if (problem !== '') return;
  if (!(await beginKeeping(language()))) return tell('problem', say('send.away'));
  show('keep');
}

async function sendIt(): Promise<void> {
  const letter = readLetter();
  const opens = await receipt([letter.words, ...Object.values(letter.answers)].join('\n'));
  tell('keep-problem', typeof opens === 'string' ? opens : '');
  if (typeof opens === 'string') return;
  const box = await mailbox(opens);
  if (await goes((signal) => sendLetter(box, letter, signal))) part<HTMLFormElement>('letter').reset();
}

function start(): void {
  startPage();
  startLanguages(() => {
    sayFiles();
    sayKeeping();
    void showSignedOutside(language());
  });
  part('cannot').hidden = canSeal();
  part('app').hidden = !canSeal();
  if (!canSeal()) return;
  void showSignedOutside(language());
  startFiles();
  startSteps(toKeeping, sendIt);
  // While somebody writes; the network may be gone when they have.
  void wordList(language() as Listed);
}

start();
