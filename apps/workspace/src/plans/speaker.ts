import type { Translator } from '@dayaq/locale';
import { codeLabel } from '../fields/index.ts';

/** Who says something: the voice, and which office or organisation. */
export function speakerName(translator: Translator, { voice, who }: { voice: string; who: string }): string {
  if (voice === 'organisation' || voice === 'independent')
    return who || codeLabel(translator, 'voices', voice);
  return [codeLabel(translator, 'voices', voice), who].filter(Boolean).join(', ');
}
