import type { Id } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';

/** Cases that are named one by one. */
const MOST = 500;

/** Cases by what they are called, as far as this person may open them. */
export function CaseLinks({ cases }: { cases: readonly Id[] }) {
  const { data } = useQuery((vault) => vault.named(cases.slice(0, MOST)), [cases.join()], ['case']);
  return (
    <ul class="rows">
      {cases.slice(0, MOST).flatMap((id) => {
        const end = data?.[id];
        if (end === undefined) return [];
        const name = [end.mention.alias, end.mention.reference].filter(Boolean).join(' · ');
        return [
          <li key={id}>
            <a class="row" href={`/cases/${id}`}>
              {name || t('patterns.aCase')}
            </a>
          </li>,
        ];
      })}
    </ul>
  );
}
