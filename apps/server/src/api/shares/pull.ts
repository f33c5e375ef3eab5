import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { readShared } from '../../storage/log-page.ts';
import type { Handler } from '../handler.ts';

/** A dossier that is not shared with the caller's space does not exist for it. */
export const pull: Handler<'shares/pull'> = async (body, { parts, session }) => {
  const { space: peer, owner, dossier, after, limit } = body;
  const { account } = session;
  const request = { space: owner, account, after, limit, bytes: LIMITS.bytesPerPull, dossier, peer };
  return (await readShared(parts.db, request)) ?? refuse('not-allowed');
};
