import {
  type AccountId,
  type CodeToken,
  fromBase64url,
  type LetterId,
  type SheetContent,
  type SpaceId,
  toBase64url,
} from '@dayaq/sealing';
import type { Outcome } from '../client.ts';
import { done, failed, storeFailure } from '../failure.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';

const PREFIX = 'sheet/';

/** A sheet that came, until the day on which it did is over. */
export interface HeldSheet {
  space: SpaceId;
  /** Hash of the survey, base64url. */
  survey: string;
  /** Days since 1970. */
  day: number;
  language: string;
  /** To whom alone it was sealed. */
  readers: readonly AccountId[];
  /** JSON of what was sent. */
  answers: string;
  /** What a code was changed for, base64url: message and signature. */
  token?: readonly [message: string, signature: string];
}

/** The day stands in the name: what is not ripe is not opened with each turn. */
const nameOf = (letter: LetterId, day: number): string => `${PREFIX}${day}/${letter}`;

/** Failures: those of a device that is full or lost its store. */
export async function holdSheet(
  unlocked: Unlocked,
  ring: Ring,
  letter: LetterId,
  content: SheetContent,
  day: number,
): Promise<Outcome<null>> {
  const held: HeldSheet = {
    space: ring.space,
    survey: toBase64url(content.survey),
    day,
    language: content.language,
    readers: content.readers,
    answers: JSON.stringify(content.answers),
    ...(content.token === undefined
      ? {}
      : { token: [toBase64url(content.token.message), toBase64url(content.token.signature)] }),
  };
  try {
    await unlocked.kept.put(nameOf(letter, day), held);
    return done;
  } catch (error) {
    const refused = storeFailure(error);
    if (refused !== null) return failed(refused);
    throw error;
  }
}

export interface Held {
  readonly letter: LetterId;
  readonly sheet: HeldSheet;
}

/** Of one space, at most `most` of those that came before a day (days since 1970), or of all. */
export async function heldSheets(
  unlocked: Unlocked,
  space: SpaceId,
  { before = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): Promise<Held[]> {
  const found: Held[] = [];
  for (const name of await unlocked.kept.keep.names(PREFIX)) {
    const [day = '', letter = ''] = name.slice(PREFIX.length).split('/');
    if (!(Number(day) < before) || found.length >= most) continue;
    const sheet = (await unlocked.kept.get(name)) as HeldSheet | null;
    if (sheet !== null && sheet.space === space) found.push({ letter: letter as LetterId, sheet });
  }
  return found;
}

export const dropHeldSheet = (unlocked: Unlocked, { letter, sheet }: Held): Promise<void> =>
  unlocked.kept.delete(nameOf(letter, sheet.day));

/** What a sheet came with; null where it came with nothing. */
export function tokenOf({ token }: HeldSheet): CodeToken | null {
  if (token === undefined) return null;
  const [message, signature] = token.map(fromBase64url);
  return message?.ok === true && signature?.ok === true
    ? { message: message.value, signature: signature.value }
    : null;
}
