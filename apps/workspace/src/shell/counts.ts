import { todayByServer } from '../vault/now-by-server.ts';
import type { Id, Vault } from '@dayaq/vault/client';
import { awaitsUs } from '../referrals/use-shares.ts';
import { handedTo, HANDED_MOST } from '../waiting/handed.ts';
import { account, currentSpaceId, status, useQuery } from '../vault/session.ts';

/** Spelt out instead of asked of `domain`: the navigation must not bring the kinds along to the first page. */
const OPEN = ['new', 'in-progress', 'waiting'];

/** What the navigation says of the space that is worked in. */
export interface Counts {
  /** Dangers that nobody took or can read, and what is this person's today or late. */
  today: number;
  /** Open cases; at most 10 000 are counted. */
  cases: number;
  /** What came from others and waits for an answer. */
  inbox: number;
}

/** Null until the first answer. */
export function useCounts(): Counts | null {
  const space = currentSpaceId();
  const me = account.value ?? '';
  const { data } = useQuery(
    async (vault) => (space === null ? null : count(vault, space, me)),
    [space, me, status.value.sync.state],
    ['task', 'case', 'handover', 'handed', 'lead', 'letter'],
  );
  return data ?? null;
}

async function count(
  vault: Pick<Vault, 'dangers' | 'apart' | 'workload' | 'dossiers' | 'shares' | 'records'>,
  space: Id,
  me: Id,
): Promise<Counts> {
  const counted = (kind: string, filters: Record<string, string[]>) =>
    vault.dossiers({
      kinds: [kind],
      text: '',
      filters,
      sort: 'updated',
      descending: true,
      offset: 0,
      limit: 1,
      space,
    });
  const [dangers, apart, loads, cases, leads, letters, shares, handed] = await Promise.all([
    vault.dangers(space),
    vault.apart(space),
    vault.workload(todayByServer(), space),
    counted('case', { status: OPEN }),
    counted('lead', { state: ['open'] }),
    counted('letter', { state: ['open'] }),
    vault.shares(space),
    vault.records({ kinds: ['handed'], after: null, limit: HANDED_MOST }, space),
  ]);
  const due = loads.find(({ owner }) => owner === me)?.due ?? 0;
  return {
    today:
      dangers.filter(({ escalation }) => escalation.state === 'open').length +
      apart.filter(({ mayBeDanger }) => mayBeDanger).length +
      due,
    cases: cases.total,
    inbox:
      shares.filter(awaitsUs).length +
      handed.records.filter(handedTo(me)).length +
      leads.total +
      letters.total,
  };
}
