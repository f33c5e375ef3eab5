import type { Request } from '@dayaq/protocol';
import type { Transaction } from 'kysely';
import { equal } from '../hash.ts';
import { type Refused, refuse } from '../refused.ts';
import type { Schema } from '../storage/schema.ts';
import { noteSettled } from '../storage/settled.ts';
import { findMember, lockSpace } from '../storage/spaces.ts';

/** One who holds the keys says that this charter's last act is the last that their device knows. */
export async function settleTeam(
  tx: Transaction<Schema>,
  account: Uint8Array,
  body: Request<'charter/settle'>,
): Promise<Refused | null> {
  const row = await lockSpace(tx, body.space);
  const member = row && (await findMember(tx, body.space, account));
  if (!row || !member?.keyholder) return refuse('not-allowed');
  if (!equal(row.charterHead, body.head)) return refuse('charter-moved');
  await noteSettled(tx, body.space);
  return null;
}
