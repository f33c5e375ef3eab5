import { KINDS, type Order } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { ListSearch } from '../../list/pages.ts';

const ORDERS = KINDS.case.card?.orders ?? [];

interface Props {
  translator: Translator;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** The order of the list, of those that the kind offers. */
export function SortSelect({ translator: { t }, search, onSearch }: Props) {
  const words: Record<Order, (descending: boolean) => string> = {
    updated: () => t('cases.sort.updated'),
    due: () => t('cases.sort.due'),
    day: (descending) => (descending ? t('cases.sort.newest') : t('cases.sort.oldest')),
    title: () => t('cases.sort.alias'),
  };
  const at = ORDERS.findIndex((o) => o.by === search.sort && o.descending === search.descending);
  return (
    <label class="case-sort">
      <span class="visually-hidden">{t('cases.sort.label')}</span>
      <select
        value={String(Math.max(0, at))}
        onChange={(event) => {
          const chosen = ORDERS[Number(event.currentTarget.value)];
          if (chosen !== undefined) onSearch({ ...search, sort: chosen.by, descending: chosen.descending });
        }}
      >
        {ORDERS.map(({ by, descending }, i) => (
          <option key={`${by} ${descending}`} value={String(i)}>
            {words[by](descending)}
          </option>
        ))}
      </select>
    </label>
  );
}
