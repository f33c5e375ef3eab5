import type { Translator } from '@dayaq/locale';
import type { CaseSearch } from './case-pages.ts';

const ORDERS: readonly { sort: CaseSearch['sort']; descending: boolean }[] = [
  { sort: 'updated', descending: true },
  { sort: 'due', descending: false },
  { sort: 'opened', descending: true },
  { sort: 'opened', descending: false },
  { sort: 'alias', descending: false },
];

interface Props {
  translator: Translator;
  search: CaseSearch;
  onSearch: (search: CaseSearch) => void;
}

/** The order of the list. */
export function SortSelect({ translator: { t }, search, onSearch }: Props) {
  const words = [
    t('cases.sort.updated'),
    t('cases.sort.due'),
    t('cases.sort.newest'),
    t('cases.sort.oldest'),
    t('cases.sort.alias'),
  ];
  const at = ORDERS.findIndex((o) => o.sort === search.sort && o.descending === search.descending);
  return (
    <label class="case-sort">
      <span class="visually-hidden">{t('cases.sort.label')}</span>
      <select
        value={String(Math.max(0, at))}
        onChange={(event) => onSearch({ ...search, ...ORDERS[Number(event.currentTarget.value)] })}
      >
        {words.map((word, i) => (
          <option key={word} value={String(i)}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
