import { useQuery } from '../vault/session.ts';
import { type AllCosts, readCosts } from './all-costs.ts';

/** What a change of makes the costs be read again; a case's reference stands beside them. */
const KINDS = ['cost', 'fund', 'case'];

/** All costs and funds, followed as they change. */
export function useCosts(space: string): { costs: AllCosts | undefined; failed: boolean; again: () => void } {
  const { data, failed, again } = useQuery(readCosts, [space], KINDS);
  return { costs: data, failed, again };
}
