import { useQuery } from '../vault/session.ts';
import { type AllCosts, FUND_KINDS, readCosts } from './all-costs.ts';

/** What a change of makes the costs be read again; a case's reference stands beside them. */
const KINDS = ['cost', 'case', ...FUND_KINDS];

/** All costs and funds, followed as they change. */
export function useCosts(
  space: string,
  country: string,
): { costs: AllCosts | undefined; failed: boolean; again: () => void } {
  const { data, failed, again } = useQuery((vault) => readCosts(vault, country), [space, country], KINDS);
  return { costs: data, failed, again };
}
