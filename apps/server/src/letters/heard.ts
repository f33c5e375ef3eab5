import { readNotice } from '@dayaq/domain';
import { readSurvey as asSurvey, soundsOf } from '@dayaq/domain/survey';
import { LIMITS } from '@dayaq/protocol';
import type { Parts } from '../parts.ts';
import { deleteSound, soundsBefore } from '../storage/survey-sounds.ts';
import { readSurvey } from '../storage/surveys.ts';

/** The sounds that the surveys at a space's open door name, by their hashes. */
export async function heardAt(
  { db, doors }: Pick<Parts, 'db' | 'doors'>,
  space: Uint8Array,
): Promise<Set<string>> {
  const here = await doors.of(space);
  const notice = here === null ? null : readNotice(here.door.notice);
  const heard = new Set<string>();
  for (const { hash } of notice?.surveys ?? []) {
    const bytes = await readSurvey(db.tables, space, Buffer.from(hash, 'base64url'));
    const survey = bytes === null ? null : asSurvey(new TextDecoder().decode(bytes));
    for (const sound of survey === null ? [] : soundsOf(survey)) heard.add(sound);
  }
  return heard;
}

/**
 * Deletes sounds that no survey at an open door names, once whoever signs second has had time to. @param today days since 1970
 */
export async function deleteUnheard(parts: Pick<Parts, 'db' | 'doors'>, today: number): Promise<void> {
  const heard = new Map<string, Set<string>>();
  for (const { space_id: space, hash } of await soundsBefore(parts.db.tables, today - LIMITS.soundDays)) {
    const name = Buffer.from(space).toString('base64url');
    const here = heard.get(name) ?? (await heardAt(parts, space));
    heard.set(name, here);
    if (!here.has(Buffer.from(hash).toString('base64url'))) await deleteSound(parts.db.tables, space, hash);
  }
}
