import { type LetterId, type SheetContent, type SpaceId, toBase64url } from '@dayaq/sealing';
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
  /** JSON of what was sent. */
  answers: string;
}

export async function holdSheet(
  unlocked: Unlocked,
  ring: Ring,
  letter: LetterId,
  content: SheetContent,
  day: number,
): Promise<void> {
  await unlocked.kept.put(PREFIX + letter, {
    space: ring.space,
    survey: toBase64url(content.survey),
    day,
    language: content.language,
    answers: JSON.stringify(content.answers),
  } satisfies HeldSheet);
}

export async function heldSheets(
  unlocked: Unlocked,
  space: SpaceId,
): Promise<{ readonly letter: LetterId; readonly sheet: HeldSheet }[]> {
  const all = await unlocked.kept.all(PREFIX);
  return all.flatMap(({ name, value }) => {
    const sheet = value as HeldSheet;
    return sheet.space === space ? [{ letter: name.slice(PREFIX.length) as LetterId, sheet }] : [];
  });
}

export const dropHeldSheet = (unlocked: Unlocked, letter: LetterId): Promise<void> =>
  unlocked.kept.delete(PREFIX + letter);
