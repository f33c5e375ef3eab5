import {
  checkSurvey,
  type Item,
  readSurvey,
  readUnfinished,
  type Survey,
  type SurveyFault,
  tidied,
  writeSurvey,
} from '@dayaq/domain/survey';
import type { Language } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';

/** What is kept while a form is made: the form as it stands, the one that it began from, and how many people may answer. */
export type Building = Record<string, Value> & { form: string; from: string; expected: string };

export function begun(made: string, expected: unknown, languages: readonly Language[]): Building {
  const form = made === '' ? writeSurvey({ title: {}, intro: {}, languages, items: [] }) : made;
  return { form, from: made, expected: typeof expected === 'number' ? String(expected) : '' };
}

/** A form as it is kept; null where a text of it, or all of it, is longer than a form can be: then it stays as it was. */
export function written(survey: Survey): string | null {
  const form = writeSurvey(survey);
  return readUnfinished(form) === null ? null : form;
}

/** As it was kept; null where it is none that this program reads. */
export function readBuilding(kept: Value): Building | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  const { form, from, expected } = kept;
  if (typeof form !== 'string' || typeof from !== 'string' || readUnfinished(form) === null) return null;
  return { form, from, expected: typeof expected === 'string' ? expected : '' };
}

export type Problem =
  | { readonly is: 'fault'; readonly fault: SurveyFault }
  | { readonly is: 'empty' }
  | { readonly is: 'no-title' }
  | { readonly is: 'too-large' };

/** What holds the form up, or the form as it is saved. */
export function finished(survey: Survey): { survey: Survey } | { problems: Problem[] } {
  const tidy = tidied(survey);
  const problems: Problem[] = checkSurvey(tidy).map((fault) => ({ is: 'fault', fault }));
  if (Object.keys(tidy.title).length === 0) problems.unshift({ is: 'no-title' });
  if (!hasQuestion(tidy.items)) problems.push({ is: 'empty' });
  else if (problems.length === 0 && readSurvey(writeSurvey(tidy)) === null)
    problems.push({ is: 'too-large' });
  return problems.length === 0 ? { survey: tidy } : { problems };
}

const hasQuestion = (items: readonly Item[]): boolean =>
  items.some((item) => item.is === 'question' || hasQuestion(item.items));

/** People expected to answer: null where nobody says, or it is no such number. */
export function expectedIn({ expected }: Building): number | null {
  const number = Number(expected);
  return /^\d{1,7}$/.test(expected.trim()) && number >= 1 && number <= 1_000_000 ? number : null;
}
