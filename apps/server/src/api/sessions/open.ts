import { LIMITS } from '@dayaq/protocol';
import { type AccountId, idText, verifySignIn } from '@dayaq/sealing/verify';
import { DAY, dayAfter } from '../../days.ts';
import { sha256 } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { makeToken } from '../../session-token.ts';
import { challengeStands } from '../../sign-in.ts';
import { findAccount } from '../../storage/accounts.ts';
import { insertSession, useChallenge } from '../../storage/sessions.ts';
import type { Handler } from '../handler.ts';

/** A point on the curve that nobody holds the key of: checked when the account is unknown, so both take as long. */
const NOBODY = new Uint8Array(32).fill(0x66);
NOBODY[0] = 0x58;

/**
 * Unknown account, wrong signature, used or old challenge: one answer for all. Attempts are not counted by account: a
 * signature cannot be guessed, and whoever knows an account's number could use up its holder's attempts.
 */
export const open: Handler<'sessions/open'> = async (body, { parts }) => {
  const now = parts.clock();
  // First, because it costs a hash: what was not asked for here does not reach the database.
  if (!challengeStands(parts.challengeKey, body.account, body.challenge, now))
    return refuse('sign-in-refused');
  const stored = await findAccount(parts.db.tables, body.account);
  const signed = await verifySignIn(
    stored?.verifier ?? NOBODY,
    idText<AccountId>(body.account),
    body.challenge,
    body.signature,
  );
  if (!stored || !signed) return refuse('sign-in-refused');
  const over = dayAfter(now + LIMITS.challengeLife);
  if (!(await useChallenge(parts.db.tables, sha256(body.challenge), over))) return refuse('sign-in-refused');

  const token = makeToken(parts.challengeKey, parts.random(16));
  const expiresDay = dayAfter(now + LIMITS.sessionLife);
  await insertSession(parts.db.tables, { tokenHash: sha256(token), account: body.account, expiresDay });
  return { token, expires: expiresDay * DAY };
};
