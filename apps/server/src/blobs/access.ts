import type { Parts } from '../parts.ts';
import { type Refused, refuse } from '../refused.ts';
import { accessLiveShare } from '../shares/access.ts';
import { type BlobRow, findBlob } from '../storage/blobs.ts';
import { findDossier, mayRead } from '../storage/dossiers.ts';
import { findMember } from '../storage/spaces.ts';

/**
 * Whether the account may put blobs into a dossier (`write`) or read those of it; a refusal when not. So may members of
 * the space that it is shared with, until the end.
 */
export async function refuseDossier(
  parts: Parts,
  space: Uint8Array,
  dossier: Uint8Array,
  account: Uint8Array,
  write: boolean,
): Promise<Refused | null> {
  const { tables } = parts.db;
  const member = await findMember(tables, space, account);
  if (!member) {
    const shared = await accessLiveShare(tables, space, dossier, account);
    return !shared || (write && shared.member.role === 'viewer') ? refuse('not-allowed') : null;
  }
  if (write && member.role === 'viewer') return refuse('not-allowed');
  const row = await findDossier(tables, space, dossier);
  if (!row) return refuse('generation-unknown');
  return (await mayRead(tables, space, dossier, row, account)) ? null : refuse('not-allowed');
}

/** The blob if the account may use it. Unknown blobs and closed ones look alike to everyone who may not. */
export async function accessBlob(
  parts: Parts,
  space: Uint8Array,
  blob: Uint8Array,
  account: Uint8Array,
  write: boolean,
): Promise<BlobRow | Refused> {
  const member = await findMember(parts.db.tables, space, account);
  const row = await findBlob(parts.db.tables, space, blob);
  if (!row) return refuse(member ? 'not-found' : 'not-allowed');
  const refused = await refuseDossier(parts, space, row.dossier, account, write);
  if (!refused) return row;
  return refused.refusal.error === 'not-allowed' && member && !write ? refuse('not-found') : refused;
}
