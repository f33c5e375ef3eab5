import { type Account, type CharterState, equalBytes } from '@dayaq/sealing';

/** Whether a charter holds this account with the very keys that this account has. */
export function namesMe({ account }: { account: Account }, state: CharterState): boolean {
  const member = state.members.get(account.id);
  const own = account.public;
  return (
    member !== undefined && equalBytes(member.signKey, own.signKey) && equalBytes(member.encKey, own.encKey)
  );
}
