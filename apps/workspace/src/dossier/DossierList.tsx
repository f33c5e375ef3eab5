import { rootKindOf } from '@dayaq/domain';
import type { DossierRow } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FilterDialog } from '../filters/FilterDialog.tsx';
import { filterCodeText } from '../filters/filter-words.ts';
import { chosen, type Filters, withCode } from '../filters/filters.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Chip } from '../look/Chip.tsx';
import { Field } from '../look/Field.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';

/** Rows that are drawn; what is more is said, and found by searching. */
const MOST = 200;

interface Props {
  room: Room;
  /** A root kind. */
  kind: string;
  title: string;
  /** What the button says that closes the filters. */
  show: string;
  /** Drawn where there is none at all. */
  none: ComponentChildren;
  /** Only these, of those that were found. */
  only?: (row: DossierRow) => boolean;
  row: (row: DossierRow) => ComponentChildren;
}

/** Dossiers of one kind, of which an organisation has some dozens: with a search and the filters of the kind. */
export function DossierList({ room, kind, title, show, none, only = () => true, row }: Props) {
  const [text, setText] = useState('');
  const [filters, setFilters] = useState<Filters>({});
  const [isFiltering, setIsFiltering] = useState(false);
  const space = currentSpaceId();
  const [order] = rootKindOf(kind)?.card.orders ?? [];
  const found = useQuery(
    (vault) =>
      vault.dossiers({
        kinds: [kind],
        text,
        filters,
        sort: order?.by ?? 'updated',
        descending: order?.descending ?? true,
        offset: 0,
        limit: MOST,
        space,
      }),
    [space, kind, text, JSON.stringify(filters)],
    [kind],
  );
  if (found.data === undefined) return <Asking query={found} />;
  const { rows, more } = found.data;
  const narrowed = text !== '' || Object.keys(filters).length > 0;
  if (rows.length === 0 && !narrowed) return <>{none}</>;
  const shown = rows.filter(only);
  return (
    <div class="stack stack-tight plan-part">
      <Field label={t('consultations.search')} bare>
        {(control) => (
          <input
            {...control}
            type="search"
            autocomplete="off"
            value={text}
            placeholder={t('consultations.search')}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      <div class="cluster">
        {chosen(kind, filters).map(({ name, code }) => (
          <Chip
            key={`${name} ${code}`}
            chosen
            goes
            label={t('services.filters.remove', { filter: filterCodeText(room, kind, name, code) })}
            onClick={() => setFilters(withCode(filters, name, code, false))}
          >
            {filterCodeText(room, kind, name, code)}
          </Chip>
        ))}
        <Button kind="quiet" small aria-haspopup="dialog" onClick={() => setIsFiltering(true)}>
          {t('services.filters.all')}
        </Button>
      </div>
      {shown.length === 0 && <p class="muted">{t('consultations.noneFound')}</p>}
      <ul class="list" aria-label={title}>
        {shown.map((each) => (
          <li key={each.id}>{row(each)}</li>
        ))}
      </ul>
      {more && <p class="muted small">{t('consultations.more', { count: MOST })}</p>}
      {isFiltering && (
        <FilterDialog
          room={room}
          kind={kind}
          title={t('services.filters.title')}
          show={show}
          filters={filters}
          onChange={setFilters}
          onClose={() => setIsFiltering(false)}
        />
      )}
    </div>
  );
}
