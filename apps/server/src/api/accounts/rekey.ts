import { updateAccount } from '../../storage/accounts.ts';
import { deleteSubscriptions } from '../../storage/push.ts';
import { deleteSessions } from '../../storage/sessions.ts';
import { inTransaction } from '../../storage/transaction.ts';
import type { Handler } from '../handler.ts';

/**
 * Verifier and sealed root change together, and whoever was signed in with the old passphrase is signed out and woken no
 * more. The account's own devices say again that they want to be woken when they are opened.
 */
export const rekey: Handler<'accounts/rekey'> = (body, { parts, session }) =>
  inTransaction(parts.db.tables, async (tx) => {
    await updateAccount(tx, session.account, body);
    await deleteSessions(tx, session.account, session.tokenHash);
    await deleteSubscriptions(tx, session.account);
    return {};
  });
