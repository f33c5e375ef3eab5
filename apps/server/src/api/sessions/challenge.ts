import { makeChallenge } from '../../sign-in.ts';
import type { Handler } from '../handler.ts';

/** Answers alike for accounts that exist and for those that do not. */
export const challenge: Handler<'sessions/challenge'> = async (body, { parts }) => ({
  challenge: makeChallenge(parts.challengeKey, body.account, parts.clock(), parts.random(16)),
});
