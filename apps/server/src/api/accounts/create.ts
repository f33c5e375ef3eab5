import type { Request } from '@dayaq/protocol';
import {
  type AccountId,
  type CharterState,
  concatBytes,
  extendCharter,
  idText,
  type InviteId,
  type Member,
  readCharterEntry,
  verifySignature,
} from '@dayaq/sealing/verify';
import { refuseInvitation } from '../../charter/open-invitation.ts';
import { dayNumberOf } from '../../days.ts';
import { equal, sha256 } from '../../hash.ts';
import type { Parts } from '../../parts.ts';
import { type Refused, refuse } from '../../refused.ts';
import { findAccount, insertAccount } from '../../storage/accounts.ts';
import { findFounding } from '../../storage/founding.ts';
import { findSpace } from '../../storage/spaces.ts';
import type { Handler } from '../handler.ts';

type Body = Request<'accounts/create'>;
type Admission<By> = Extract<Body['admission'], { by: By }>;

async function refuseFounding(parts: Parts, admission: Admission<'founding'>): Promise<Refused | null> {
  const founding = await findFounding(parts.db.tables, sha256(admission.token), dayNumberOf(parts.clock()));
  if (!founding) return refuse('founding-unknown');
  return founding.space ? refuse('founding-used') : null;
}

async function refuseInvited(
  parts: Parts,
  account: Uint8Array,
  admission: Admission<'invitation'>,
): Promise<Refused | null> {
  const row = await findSpace(parts.db.tables, admission.space);
  if (!row) return refuse('invitation-unknown');
  const charter = await parts.charters.load(parts.db.tables, admission.space, row);
  const id = idText<InviteId>(admission.invite);
  const invite = charter.invites.get(id);
  if (!invite || !(await verifySignature(invite.verifier, 'admission', account, admission.proof))) {
    return refuse('invitation-unknown');
  }
  return refuseInvitation(charter, id, parts.clock());
}

/** The member that an act would make of an account, if it may join now. */
async function joining(
  parts: Parts,
  charter: CharterState,
  id: AccountId,
  join: Uint8Array,
): Promise<Member | undefined> {
  const read = readCharterEntry(join);
  if (!read.ok || read.value.act.type !== 'join') return undefined;
  if (refuseInvitation(charter, read.value.act.invite, parts.clock())) return undefined;
  const extended = await extendCharter(charter, join);
  return extended.ok ? extended.value.members.get(id) : undefined;
}

/**
 * A member whom a restore forgot: by the charter as it stands here, or with the one act by which they joined, while the
 * invitation that it names is open. Whoever was removed is no member, and an account that exists is not touched.
 */
async function refuseForgotten(
  parts: Parts,
  body: Body,
  admission: Admission<'charter'>,
): Promise<Refused | null> {
  const row = await findSpace(parts.db.tables, admission.space);
  if (!row) return refuse('not-allowed');
  const charter = await parts.charters.load(parts.db.tables, admission.space, row);
  const id = idText<AccountId>(body.account);
  const member = charter.members.get(id) ?? (await joining(parts, charter, id, admission.join));
  if (member?.removedSeq !== null) return refuse('not-allowed');
  const signed = concatBytes(body.account, body.verifier, body.sealedRoot);
  const isTheirs = await verifySignature(member.signKey, 'readmission', signed, admission.proof);
  return isTheirs ? null : refuse('not-allowed');
}

function refusalOf(parts: Parts, body: Body): Promise<Refused | null> {
  const { admission, account } = body;
  switch (admission.by) {
    case 'founding':
      return refuseFounding(parts, admission);
    case 'invitation':
      return refuseInvited(parts, account, admission);
    case 'charter':
      return refuseForgotten(parts, body, admission);
  }
}

/**
 * Makes an account for the holder of a founding link or an invitation, or for a forgotten member. No link is used up here, but by founding or
 * joining, so a broken connection can be followed by the same call again.
 */
export const create: Handler<'accounts/create'> = async (body, { parts }) => {
  const existing = await findAccount(parts.db.tables, body.account);
  if (existing) return equal(existing.verifier, body.verifier) ? {} : refuse('account-exists');
  const refused = await refusalOf(parts, body);
  if (refused) return refused;
  const stored = { verifier: body.verifier, sealedRoot: body.sealedRoot };
  if (await insertAccount(parts.db.tables, body.account, stored)) return {};
  const winner = await findAccount(parts.db.tables, body.account);
  return winner && equal(winner.verifier, body.verifier) ? {} : refuse('account-exists');
};
