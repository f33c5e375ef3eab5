import { translator } from '../locale/index.ts';
import { todayByServer } from '../vault/now-by-server.ts';
import { currentSpace, status, useQuery, useVault } from '../vault/session.ts';
import type { Room } from './room.ts';

/** Where the case pages stand: null until there is a space to work in. */
export function useRoom(): Room | null {
  const vault = useVault();
  const space = currentSpace();
  const { account } = status.value;
  const members = useQuery((v) => v.members(), [space?.id], ['profile', 'organisation']).data ?? [];
  if (space === null || account === null) return null;
  return {
    vault,
    translator: translator.value,
    members,
    country: space.country,
    me: account,
    role: space.me.role,
    today: todayByServer(),
  };
}
