import { type Card, codesOf, toldText } from '@dayaq/domain';
import type { CaseMention } from './client.ts';

/** What a row that stands for a part of a case says of the case. */
export function mentionOf(card: string): CaseMention {
  const known = JSON.parse(card) as Card;
  return {
    reference: toldText(known, 'reference'),
    alias: toldText(known, 'alias'),
    status: codesOf(known, 'status')[0] ?? '',
  };
}
