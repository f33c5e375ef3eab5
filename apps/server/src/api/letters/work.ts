import { LEAST_TRIES } from '../../letters/floods.ts';
import { slotAt, workChallenge } from '../../letters/letter-work.ts';
import type { Handler } from '../handler.ts';

/** Stores nothing, whoever asks for whatever: of a door that is not there no letter is taken anyway. */
export const work: Handler<'letters/work'> = async ({ space }, { parts }) => {
  const slot = slotAt(parts.clock());
  const tries = Math.max(LEAST_TRIES, parts.floods.tries(space));
  return { slot, tries, challenge: workChallenge(parts.challengeKey, space, slot, tries) };
};
