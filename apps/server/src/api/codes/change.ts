import { blindSign } from '../../blind-sign.ts';
import { sha256 } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { readCodeKey, useCode } from '../../storage/survey-codes.ts';
import type { Handler } from '../handler.ts';

/** A code that is not known, and a key that is not, are one answer. */
export const change: Handler<'codes/change'> = async ({ space, key, code, blinded }, { parts }) => {
  const { tables } = parts.db;
  const secret = await readCodeKey(tables, { space, key });
  if (secret === null) return refuse('not-found');
  // Before the code is used up: what cannot be signed costs nobody theirs.
  const signature = blindSign(secret, blinded);
  if (signature === null) return refuse('malformed', 'blinded');
  const used = await useCode(tables, { space, key }, sha256(code), blinded);
  if (used === 'unknown') return refuse('not-found');
  return used === 'used' ? refuse('code-used') : { signature };
};
