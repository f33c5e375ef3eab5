import { derivedDossier, idBytes, idText, type SpaceId } from '@dayaq/sealing/verify';
import { dayNumberOf } from '../../days.ts';
import { equal } from '../../hash.ts';
import { refuse } from '../../refused.ts';
import { findDossier, mayRead } from '../../storage/dossiers.ts';
import { eraseDossier, isErased, standsInLog } from '../../storage/erased.ts';
import { findShare } from '../../storage/shares.ts';
import { findMember, lockSpace } from '../../storage/spaces.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

export const erase: Handler<'dossiers/erase'> = async ({ space, dossier, said }, { parts, session }) => {
  const refused = refuse('not-allowed');
  return inTransaction(parts.db.tables, async (tx) => {
    const row = await lockSpace(tx, space);
    const member = row && (await findMember(tx, space, session.account));
    if (!row || !member?.keyholder) return refused;
    // What every member's program needs is never destroyed, nor what proves an end to another organisation.
    const roster = idBytes(await derivedDossier(idText<SpaceId>(space), 'roster'));
    if (equal(roster, dossier)) return refused;
    if ((await findShare(tx, space, dossier)) !== null) return refused;
    const known = await findDossier(tx, space, dossier);
    if (!known) return {};
    const isReader = await mayRead(tx, space, dossier, known, session.account);
    if (!isReader && !(await isErased(tx, space, dossier))) return refused;
    // Nothing is destroyed before the team can read by whom and why.
    if (!(await standsInLog(tx, space, roster, said))) return refuse('not-found');
    const asked = { by: session.account, day: dayNumberOf(parts.clock()) };
    await eraseDossier(tx, parts.blobs, space, dossier, asked);
    return {};
  });
};
