import { type DoorNotice, NOTICE_LIMITS } from '@dayaq/domain';
import type { Survey } from '@dayaq/domain/survey';
import type { DoorStanding } from '@dayaq/vault/client';
import { inEach } from '../people/door/door-form.ts';

/** Where a published survey stands at the public door. */
export type Standing = 'asked' | 'waits' | 'not';

export function standingOf(door: DoorStanding | null, hash: string): Standing {
  const has = (notice: DoorNotice | null | undefined): boolean =>
    notice?.surveys?.some((each) => each.hash === hash) === true;
  if (has(door?.open?.notice)) return 'asked';
  return has(door?.proposed?.notice) ? 'waits' : 'not';
}

/** The page's words with this survey among what it asks; null where as many are asked as fit. */
export function withSurvey(notice: DoorNotice, survey: Survey, hash: string): DoorNotice | null {
  const others = (notice.surveys ?? []).filter((each) => each.hash !== hash);
  if (others.length >= NOTICE_LIMITS.surveys) return null;
  const title = inEach(survey.title, notice.languages);
  const until = survey.call === undefined ? {} : { until: survey.call.deadline };
  return { ...notice, surveys: [...others, { hash, title, ...until }] };
}

export const withoutSurvey = (notice: DoorNotice, hash: string): DoorNotice => ({
  ...notice,
  surveys: (notice.surveys ?? []).filter((each) => each.hash !== hash),
});
