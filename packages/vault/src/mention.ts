import { type Card, codesOf, toldText } from '@dayaq/domain';
import type { CaseMention } from './client.ts';

/** How a case is called where something that belongs to it is listed, from its card. */
export function mentionOf(card: string): CaseMention {
  const known = JSON.parse(card) as Card;
  return {
    reference: toldText(known, 'reference'),
    alias: toldText(known, 'alias'),
    status: codesOf(known, 'status')[0] ?? '',
  };
}
