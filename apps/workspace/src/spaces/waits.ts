import type { Id, Vault } from '@dayaq/vault/client';
import { todayByServer } from '../vault/now-by-server.ts';
import { awaitsUs } from '../referrals/use-shares.ts';

/** So many are counted, and no more. */
const MOST = 500;

/** How much of a space waits for this person: dangers that nobody took or can read, what is to be done today, hand-overs to answer. */
export async function waitsIn(
  vault: Pick<Vault, 'dangers' | 'apart' | 'tasks' | 'shares'>,
  space: Id,
  me: Id,
): Promise<number> {
  const on = todayByServer();
  const [dangers, apart, mine, nobodys, shares] = await Promise.all([
    vault.dangers(space),
    vault.apart(space),
    vault.tasks({ owner: me, until: null, on, limit: MOST }, space),
    vault.tasks({ owner: '', until: null, on, limit: MOST }, space),
    vault.shares(space),
  ]);
  const open = dangers.filter(({ escalation }) => escalation.state === 'open');
  const unread = apart.filter(({ mayBeDanger }) => mayBeDanger);
  return open.length + unread.length + mine.length + nobodys.length + shares.filter(awaitsUs).length;
}
