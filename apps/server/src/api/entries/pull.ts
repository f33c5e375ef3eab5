import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { pullLog } from '../../storage/pull.ts';
import type { Handler } from '../handler.ts';

export const pull: Handler<'entries/pull'> = async (body, { parts, session }) => {
  const { space, after, limit, bytes = LIMITS.bytesPerPull } = body;
  const request = { space, account: session.account, after, limit, bytes };
  return (await pullLog(parts.db, request)) ?? refuse('not-allowed');
};
