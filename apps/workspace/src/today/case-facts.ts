import type { Translator } from '@dayaq/locale';
import type { CaseSketch } from '@dayaq/vault/client';
import { violationsToShow } from '../cases/list/row-words.ts';
import { codeLabel } from '../fields/labels.ts';

/** One line of what a case is about: what happened by its name, else the beginning of what was written. */
export function caseFacts(translator: Translator, { violations, summary }: CaseSketch): string {
  const named = violationsToShow(violations).map((code) => codeLabel(translator, 'violation-types', code));
  if (named.length > 0) return named.join(', ');
  return summary.split('\n', 1)[0] ?? '';
}
