import { readNotice } from '@dayaq/domain';
import { readSurvey as asSurvey, soundsOf } from '@dayaq/domain/survey';
import { LIMITS } from '@dayaq/protocol';
import type { Parts } from '../parts.ts';
import { deleteSound, soundsBefore } from '../storage/survey-sounds.ts';
import { readSurvey } from '../storage/surveys.ts';

/** Whether a survey at a space's open door names the sound of that hash. */
export async function isHeard(
  { db, doors }: Pick<Parts, 'db' | 'doors'>,
  space: Uint8Array,
  hash: Uint8Array,
): Promise<boolean> {
  const here = await doors.of(space);
  const notice = here === null ? null : readNotice(here.door.notice);
  const sound = Buffer.from(hash).toString('base64url');
  for (const asked of notice?.surveys ?? []) {
    const bytes = await readSurvey(db.tables, space, Buffer.from(asked.hash, 'base64url'));
    // Whoever asks for anything has nothing read anew but what may name it.
    if (bytes === null || !Buffer.from(bytes).includes(sound)) continue;
    const survey = asSurvey(new TextDecoder().decode(bytes));
    if (survey !== null && soundsOf(survey).includes(sound)) return true;
  }
  return false;
}

/** Deletes sounds that no survey at an open door names, once whoever signs second has had time to. @param today days since 1970 */
export async function deleteUnheard(parts: Pick<Parts, 'db' | 'doors'>, today: number): Promise<void> {
  for (const { space_id: space, hash } of await soundsBefore(parts.db.tables, today - LIMITS.soundDays))
    if (!(await isHeard(parts, space, hash))) await deleteSound(parts.db.tables, space, hash);
}
