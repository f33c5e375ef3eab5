import type { Id } from '@dayaq/vault/client';
import { caseName } from '../cases/case-name.ts';
import { t, translator } from '../locale/index.ts';
import { caseFacts } from '../today/case-facts.ts';
import { useQuery } from '../vault/session.ts';

/** Cases that are named one by one. */
const MOST = 500;

/** Cases by what they are called and what they are about, as far as this person may open them. */
export function CaseLinks({ cases }: { cases: readonly Id[] }) {
  const { data } = useQuery((vault) => vault.named(cases.slice(0, MOST)), [cases.join()], ['case']);
  return (
    <ul class="rows">
      {cases.slice(0, MOST).flatMap((id) => {
        const end = data?.[id];
        if (end === undefined) return [];
        return [
          <li key={id}>
            <a class="row" href={`/cases/${id}`}>
              <span>
                {caseName(end.mention) || t('patterns.aCase')}{' '}
                <span class="muted small">{caseFacts(translator.value, end.mention)}</span>
              </span>
            </a>
          </li>,
        ];
      })}
    </ul>
  );
}
