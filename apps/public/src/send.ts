import { LIMITS } from '@dayaq/protocol/limits';
import {
  type AccountId,
  idBytes,
  type LetterContent,
  type LetterId,
  type Mailbox,
  newId,
  type PublicDoor,
  sealLetter,
  sha256,
  toHex,
  utf8,
  writeLetter,
} from '@dayaq/sealing';
import { call } from './call.ts';
import { fetchDoor, refused } from './door.ts';
import { barredHere, showsSigned } from './readers.ts';
import { say, tell } from './words.ts';

/** `perhaps`: stopped while the last piece was under way. */
export type Sending =
  | 'sent'
  | 'stopped'
  | 'perhaps'
  | 'shut'
  | 'changed'
  | 'ghost'
  | 'twice'
  | 'old'
  | 'full';

/** Milliseconds between two tries over a network that does not answer. */
const PAUSE = 3000;

export type Told = Pick<LetterContent, 'words' | 'answers' | 'files' | 'language'>;

/** A letter as it was sealed: sent again after a break it is the same one. */
interface Sealed {
  readonly letter: LetterId;
  readonly epoch: number;
  readonly bytes: Uint8Array;
  /** Of all that was sealed, and to whom. */
  readonly mark: string;
}

/** What was begun in this page and not known to be sent: perhaps it reached us and the answer was lost. */
let begun: Sealed | null = null;

/**
 * Seals a letter to those whom the organisation signed for and the sender left, and sends it piece by piece, for as long as it
 * takes. Two windows of this browser do not send the same words.
 */
export async function send(box: Mailbox, told: Told, signal: AbortSignal): Promise<Sending> {
  const name = `letter-${toHex(await sha256(utf8(told.words)))}`;
  return new Promise((settle, fail) => {
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return settle('twice');
      try {
        const done = await sealAndSend(box, told, signal);
        settle(done);
        // Kept until the page goes: another window that comes later sends it no second time.
        if (done === 'sent') await new Promise(() => undefined);
      } catch (error) {
        fail(error instanceof Error ? error : new Error('not sent'));
      }
    });
  });
}

async function sealAndSend(box: Mailbox, told: Told, signal: AbortSignal): Promise<Sending> {
  tell('progress', say('send.sealing'));
  const door = await insist(() => fetchDoor(signal), signal);
  if (typeof door === 'string') return door === 'offline' ? 'stopped' : door;
  if (!showsSigned(door)) return 'changed';
  const sealed = await seal(door, box, told, barredHere());
  begun = sealed;
  const pieces = Math.ceil(sealed.bytes.length / LIMITS.letterPiece);
  let stored = new Uint8Array(pieces);
  while (stored.includes(0)) {
    const piece = stored.indexOf(0);
    tell('progress', say('send.sending', { done: stored.filter(Boolean).length, all: pieces }));
    const from = piece * LIMITS.letterPiece;
    const answer = await insist(async () => {
      const put = await call(
        'letters/put',
        {
          space: idBytes(door.space),
          letter: idBytes(sealed.letter),
          epoch: sealed.epoch,
          piece,
          pieces,
          sealed: sealed.bytes.slice(from, from + LIMITS.letterPiece),
        },
        signal,
      );
      if (put.ok) return put.value;
      return put.error === 'too-large' && pieces > 1 ? 'full' : refused(put.error);
    }, signal);
    if (answer === 'offline') return stored.indexOf(0, piece + 1) === -1 ? 'perhaps' : 'stopped';
    if (typeof answer === 'string') return answer;
    stored = new Uint8Array(answer.stored);
  }
  begun = null;
  return 'sent';
}

async function seal(
  door: PublicDoor,
  box: Mailbox,
  told: Told,
  barred: ReadonlySet<AccountId>,
): Promise<Sealed> {
  const content = writeLetter({
    ...told,
    readers: door.readers.map(({ account }) => account).filter((account) => !barred.has(account)),
    thread: box.thread,
    address: box.address,
    verifier: box.verifier.publicKey,
    box: box.encryption.publicKey,
  });
  const mark = toHex(
    await sha256(
      utf8(
        `${door.epoch} ${door.readers.map(({ account }) => account).join(' ')} ${toHex(await sha256(content))}`,
      ),
    ),
  );
  if (begun?.mark === mark) return begun;
  const letter = newId<LetterId>();
  return { letter, epoch: door.epoch, bytes: await sealLetter(door, barred, letter, content), mark };
}

/** Tries until somebody answers, or the person stops. */
async function insist<T>(ask: () => Promise<T | 'offline'>, signal: AbortSignal): Promise<T | 'offline'> {
  for (;;) {
    const answer = await ask();
    if (answer !== 'offline' || signal.aborted) return answer;
    tell('progress', say('send.waits'));
    await new Promise<void>((go) => {
      const timer = setTimeout(go, PAUSE);
      signal.addEventListener('abort', () => (clearTimeout(timer), go()), { once: true });
    });
    if (signal.aborted) return 'offline';
  }
}
