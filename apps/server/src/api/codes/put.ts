import { LIMITS } from '@dayaq/protocol';
import { isCodeKey } from '../../blind-sign.ts';
import { refuse } from '../../refused.ts';
import { findMember } from '../../storage/spaces.ts';
import { insertCodes } from '../../storage/survey-codes.ts';
import type { Handler } from '../handler.ts';

export const put: Handler<'codes/put'> = async ({ space, key, secret, codes }, { parts, session }) => {
  const { tables } = parts.db;
  const member = await findMember(tables, space, session.account);
  if (!member || member.role === 'viewer') return refuse('not-allowed');
  if (secret !== null && !isCodeKey(secret)) return refuse('malformed', 'secret');
  const kept = await insertCodes(tables, { space, key }, secret, codes, LIMITS.codesPerKey);
  if (kept === 'unknown') return refuse('not-found');
  return kept === 'full' ? refuse('too-large', 'codes') : {};
};
