import { codeOf } from '@dayaq/domain';
import { formatNumber } from '@dayaq/locale';
import type { DossierPage } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { FieldGroup } from '../look/FieldFrame.tsx';
import { Tag } from '../look/Tag.tsx';
import { currentSpace } from '../vault/session.ts';
import { fieldOfFilter, filterChoice, filterLabel, listOfFilter } from './filter-words.ts';
import { type Filters, filtersOf, hasCode, withCode } from './filters.ts';

/** Open from the start: how something stands, and who holds it. */
const FIRST: ReadonlySet<string> = new Set(['status', 'state', 'owner']);
type Counted = DossierPage['facets'][string][number];

interface Props {
  room: Room;
  /** Of the dossiers that are filtered. */
  kind: string;
  /** Heading, and what the button that closes it says, e.g. "Show cases". */
  title: string;
  show: string;
  filters: Filters;
  onChange: (filters: Filters) => void;
  onClose: () => void;
}

/** Every filter of a kind with how many dossiers each choice has. The list behind follows at once; nothing needs to be confirmed. */
export function FilterDialog({ room, kind, title, show, filters, onChange, onClose }: Props) {
  const [facets, setFacets] = useState<DossierPage['facets'] | null>(null);
  const offeredFilters = filtersOf(kind);
  useEffect(() => {
    let gone = false;
    void room.vault
      .dossiers({
        kinds: [kind],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset: 0,
        limit: 1,
        space: currentSpace()?.id ?? null,
        count: [...offeredFilters],
      })
      .then((page) => gone || setFacets(page.facets));
    return () => {
      gone = true;
    };
  }, []);

  return (
    <Dialog open title={title} onClose={onClose}>
      {facets === null ? (
        <p class="muted">{t('cases.filters.counting')}</p>
      ) : (
        <div class="stack">
          {offeredFilters.map((name) => (
            <FilterGroup
              key={name}
              room={room}
              kind={kind}
              name={name}
              counts={offered(room, kind, name, facets[name] ?? [], filters)}
              filters={filters}
              onChange={onChange}
            />
          ))}
        </div>
      )}
      <div class="buttons dialog-foot">
        <Button onClick={onClose}>{show}</Button>
        <Button kind="plain" onClick={() => onChange({})}>
          {t('cases.filters.clear')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What is chosen is offered even when nothing has it; a country, in which everything lies, is not. */
function offered(
  room: Room,
  kind: string,
  name: string,
  counts: readonly Counted[],
  filters: Filters,
): Counted[] {
  const type = fieldOfFilter(kind, name)?.type.is;
  const known = counts.filter(({ code }) => !(type === 'place' && code === room.country));
  const missing = (filters[name] ?? []).filter((code) => !known.some((c) => c.code === code));
  const all = [...known, ...missing.map((code) => ({ code, dossiers: 0 }))];
  const mineFirst = (c: Counted) => (type === 'member' && c.code === room.me ? 1 : 0);
  return all.sort((a, b) => mineFirst(b) - mineFirst(a) || b.dossiers - a.dossiers);
}

interface GroupProps {
  room: Room;
  kind: string;
  name: string;
  counts: readonly Counted[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

function FilterGroup({ room, kind, name, counts, filters, onChange }: GroupProps) {
  if (counts.length === 0) return null;
  const chosenHere = filters[name]?.length ?? 0;
  const label = filterLabel(room.translator, kind, name);
  const heads = counts.filter(
    ({ code }) => !counts.some((other) => other.code === parentOf(kind, name, code)),
  );
  const row = (counted: Counted) => (
    <FilterChoice
      key={counted.code}
      room={room}
      kind={kind}
      name={name}
      counted={counted}
      filters={filters}
      onChange={onChange}
    />
  );
  return (
    <details class="case-filter-group" open={chosenHere > 0 || FIRST.has(name)}>
      <summary>
        {label}
        {chosenHere > 0 && <Tag tone="a">{chosenHere}</Tag>}
      </summary>
      <FieldGroup id={`filter-${name}`} bare label={label}>
        {heads.map((head) => {
          const exact = counts.filter(({ code }) => parentOf(kind, name, code) === head.code);
          return (
            <div key={head.code}>
              {row(head)}
              {exact.length > 0 && <div class="case-filter-exact">{exact.map(row)}</div>}
            </div>
          );
        })}
      </FieldGroup>
    </details>
  );
}

/** The first-level code that holds a second-level one. */
function parentOf(kind: string, name: string, code: string): string | undefined {
  const list = listOfFilter(kind, name);
  return list === undefined ? undefined : codeOf(list, code)?.parent;
}

function FilterChoice({
  room,
  kind,
  name,
  counted,
  filters,
  onChange,
}: Omit<GroupProps, 'counts'> & { counted: Counted }) {
  return (
    <label class="case-filter-choice">
      <input
        type="checkbox"
        checked={hasCode(filters, name, counted.code)}
        onChange={(event) => onChange(withCode(filters, name, counted.code, event.currentTarget.checked))}
      />
      <span>{filterChoice(room, kind, name, counted.code)}</span>
      <span class="muted">{formatNumber(room.translator.language, counted.dossiers)}</span>
    </label>
  );
}
