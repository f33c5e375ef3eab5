import type { MessageKey, Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/labels.ts';

export const ACT_LIST = 'violation-types';

/** First-level codes as people say them; any other code is called what the list calls it. */
const BRANCH_WORDS = {
  health: 'intake.branch.health',
  liberty: 'intake.branch.liberty',
  violence: 'intake.branch.violence',
  documents: 'intake.branch.documents',
  housing: 'intake.branch.housing',
  work: 'intake.branch.work',
  family: 'intake.branch.family',
  dignity: 'intake.branch.dignity',
  digital: 'intake.branch.digital',
  justice: 'intake.branch.justice',
  civic: 'intake.branch.civic',
  other: 'intake.branch.other',
} as const satisfies Record<string, MessageKey>;

function hasWords(code: string): code is keyof typeof BRANCH_WORDS {
  return Object.hasOwn(BRANCH_WORDS, code);
}

/** What an act is called while it is being told. */
export function actWords(translator: Translator, code: string): string {
  return hasWords(code) ? translator.t(BRANCH_WORDS[code]) : codeLabel(translator, ACT_LIST, code);
}
