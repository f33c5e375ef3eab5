import type { Id, ListedRecord } from '@dayaq/vault/client';
import { useRef } from 'preact/hooks';
import { account, type Query, useQuery } from '../vault/session.ts';
import { HANDED_MOST, handedTo } from '../waiting/handed.ts';

/** Words that a colleague could not put into a case, in the space in which they were handed on. */
export interface HandedWords {
  space: Id;
  record: ListedRecord;
}

/**
 * What waits here for this account, the oldest first. What was put away meanwhile stays
 * until one leaves the page: it may be the only copy of somebody's words.
 */
export function useHanded(spaces: readonly Id[]): Query<HandedWords[]> {
  const seen = useRef(new Set<Id>());
  const waits = handedTo(account.value ?? '');
  const query = useQuery(
    async (vault) => {
      const pages = await Promise.all(
        spaces.map(async (space) => {
          const { records } = await vault.records(
            { kinds: ['handed'], after: null, limit: HANDED_MOST },
            space,
          );
          return records.map((record) => ({ space, record }));
        }),
      );
      return pages.flat().sort((a, b) => a.record.created.at - b.record.created.at);
    },
    [spaces.join()],
    ['handed'],
  );
  const shown = query.data?.filter(({ record }) => waits(record) || seen.current.has(record.record));
  for (const { record } of shown ?? []) seen.current.add(record.record);
  return { ...query, data: shown };
}
