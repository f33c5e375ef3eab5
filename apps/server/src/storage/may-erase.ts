import { derivedDossier, idBytes, idText, type SpaceId } from '@dayaq/sealing/verify';
import { equal } from '../hash.ts';
import { type Refused, refuse } from '../refused.ts';
import type { Tables } from './database.ts';
import { findDossier, mayRead } from './dossiers.ts';
import { isErased, standsInLog } from './erased.ts';
import { findShare } from './shares.ts';
import { findMember, lockSpace } from './spaces.ts';

/**
 * Whether somebody may have a dossier, or something of it, destroyed: a keyholder who may read it, of what is no roster and was
 * never shared, once the roster's entry `said` stands in the log, so that the team can read by whom and why. Takes the space's
 * lock. `unknown`: there is nothing of it here.
 */
export async function mayErase(
  tx: Tables,
  account: Uint8Array,
  { space, dossier, said }: Record<'space' | 'dossier' | 'said', Uint8Array>,
): Promise<'may' | 'unknown' | Refused> {
  const refused = refuse('not-allowed');
  const row = await lockSpace(tx, space);
  const member = row && (await findMember(tx, space, account));
  if (!row || !member?.keyholder) return refused;
  // What every member's program needs is never destroyed, nor what proves an end to another organisation.
  const roster = idBytes(await derivedDossier(idText<SpaceId>(space), 'roster'));
  if (equal(roster, dossier)) return refused;
  if ((await findShare(tx, space, dossier)) !== null) return refused;
  const known = await findDossier(tx, space, dossier);
  if (!known) return 'unknown';
  const isReader = await mayRead(tx, space, dossier, known, account);
  if (!isReader && !(await isErased(tx, space, dossier))) return refused;
  return (await standsInLog(tx, space, roster, said)) ? 'may' : refuse('not-found');
}
