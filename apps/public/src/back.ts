import {
  holdsReceipt,
  idBytes,
  isLongPhrase,
  LETTER_LIMITS,
  type Mailbox,
  mailbox,
  openReply,
  pollMessage,
  readReceiptWords,
  readReply,
  receiptOfPhrase,
  receiptOfWords,
  type ReplyContent,
  type Secret,
  wordsIn,
} from '@dayaq/sealing';
import { call } from './call.ts';
import { canSeal, spaceHere } from './door.ts';
import { startLanguages } from './other-language.ts';
import { forgetForms, on, part, startPage } from './page.ts';
import { leaveTo, somebodyReads } from './readers.ts';
import { sendLetter } from './send.ts';
import { LISTED, wordList } from './word-lists.ts';
import { attempt, say, tell, unknownWord } from './words.ts';

const DAY = 86_400_000;

/** What was typed to come back, kept while this page is open: it must not stand in what is written on. */
let typedWords: string[] = [];
let box: Mailbox | null = null;
/** What our answers gave, so that writing on needs no work in a flood. */
let pass: Uint8Array | null = null;

interface Read {
  readonly secret: Secret;
  /** Words that do not belong together: nothing may be found, and it is said why. */
  readonly fit: boolean;
}

/** A text in which a slip was seen: whoever goes on with the very same means a phrase of their own. */
let doubted = '';

/** What was typed, as a receipt; else which kind of mistake it holds. */
async function readCode(text: string): Promise<Read | string> {
  const lists = (await Promise.all(LISTED.map(wordList))).filter((list) => list !== null);
  if (lists.length < LISTED.length) return say('send.away');
  const read = await readReceiptWords(text, lists);
  if (read.is === 'words') return { secret: await receiptOfWords(read.words), fit: read.fit };
  const isPhrase = isLongPhrase(text);
  if (isPhrase && (read.is === 'other' || doubted === text))
    return { secret: await receiptOfPhrase(text, spaceHere()), fit: true };
  doubted = text;
  if (read.is === 'other') return say('back.neither');
  const slip =
    read.is === 'wrong-count' ? say('back.count', { count: read.count }) : unknownWord(read.position);
  return isPhrase ? `${slip} ${say('back.orPhrase')}` : slip;
}

/** Asks once, for as many bytes as ever; else why nothing was answered. */
async function poll(from: Mailbox): Promise<ReplyContent[] | string> {
  const day = Math.floor(Date.now() / DAY);
  const signature = await from.verifier.sign('poll', pollMessage(from.address, day));
  const answer = await call('mailboxes/poll', {
    space: idBytes(spaceHere()),
    address: from.address,
    day,
    signature,
  });
  if (!answer.ok) return say(answer.error === 'version-mismatch' ? 'send.old' : 'send.away');
  const found: ReplyContent[] = [];
  for (const slot of answer.value.slots) {
    const opened = await openReply(from, slot);
    const reply = opened.ok ? readReply(opened.value) : opened;
    if (reply.ok) found.push(reply.value);
  }
  return found;
}

async function come(): Promise<void> {
  const text = part<HTMLTextAreaElement>('code').value;
  tell('come-problem', say('back.looking'));
  const read = await readCode(text);
  if (typeof read === 'string') return tell('come-problem', read);
  const mine = await mailbox(read.secret);
  const replies = await poll(mine);
  if (typeof replies === 'string') return tell('come-problem', replies);
  typedWords = wordsIn(text);
  box = mine;
  tell('come-problem', '');
  part<HTMLFormElement>('come').reset();
  part('come').hidden = true;
  part('none').hidden = replies.length > 0;
  part('unfit').hidden = read.fit || replies.length > 0;
  // What stood under a mistyped code would be nobody's: it takes an answer, or words that belong together, to write on.
  part('letter').hidden = !read.fit && replies.length === 0;
  part('replies').replaceChildren(
    ...replies.map(({ words }) => {
      const row = document.createElement('li');
      row.textContent = words;
      return row;
    }),
  );
  leaveTo(replies[0]?.readers ?? []);
  pass = replies.find((reply) => reply.pass !== undefined)?.pass ?? null;
  part('opened').hidden = false;
  part('opened').querySelector('h2')?.focus();
}

async function writeOn(): Promise<void> {
  const words = part<HTMLTextAreaElement>('story').value.trim();
  const problem =
    words === ''
      ? say('tell.empty')
      : words.length > LETTER_LIMITS.words
        ? say('tell.long', { most: LETTER_LIMITS.words, count: words.length })
        : !somebodyReads()
          ? say('tell.nobody')
          : holdsReceipt(words, typedWords)
            ? say('keep.inStory')
            : '';
  tell('problem', problem);
  if (problem !== '' || box === null) return;
  const stopping = new AbortController();
  part('stop').addEventListener('click', () => stopping.abort(), { once: true });
  part('letter').hidden = true;
  part('sending').hidden = false;
  const language = part('app').dataset['language'] ?? 'en';
  const told = { words, answers: {}, files: [], language };
  const done = await sendLetter(box, told, stopping.signal, pass).catch(() => 'failed' as const);
  part('sending').hidden = true;
  part('sent').hidden = done !== 'sent';
  part('letter').hidden = done === 'sent';
  if (done === 'sent') part('sent').querySelector('h2')?.focus();
  else tell('problem', say(`send.${done}`));
}

function start(): void {
  startPage();
  startLanguages();
  part('cannot').hidden = canSeal();
  part('app').hidden = !canSeal();
  if (!canSeal()) return;
  on('come', 'submit', () => attempt(come, 'come-problem'));
  on('letter', 'submit', () => attempt(writeOn, 'problem'));
  on('forget', 'click', () => {
    forgetForms();
    location.reload();
  });
}

start();
