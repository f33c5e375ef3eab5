import { LIMITS } from '@dayaq/protocol';
import { refuse } from '../../refused.ts';
import { readDossier } from '../../storage/log-page.ts';
import type { Handler } from '../handler.ts';

/** A dossier that is unknown or restricted to others has nothing to read: the two look alike. */
export const dossier: Handler<'entries/dossier'> = async (body, { parts, session }) => {
  const { space, dossier: id, after, limit } = body;
  const request = { space, account: session.account, after, limit, bytes: LIMITS.bytesPerPull, dossier: id };
  return (await readDossier(parts.db, request)) ?? refuse('not-allowed');
};
