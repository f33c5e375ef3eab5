import { useState } from 'preact/hooks';
import type { Room } from '../room.ts';
import type { ListSearch } from '../../list/pages.ts';
import { FilterDialog } from '../../filters/FilterDialog.tsx';
import { filterCodeText } from '../../filters/filter-words.ts';
import { chosen, isExactly, withCode, withCodes } from '../../filters/filters.ts';
import { OPEN_STATUSES } from './filters.ts';
import { Button } from '../../look/Button.tsx';
import { Chip } from '../../look/Chip.tsx';

interface Props {
  room: Room;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** The two filters that everybody uses, every other chosen one as a chip to take away, and the way to more. */
export function FilterChips({ room, search, onSearch }: Props) {
  const { t } = room.translator;
  const [isFiltering, setIsFiltering] = useState(false);
  const { filters } = search;
  const isOpen = isExactly(filters, 'status', OPEN_STATUSES);
  const isMine = isExactly(filters, 'owner', [room.me]);
  const change = (next: ListSearch['filters']) => onSearch({ ...search, filters: next });
  const others = chosen('case', filters).filter(
    ({ name }) => !(isOpen && name === 'status') && !(isMine && name === 'owner'),
  );

  return (
    <div class="case-chips">
      <Chip chosen={isOpen} onClick={() => change(withCodes(filters, 'status', isOpen ? [] : OPEN_STATUSES))}>
        {t('cases.filters.open')}
      </Chip>
      <Chip chosen={isMine} onClick={() => change(withCodes(filters, 'owner', isMine ? [] : [room.me]))}>
        {t('cases.filters.mine')}
      </Chip>
      {others.map(({ name, code }) => {
        const text = filterCodeText(room, 'case', name, code);
        return (
          <Chip
            key={`${name} ${code}`}
            chosen
            goes
            label={t('cases.filters.remove', { filter: text })}
            onClick={() => change(withCode(filters, name, code, false))}
          >
            {text}
          </Chip>
        );
      })}
      <Button kind="quiet" small aria-haspopup="dialog" onClick={() => setIsFiltering(true)}>
        {t('cases.filters.all')}
      </Button>
      {isFiltering && (
        <FilterDialog
          room={room}
          kind="case"
          title={t('cases.filters.title')}
          show={t('cases.filters.show')}
          filters={filters}
          onChange={change}
          onClose={() => setIsFiltering(false)}
        />
      )}
    </div>
  );
}
