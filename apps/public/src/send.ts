import {
  type AccountId,
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
import { fetchDoor } from './door.ts';
import { insist, type Put, putLetter, type SealedLetter } from './put-letter.ts';
import { barredHere, showsSigned } from './readers.ts';
import { say, tell } from './words.ts';

export type Sending = Put | 'changed' | 'ghost' | 'twice';

export type Told = Pick<LetterContent, 'words' | 'answers' | 'files' | 'language'>;

/** What was begun in this page and not known to be sent: perhaps it reached us and the answer was lost. */
let begun: SealedLetter | null = null;

/** To whom something goes, from whom it is kept, and where its answers come. */
export type Correspondence = Pick<
  LetterContent,
  'readers' | 'barred' | 'thread' | 'address' | 'verifier' | 'box'
>;

/** What is sealed, once it is known to whom. */
export type Write = (to: Correspondence) => Uint8Array;

export const sendLetter = (
  box: Mailbox,
  told: Told,
  signal: AbortSignal,
  pass: Uint8Array | null = null,
): Promise<Sending> => send(box, told.words, (to) => writeLetter({ ...told, ...to }), signal, pass);

/**
 * Seals what somebody wrote to those whom the organisation signed for and the sender left, and sends it piece by piece, for as long as it
 * takes. Two windows of this browser do not send the same words.
 */
export async function send(
  box: Mailbox,
  words: string,
  write: Write,
  signal: AbortSignal,
  pass: Uint8Array | null = null,
): Promise<Sending> {
  const name = `letter-${toHex(await sha256(utf8(words)))}`;
  return new Promise((settle, fail) => {
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return settle('twice');
      try {
        const done = await sealAndSend(box, write, signal, pass);
        settle(done);
        // Kept until the page goes: another window that comes later sends it no second time.
        if (done === 'sent') await new Promise(() => undefined);
      } catch (error) {
        fail(error instanceof Error ? error : new Error('not sent'));
      }
    });
  });
}

async function sealAndSend(
  box: Mailbox,
  write: Write,
  signal: AbortSignal,
  pass: Uint8Array | null,
): Promise<Sending> {
  tell('progress', say('send.sealing'));
  const door = await insist(() => fetchDoor(signal), signal);
  if (typeof door === 'string') return door === 'offline' ? 'stopped' : door;
  if (!showsSigned(door)) return 'changed';
  const sealed = await seal(door, box, write, barredHere());
  begun = sealed;
  const done = await putLetter(door.space, sealed, signal, pass);
  if (done === 'sent') begun = null;
  return done;
}

async function seal(
  door: PublicDoor,
  box: Mailbox,
  write: Write,
  barred: ReadonlySet<AccountId>,
): Promise<SealedLetter> {
  const named = door.readers.map(({ account }) => account);
  const content = write({
    readers: named.filter((account) => !barred.has(account)),
    barred: named.filter((account) => barred.has(account)),
    thread: box.thread,
    address: box.address,
    verifier: box.verifier.publicKey,
    box: box.encryption.publicKey,
  });
  const mark = toHex(await sha256(utf8(`${door.epoch} ${named.join(' ')} ${toHex(await sha256(content))}`)));
  if (begun?.mark === mark) return begun;
  const letter = newId<LetterId>();
  return { letter, epoch: door.epoch, bytes: await sealLetter(door, barred, letter, content), mark };
}
