import type { Change, Id } from '@dayaq/vault/client';

/** A letter stands beside others in a case, or does no more. The case names it; nothing in the letter leads to the case. */
export const letterJoined = (about: Id, letter: Id, isIn: boolean): Change[] => [
  {
    kind: 'case',
    record: about,
    fields: { letters: { add: isIn ? [letter] : [], del: isIn ? [] : [letter] } },
  },
];
