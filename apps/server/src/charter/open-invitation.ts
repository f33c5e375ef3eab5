import type { CharterState, InviteId } from '@dayaq/sealing/verify';
import { type Refused, refuse } from '../refused.ts';

/** Why an invitation lets nobody in now, in milliseconds by the server's own clock: the time in an act is its author's word. */
export function refuseInvitation(charter: CharterState, id: InviteId, now: number): Refused | null {
  const invite = charter.invites.get(id);
  if (!invite || invite.revoked) return refuse('invitation-unknown');
  if (invite.usedBy !== null) return refuse('invitation-used');
  return invite.expires < now ? refuse('invitation-expired') : null;
}
