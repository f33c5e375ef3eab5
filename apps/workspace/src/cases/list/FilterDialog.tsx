import { codeOf } from '@dayaq/domain';
import { formatNumber } from '@dayaq/locale';
import { useEffect, useState } from 'preact/hooks';
import { codeLabel } from '../../fields/labels.ts';
import { Dialog } from '../../look/Dialog.tsx';
import type { Room } from '../room.ts';
import { filterCodeText, filterName, listOfFilter } from './filter-words.ts';
import { FILTERS, type Filters, hasCode, withCode } from './filters.ts';

interface Counted {
  code: string;
  cases: number;
}

interface Props {
  room: Room;
  filters: Filters;
  onChange: (filters: Filters) => void;
  onClose: () => void;
}

/** Every filter with how many cases each choice has. The list behind follows at once; nothing needs to be confirmed. */
export function FilterDialog({ room, filters, onChange, onClose }: Props) {
  const { t } = room.translator;
  const [facets, setFacets] = useState<Record<string, Counted[]> | null>(null);
  useEffect(() => {
    let gone = false;
    void room.vault.facets([...FILTERS]).then((counts) => gone || setFacets(counts));
    return () => {
      gone = true;
    };
  }, []);

  return (
    <Dialog open title={t('cases.filters.title')} onClose={onClose}>
      {facets === null ? (
        <p class="muted">{t('cases.filters.counting')}</p>
      ) : (
        <div class="stack">
          {FILTERS.map((name) => (
            <FilterGroup
              key={name}
              room={room}
              name={name}
              counts={offered(room, name, facets[name] ?? [], filters)}
              filters={filters}
              onChange={onChange}
            />
          ))}
        </div>
      )}
      <div class="buttons dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {t('cases.filters.show')}
        </button>
        <button type="button" class="button button-plain" onClick={() => onChange({})}>
          {t('cases.filters.clear')}
        </button>
      </div>
    </Dialog>
  );
}

/** What is chosen is offered even when no case has it; a country, which every case lies in, is not. */
function offered(room: Room, name: string, counts: readonly Counted[], filters: Filters): Counted[] {
  const known = counts.filter(({ code }) => !(name === 'area' && code === room.country));
  const missing = (filters[name] ?? []).filter((code) => !known.some((c) => c.code === code));
  const all = [...known, ...missing.map((code) => ({ code, cases: 0 }))];
  const mineFirst = (c: Counted) => (name === 'owner' && c.code === room.me ? 1 : 0);
  return all.sort((a, b) => mineFirst(b) - mineFirst(a) || b.cases - a.cases);
}

interface GroupProps {
  room: Room;
  name: string;
  counts: readonly Counted[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

function FilterGroup({ room, name, counts, filters, onChange }: GroupProps) {
  if (counts.length === 0) return null;
  const chosenHere = filters[name]?.length ?? 0;
  const heads = counts.filter(({ code }) => !counts.some((other) => other.code === parentOf(name, code)));
  const row = (counted: Counted) => (
    <FilterChoice
      key={counted.code}
      room={room}
      name={name}
      counted={counted}
      filters={filters}
      onChange={onChange}
    />
  );
  return (
    <details class="case-filter-group" open={chosenHere > 0 || name === 'status' || name === 'owner'}>
      <summary>
        {filterName(room, name)}
        {chosenHere > 0 && <span class="tag tag-a">{chosenHere}</span>}
      </summary>
      <fieldset class="field">
        <legend class="visually-hidden">{filterName(room, name)}</legend>
        {heads.map((head) => {
          const exact = counts.filter(({ code }) => parentOf(name, code) === head.code);
          return (
            <div key={head.code}>
              {row(head)}
              {exact.length > 0 && <div class="case-filter-exact">{exact.map(row)}</div>}
            </div>
          );
        })}
      </fieldset>
    </details>
  );
}

/** The first-level code that holds a second-level one. */
function parentOf(name: string, code: string): string | undefined {
  const list = listOfFilter(name);
  return list === undefined ? undefined : codeOf(list, code)?.parent;
}

function FilterChoice({
  room,
  name,
  counted,
  filters,
  onChange,
}: Omit<GroupProps, 'counts'> & { counted: Counted }) {
  const { translator } = room;
  const list = listOfFilter(name);
  const text =
    list !== undefined && (name === 'qualification' || name === 'danger')
      ? codeLabel(translator, list, counted.code)
      : filterCodeText(room, name, counted.code);
  return (
    <label class="case-filter-choice">
      <input
        type="checkbox"
        checked={hasCode(filters, name, counted.code)}
        onChange={(event) => onChange(withCode(filters, name, counted.code, event.currentTarget.checked))}
      />
      <span>{text}</span>
      <span class="muted">{formatNumber(translator.language, counted.cases)}</span>
    </label>
  );
}
