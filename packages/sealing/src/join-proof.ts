import { encodeCanonical } from './encoding.ts';
import { idBytes, type InviteId, type SpaceId } from './ids.ts';
import type { MemberKeys } from './member-keys.ts';
import type { SigningKeys } from './signature.ts';
import { verifySignature } from './signature-check.ts';

function proven(space: SpaceId, invite: InviteId, member: MemberKeys): Uint8Array {
  return encodeCanonical([
    idBytes(space),
    idBytes(invite),
    idBytes(member.account),
    member.signKey,
    member.encKey,
  ]);
}

/**
 * Shows that whoever joins held the invitation's secret, and binds it to exactly these keys: a server that
 * sees the proof cannot use it for others. Signed with the link's own key pair.
 */
export function joinProof(
  link: { readonly id: InviteId; readonly signing: SigningKeys },
  space: SpaceId,
  member: MemberKeys,
): Promise<Uint8Array> {
  return link.signing.sign('join-proof', proven(space, link.id, member));
}

export function verifyJoinProof(
  verifier: Uint8Array,
  space: SpaceId,
  invite: InviteId,
  member: MemberKeys,
  proof: Uint8Array,
): Promise<boolean> {
  return verifySignature(verifier, 'join-proof', proven(space, invite, member), proof);
}
