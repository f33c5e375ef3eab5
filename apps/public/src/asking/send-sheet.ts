import { kept, writeAnswers } from '@dayaq/domain/survey';
import {
  type CodeToken,
  fromBase64url,
  type LetterId,
  newId,
  type PublicDoor,
  sealLetter,
  writeSheetContent,
} from '@dayaq/sealing';
import { fetchDoor } from '../door.ts';
import { insist, type Put, putLetter, type SealedLetter } from '../put-letter.ts';
import { say, tell } from '../words.ts';
import type { Answering } from './answers.ts';
import { hashHere } from './fetch-survey.ts';

export type SheetSent = Put | 'ghost' | 'changed';

/** Who reads, as it is compared and shown. */
export const namesOf = ({ readers }: PublicDoor): string => readers.map(({ name }) => name).join(', ');

/** Sealed once: sent again after a break, it is the same one. */
let sealed: SealedLetter | null = null;

/** Seals the answers as a letter and sends them, for as long as it takes. */
export async function sendSheet(
  answering: Answering,
  language: string,
  shownTo: string,
  signal: AbortSignal,
  token: CodeToken | null,
): Promise<SheetSent> {
  tell('progress', say('send.sealing'));
  const door = await insist(() => fetchDoor(signal), signal);
  if (typeof door === 'string') return door === 'offline' ? 'stopped' : door;
  if (namesOf(door) !== shownTo) return 'changed';
  return putLetter(door.space, await seal(door, answering, language, token), signal);
}

async function seal(
  door: PublicDoor,
  answering: Answering,
  language: string,
  token: CodeToken | null,
): Promise<SealedLetter> {
  const survey = fromBase64url(hashHere());
  const answers = writeAnswers(kept(answering.prepared, answering.answers, answering.today));
  const readers = door.readers.map(({ account }) => account);
  const mark = JSON.stringify([door.epoch, readers, answers]);
  if (sealed?.mark === mark) return sealed;
  const letter = newId<LetterId>();
  const content = writeSheetContent({
    survey: survey.ok ? survey.value : new Uint8Array(32),
    language,
    readers,
    answers,
    ...(token === null ? {} : { token }),
  });
  const bytes = await sealLetter(door, new Set(), letter, content);
  sealed = { letter, epoch: door.epoch, bytes, mark };
  return sealed;
}
