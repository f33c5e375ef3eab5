import { type Card, codesOf, toldText } from '@dayaq/domain';
import type { CaseMention, CaseSketch } from './client.ts';

/** How a case is called where something that belongs to it is listed, from its card. */
export function mentionOf(card: string): CaseMention {
  return mentionIn(JSON.parse(card) as Card);
}

/** Characters of the summary, codes of what happened. */
const SKETCH = { summary: 160, violations: 6 } as const;

/** The same, with what the case is about. */
export function sketchOf(card: string): CaseSketch {
  const known = JSON.parse(card) as Card;
  return {
    ...mentionIn(known),
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
