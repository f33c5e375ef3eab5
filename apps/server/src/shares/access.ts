import type { Tables } from '../storage/database.ts';
import { findShare, isBarred, type ShareRow } from '../storage/shares.ts';
import { equal } from '../hash.ts';
import { findMember, type MemberRow } from '../storage/spaces.ts';

export interface SharedAccess {
  share: ShareRow;
  member: MemberRow;
}

/** A dossier of `owner` as a member of `peer`, who is not barred, may use it; null for everybody else. */
export async function accessShare(
  tables: Tables,
  request: { peer: Uint8Array; owner: Uint8Array; dossier: Uint8Array; account: Uint8Array },
): Promise<SharedAccess | null> {
  const { peer, owner, dossier, account } = request;
  const member = await findMember(tables, peer, account);
  if (!member) return null;
  const share = await findShare(tables, owner, dossier);
  if (!share || !equal(share.peer, peer)) return null;
  return (await isBarred(tables, owner, dossier, account)) ? null : { share, member };
}

/** The same for whoever names no space of their own: any that the dossier is shared with now. */
export async function accessLiveShare(
  tables: Tables,
  owner: Uint8Array,
  dossier: Uint8Array,
  account: Uint8Array,
): Promise<SharedAccess | null> {
  const share = await findShare(tables, owner, dossier);
  if (!share || share.endedAt !== null) return null;
  return accessShare(tables, { peer: share.peer, owner, dossier, account });
}
