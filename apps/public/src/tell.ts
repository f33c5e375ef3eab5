import { LETTER_LIMITS, mailbox } from '@dayaq/sealing';
import { attached, startFiles } from './attached.ts';
import { canSeal } from './door.ts';
import { beginKeeping, forgetKeeping, receipt, switchKeeping } from './keeping.ts';
import { part, startPage } from './page.ts';
import { somebodyReads } from './readers.ts';
import { sendLetter, type Told } from './send.ts';
import { type Listed, wordList } from './word-lists.ts';
import { attempt, say, tell } from './words.ts';

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

function show(step: 'letter' | 'keep' | 'sending' | 'sent'): void {
  for (const id of ['letter', 'keep', 'sending', 'sent']) part(id).hidden = id !== step;
  const heading = part(step).querySelector('h2');
  heading?.focus();
  scrollTo(0, 0);
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
  const stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort(), { once: true });
  show('sending');
  const done = await sendLetter(await mailbox(opens), letter, stopping.signal).catch(() => 'failed' as const);
  if (done === 'sent') {
    forgetKeeping();
    part<HTMLFormElement>('letter').reset();
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
  on('other', 'click', switchKeeping);
  // While somebody writes; the network may be gone when they have.
  void wordList(language() as Listed);
}

start();
