import { kept, writeAnswers } from '@dayaq/domain/survey';
import { LIMITS } from '@dayaq/protocol/limits';
import {
  fromBase64url,
  idBytes,
  type LetterId,
  newId,
  type PublicDoor,
  sealLetter,
  writeSheetContent,
} from '@dayaq/sealing';
import { call } from '../call.ts';
import { fetchDoor } from '../door.ts';
import { say, tell } from '../words.ts';
import type { Answering } from './answers.ts';
import { hashHere } from './fetch-survey.ts';

/** Milliseconds between two tries over a network that does not answer. */
const PAUSE = 3000;

export type SheetSent = 'sent' | 'stopped' | 'shut' | 'ghost' | 'changed';

/** Who reads, as it is compared and shown. */
export const namesOf = ({ readers }: PublicDoor): string => readers.map(({ name }) => name).join(', ');

interface Sealed {
  readonly letter: LetterId;
  readonly epoch: number;
  readonly bytes: Uint8Array;
  readonly said: string;
}
/** Sealed once: sent again after a break, it is the same one. */
let sealed: Sealed | null = null;

/** Seals the answers as a letter and sends them, for as long as it takes. */
export async function sendSheet(
  answering: Answering,
  language: string,
  shownTo: string,
  signal: AbortSignal,
): Promise<SheetSent> {
  tell('progress', say('send.sealing'));
  const door = await insist(() => fetchDoor(signal), signal);
  if (door === 'offline') return 'stopped';
  if (typeof door === 'string') return door === 'ghost' ? 'ghost' : 'shut';
  if (namesOf(door) !== shownTo) return 'changed';
  const { letter, epoch, bytes } = await seal(door, answering, language);
  const pieces = Math.ceil(bytes.length / LIMITS.letterPiece);
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
          letter: idBytes(letter),
          epoch,
          piece,
          pieces,
          sealed: bytes.slice(from, from + LIMITS.letterPiece),
        },
        signal,
      );
      return put.ok ? put.value : put.error === 'offline' ? 'offline' : 'shut';
    }, signal);
    if (answer === 'offline') return 'stopped';
    if (answer === 'shut') return 'shut';
    stored = new Uint8Array(answer.stored);
  }
  return 'sent';
}

async function seal(door: PublicDoor, answering: Answering, language: string): Promise<Sealed> {
  const survey = fromBase64url(hashHere());
  const answers = writeAnswers(kept(answering.prepared, answering.answers, answering.today));
  const said = JSON.stringify([door.epoch, namesOf(door), answers]);
  if (sealed?.said === said) return sealed;
  const letter = newId<LetterId>();
  const content = writeSheetContent({
    survey: survey.ok ? survey.value : new Uint8Array(32),
    language,
    answers,
  });
  const bytes = await sealLetter(door, new Set(), letter, content);
  sealed = { letter, epoch: door.epoch, bytes, said };
  return sealed;
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
