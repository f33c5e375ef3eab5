import { type Card, codesOf, titleOf, toldText } from '@dayaq/domain';
import type { CaseMention, CaseSketch } from './client.ts';

/** How a case is called where something that belongs to it is listed, from its card. */
export function mentionOf(card: string): CaseMention {
  return mentionIn(JSON.parse(card) as Card);
}

/** Characters of the summary, codes of what happened. */
const SKETCH = { summary: 160, violations: 6, title: 80 } as const;

/** The same, with what it is about. @param kind of the dossier: what is no case is called by its title */
export function sketchOf(card: string, kind = 'case'): CaseSketch {
  const known = JSON.parse(card) as Card;
  const mention = mentionIn(known);
  return {
    ...mention,
    ...(kind === 'case' ? {} : { alias: titleOf(kind, known).slice(0, SKETCH.title) }),
    summary: toldText(known, 'summary').slice(0, SKETCH.summary),
    violations: codesOf(known, 'violation').slice(0, SKETCH.violations),
  };
}

function mentionIn(known: Card): CaseMention {
  return {
    reference: toldText(known, 'reference'),
    alias: toldText(known, 'alias'),
    status: codesOf(known, 'status')[0] ?? '',
  };
}
