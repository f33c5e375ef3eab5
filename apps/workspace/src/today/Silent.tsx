import { clockIn } from '../services/clock.ts';
import { useLocation } from 'preact-iso';
import { caseName } from '../cases/case-name.ts';
import { SILENT_CASES } from '../cases/list/filters.ts';
import { listMemory } from '../cases/list/list-memory.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Row } from '../look/Row.tsx';
import { useQuery } from '../vault/session.ts';
import { caseFacts } from './case-facts.ts';
import { countWhile } from './count-while.ts';
import { nearDay, type Reader } from './task-words.ts';

const SHOWN = 5;

/**
 * Open cases in which nothing is due: nobody will look at them again unless somebody does so now. What was written down or
 * imported today has not fallen silent yet.
 */
export function Silent({ space, reader }: { space: string; reader: Reader }) {
  const { route } = useLocation();
  const { data } = useQuery(
    async (vault) => {
      const page = (offset: number, limit: number) => vault.cases({ ...SILENT_CASES, offset, limit }, space);
      const isBefore = (updated: number) => clockIn(reader.country, updated).day < reader.today;
      const { rows, total } = await page(0, SHOWN);
      // Sorted by their last record, those of today stand last.
      const count = await countWhile(total, async (at) =>
        (await page(at, 1)).rows.every((row) => isBefore(row.updated)),
      );
      return { rows: rows.slice(0, count), total: count };
    },
    [space, reader.today],
    ['case'],
  );
  if (data === undefined || data.total === 0) return null;
  const { language } = reader.translator;
  const showAll = (): void => {
    listMemory.search = SILENT_CASES;
    route('/cases');
  };
  return (
    <section aria-labelledby="today-silent">
      <h2 id="today-silent">
        {t('today.silent.title')} <span class="count">{data.total}</span>
      </h2>
      <p class="small muted">{t('today.silent.hint')}</p>
      <ul class="rows">
        {data.rows.map((row) => (
          <li key={row.id}>
            <Row
              href={`/cases/${row.id}`}
              title={caseName(row)}
              note={
                <span>
                  {[
                    caseFacts(reader.translator, row),
                    t('today.silent.since', {
                      day: nearDay(language, clockIn(reader.country, row.updated).day, reader.today),
                    }),
                    row.owner === '' ? t('today.nobody') : reader.nameOf(row.owner),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {data.total > SHOWN && (
        <Button small kind="quiet" onClick={showAll}>
          {t('today.silent.all')}
        </Button>
      )}
    </section>
  );
}
