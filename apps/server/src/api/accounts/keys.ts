import { refuse } from '../../refused.ts';
import { findAccount } from '../../storage/accounts.ts';
import type { Handler } from '../handler.ts';

export const keys: Handler<'accounts/keys'> = async (_body, { parts, session }) => {
  const stored = await findAccount(parts.db.tables, session.account);
  return stored ? { sealedRoot: stored.sealedRoot } : refuse('not-signed-in');
};
