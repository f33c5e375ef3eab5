import { idText, type InviteId } from '@dayaq/sealing/verify';
import { charterPage } from '../../charter/page.ts';
import { refuse } from '../../refused.ts';
import { findSpace } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

/** The invitation's id comes from the link's secret: whoever knows it was invited. */
export const read: Handler<'invitations/read'> = async (body, { parts }) => {
  const row = await findSpace(parts.db.tables, body.space);
  if (!row) return refuse('invitation-unknown');
  const charter = await parts.charters.load(parts.db.tables, body.space, row);
  const invite = charter.invites.get(idText<InviteId>(body.invite));
  if (!invite || invite.revoked) return refuse('invitation-unknown');
  if (invite.usedBy !== null) return refuse('invitation-used');
  if (invite.expires < parts.clock()) return refuse('invitation-expired');
  return charterPage(parts.db.tables, body.space, body.from);
};
