import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { ServiceLink } from './PlacesTable.tsx';
import type { Column, ReachRow, Sorting } from './reach-rows.ts';
import type { Words } from './words.ts';

const COLUMNS = ['name', 'km', 'nearest'] as const satisfies readonly Column[];

/** Every district with its distance: what the map shows, to read, to sort and to walk through by keys. */
export function ReachTable({
  rows,
  sorting,
  onSort,
  chosen,
  onChoose,
  title,
  words,
}: {
  rows: readonly ReachRow[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  chosen: string | null;
  onChoose: (area: string | null) => void;
  title: string;
  words: Words;
}) {
  const row = useRef<HTMLTableRowElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null || row.current === null || box.current === null) return;
    // Only the list moves, never the page: the map stays under the finger.
    const { offsetTop, offsetHeight } = row.current;
    box.current.scrollTo({ top: offsetTop - (box.current.clientHeight - offsetHeight) / 2 });
  }, [chosen]);
  return (
    <div class="coverage-rows" ref={box} tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isHere = sorting.by === column;
              return (
                <th
                  key={column}
                  scope="col"
                  class={column === 'km' ? 'number' : undefined}
                  aria-sort={isHere ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    class="coverage-sort"
                    onClick={() =>
                      onSort(
                        isHere
                          ? { by: column, isDown: !sorting.isDown }
                          : { by: column, isDown: column === 'km' },
                      )
                    }
                  >
                    {t(`coverage.table.${column}`)}
                    <span aria-hidden="true">{isHere ? (sorting.isDown ? '↓' : '↑') : '↕'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => {
            const isChosen = one.area === chosen;
            return (
              <tr
                key={one.area}
                ref={isChosen ? row : null}
                class={isChosen ? 'coverage-row-chosen' : undefined}
                data-area={one.area}
              >
                <th scope="row">
                  <button
                    type="button"
                    class="link coverage-area"
                    aria-pressed={isChosen}
                    onClick={() => onChoose(isChosen ? null : one.area)}
                  >
                    {one.name}
                  </button>
                  {one.region !== '' && <span class="coverage-note">{one.region}</span>}
                </th>
                <td class="number nowrap" data-km={one.km ?? 'nowhere'}>
                  {kmText(one, words)}
                </td>
                <td>
                  {one.nearest === null ? (
                    '–'
                  ) : (
                    <>
                      <ServiceLink service={one.nearest.service} />
                      <span class="coverage-note">{one.nearest.place}</span>
                      {one.nearest.mustAsk && <Tag tone="w">{t('services.tier.ask-first')}</Tag>}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "there is one", "about 120 km", "nowhere". */
export function kmText({ km, step }: ReachRow, words: Words): string {
  if (step === 'here' || step === 'nowhere') return t(`coverage.steps.${step}`);
  return t('coverage.reach.km', { km: words.number(km ?? 0) });
}
