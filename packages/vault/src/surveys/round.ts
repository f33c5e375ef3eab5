import {
  type AccountId,
  decodeCanonical,
  encodeCanonical,
  fromBase64url,
  type LetterId,
  type LocalCipher,
  localCipher,
  newId,
  type PublicDoor,
  type Randomness,
  sealLetter,
  Secret,
  type SpaceId,
  systemRandomness,
  writeSheetContent,
} from '@dayaq/sealing';
import { type Keep, KeepFull } from '../adapters.ts';
import type { InterviewEnd, InterviewRound } from '../client.ts';

/** A sealed sheet that waits on a device, under its space and its letter's number: both are drawn by chance, so names tell no order. */
export const INTERVIEWS = 'interview/';
export const interviewName = (space: SpaceId, letter: LetterId): string => `${INTERVIEWS}${space}/${letter}`;
/** How a round went so far. */
export const COUNTS = 'round/';

export interface KeptInterview {
  readonly epoch: number;
  readonly sealed: Uint8Array;
}

export interface RoundCounts {
  readonly asked: number;
  readonly refused: number;
  readonly brokenOff: number;
}

const encoder = new TextEncoder();
const MOST_BYTES = 8 * 1024 * 1024;

const countsCipher = (key: Uint8Array): Promise<LocalCipher> => localCipher(new Secret(key), 'round-counts');

/** What waits; null where it is none or was damaged. */
export function readInterview(bytes: Uint8Array): KeptInterview | null {
  const read = decodeCanonical(bytes, { maxBytes: MOST_BYTES });
  if (!read.ok || !Array.isArray(read.value)) return null;
  const [epoch, sealed] = read.value as unknown[];
  return typeof epoch === 'number' && Number.isSafeInteger(epoch) && sealed instanceof Uint8Array
    ? { epoch, sealed }
    : null;
}

/** How a round went; null where the key is another one, or it was damaged. */
export async function openCounts(
  key: Uint8Array,
  name: string,
  sealed: Uint8Array,
): Promise<RoundCounts | null> {
  const opened = await (await countsCipher(key)).open(encoder.encode(name), sealed);
  const read = opened.ok ? decodeCanonical(opened.value, { maxBytes: 1024 }) : null;
  if (read?.ok !== true || !Array.isArray(read.value)) return null;
  const [asked, refused, brokenOff] = read.value as unknown[];
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return isCount(asked) && isCount(refused) && isCount(brokenOff) ? { asked, refused, brokenOff } : null;
}

/**
 * One round of interviews, on a device that is locked: it seals to those whom two of the organisation signed for, can open nothing, and
 * holds no key but the one under which it counts. Whatever is answered is sealed before it is kept.
 */
export class Interviews {
  readonly #round: InterviewRound;
  readonly #keep: Keep;
  readonly #random: Randomness;
  #counts: RoundCounts = { asked: 0, refused: 0, brokenOff: 0 };

  constructor(round: InterviewRound, keep: Keep, random: Randomness = systemRandomness) {
    this.#round = round;
    this.#keep = keep;
    this.#random = random;
  }

  /**
   * Seals one person's answers and keeps them, with the count, in one transaction. @param answers as `writeAnswers` makes them
   * `full`: the device has no room; nothing was kept, and the answers are still the caller's.
   */
  async answered(
    answers: Readonly<Record<string, readonly string[] | number>>,
    language: string,
  ): Promise<'kept' | 'full'> {
    const survey = fromBase64url(this.#round.survey);
    if (!survey.ok) throw new Error('a round of no survey');
    const door = this.#door();
    const letter = newId<LetterId>(this.#random);
    const content = writeSheetContent({
      survey: survey.value,
      language,
      readers: door.readers.map(({ account }) => account),
      answers,
    });
    const sealed = await sealLetter(door, new Set(), letter, content, this.#random);
    return this.#put({ asked: 1, refused: 0, brokenOff: 0 }, [
      [interviewName(door.space, letter), encodeCanonical([door.epoch, sealed])],
    ]);
  }

  /** Somebody was asked and gave no answers: nothing but that is kept. */
  ended(how: InterviewEnd): Promise<'kept' | 'full'> {
    return this.#put(
      { asked: 1, refused: how === 'refused' ? 1 : 0, brokenOff: how === 'broken-off' ? 1 : 0 },
      [],
    );
  }

  #door(): PublicDoor {
    const { space, epoch, dropKey, readers } = this.#round;
    return {
      space: space as SpaceId,
      epoch,
      dropKey,
      notice: new Uint8Array(),
      readers: readers.map(({ account, name, encKey }) => ({ account: account as AccountId, name, encKey })),
    };
  }

  async #put(more: RoundCounts, kept: readonly (readonly [string, Uint8Array])[]): Promise<'kept' | 'full'> {
    const next = {
      asked: this.#counts.asked + more.asked,
      refused: this.#counts.refused + more.refused,
      brokenOff: this.#counts.brokenOff + more.brokenOff,
    };
    const name = COUNTS + this.#round.record;
    const cipher = await countsCipher(this.#round.key);
    const said = encodeCanonical([next.asked, next.refused, next.brokenOff]);
    const sealed = await cipher.seal(encoder.encode(name), said, this.#random);
    try {
      await this.#keep.putAll([...kept, [name, sealed]]);
    } catch (error) {
      if (error instanceof KeepFull) return 'full';
      throw error;
    }
    this.#counts = next;
    return 'kept';
  }
}
