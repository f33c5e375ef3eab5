import { dayAfter, DAY } from './days.ts';
import { sha256 } from './hash.ts';
import type { Parts } from './parts.ts';
import { insertFoundingToken, replaceFirstRunToken } from './storage/founding.ts';
import { inTransaction } from './storage/transaction.ts';

/** How long a founding link works, in days. */
export const FOUNDING_LIFE = 14;

type Needs = Pick<Parts, 'db' | 'clock' | 'random'>;

/** The token of the machine's own first link; any earlier unused one stops working. */
export async function makeFirstRunToken({ db, clock, random }: Needs): Promise<string> {
  const token = random(32);
  const expiresDay = dayAfter(clock() + FOUNDING_LIFE * DAY);
  await inTransaction(db.tables, (tx) => replaceFirstRunToken(tx, sha256(token), expiresDay));
  return Buffer.from(token).toString('base64url');
}

/** A token for one more organisation; others stay as they are. */
export async function makeFoundingToken({ db, clock, random }: Needs): Promise<string> {
  const token = random(32);
  await insertFoundingToken(db.tables, sha256(token), dayAfter(clock() + FOUNDING_LIFE * DAY));
  return Buffer.from(token).toString('base64url');
}
