import { ANSWERS_AT_DOOR } from '@dayaq/domain';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { LAPTOP } from '../look/breakpoints.ts';
import { ServiceLink } from './PlacesTable.tsx';
import type { Column, Found, ReachRow, Sorting } from './reach-rows.ts';
import type { Words } from './words.ts';

const COLUMNS = ['name', 'km', 'nearest'] as const satisfies readonly Column[];
/** Rows on the screen before somebody asks for all; paper gets all. */
const FIRST = 10;

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
  const [isWhole, setWhole] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = body.current?.querySelector('.coverage-row-chosen');
    // On a phone the table stands below the map, which must stay under the finger.
    if (row && matchMedia(LAPTOP).matches) row.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div class="coverage-rows">
      <table aria-label={title}>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isHere = sorting.by === column;
              const isDown = isHere ? !sorting.isDown : column === 'km';
              return (
                <th
                  key={column}
                  scope="col"
                  class={column === 'km' ? 'number' : undefined}
                  aria-sort={isHere ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" class="coverage-sort" onClick={() => onSort({ by: column, isDown })}>
                    {t(`coverage.table.${column}`)}
                    <span aria-hidden="true">{isHere ? (sorting.isDown ? '↓' : '↑') : '↕'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <Row
              key={row.area}
              row={row}
              isChosen={row.area === chosen}
              isOnPaperOnly={!isWhole && index >= FIRST}
              onChoose={onChoose}
              words={words}
            />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <Button kind="plain" small onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('coverage.table.fewer') : t('coverage.table.all', { count: rows.length })}
        </Button>
      )}
    </div>
  );
}

function Row({
  row,
  isChosen,
  isOnPaperOnly,
  onChoose,
  words,
}: {
  row: ReachRow;
  isChosen: boolean;
  isOnPaperOnly: boolean;
  onChoose: (area: string | null) => void;
  words: Words;
}) {
  const { area, name, region, admits } = row;
  const answers = ANSWERS_AT_DOOR.flatMap((answer) => {
    const found = row[answer];
    return found === null ? [] : [{ answer, found }];
  });
  const look = isChosen ? 'coverage-row-chosen' : isOnPaperOnly ? 'coverage-row-paper' : undefined;
  return (
    <tr class={look} data-area={area}>
      <th scope="row">
        <Button
          kind="link"
          class="coverage-area"
          aria-pressed={isChosen}
          onClick={() => onChoose(isChosen ? null : area)}
        >
          {name}
        </Button>
        {region !== '' && <span class="coverage-note">{region}</span>}
      </th>
      <td class="number nowrap" data-km={admits?.km ?? 'nowhere'}>
        {kmText(row, words)}
        {admits?.noRoad === true && (
          <span class="coverage-note coverage-no-road">{t('coverage.reach.noRoad')}</span>
        )}
      </td>
      <td>
        {answers.length === 0 && '–'}
        {answers.map(({ answer, found }) => (
          <p key={answer} class="coverage-door" data-answer={answer}>
            {answer !== 'admits' && (
              <Tag tone={answer === 'refuses' ? 'd' : 'w'}>{t(`coverage.answer.${answer}`)}</Tag>
            )}{' '}
            <ServiceLink service={found.service} />
            <span class="coverage-note">
              {whereText(found)}
              {answer !== 'admits' && ` · ${wayText(found, words)}`}
            </span>
          </p>
        ))}
      </td>
    </tr>
  );
}

/** Who does it, and where. */
function whereText({ service, place }: Found): string {
  return service.name === '' ? place : `${service.providerName} · ${place}`;
}

/** "there is one", "≈ 120 km". */
export function wayText({ km, noRoad }: Found, words: Words): string {
  if (km === 0) return t('coverage.steps.here');
  const far = t('coverage.reach.km', { km: words.number(km) });
  return noRoad ? `${far}, ${t('coverage.reach.noRoad')}` : far;
}

/** How far it is to one that lets the person in: "there is one", "≈ 120 km", "only after asking", "nowhere". */
export function kmText({ admits, step }: ReachRow, words: Words): string {
  if (admits === null || step === 'here') return t(`coverage.steps.${step}`);
  return t('coverage.reach.km', { km: words.number(admits.km) });
}
