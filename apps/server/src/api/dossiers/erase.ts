import { derivedDossier, idBytes, idText, type SpaceId } from '@dayaq/sealing/verify';
import { equal } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { findDossier, mayRead } from '../../storage/dossiers.ts';
import { eraseDossier, isErased } from '../../storage/erased.ts';
import { findShare } from '../../storage/shares.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const erase: Handler<'dossiers/erase'> = async ({ space, dossier }, { parts, session }) => {
  const refused = refuse('not-allowed');
  return inTransaction(parts.db.tables, async (tx) => {
    const row = await lockSpace(tx, space);
    const member = row && (await findMember(tx, space, session.account));
    if (!row || !member?.keyholder) return refused;
    // What every member's program needs is never destroyed, nor what proves an end to another organisation.
    const roster = await derivedDossier(idText<SpaceId>(space), 'roster');
    if (equal(idBytes(roster), dossier)) return refused;
    if ((await findShare(tx, space, dossier)) !== null) return refused;
    const known = await findDossier(tx, space, dossier);
    if (!known) return {};
    const isReader = await mayRead(tx, space, dossier, known, session.account);
    if (!isReader && !(await isErased(tx, space, dossier))) return refused;
    await eraseDossier(tx, parts.blobs, space, dossier);
    return {};
  });
};
