import { dayTold } from '@dayaq/acts/application/application';
import { toldText } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { codeLabel } from '../fields/index.ts';
import { language, t, translator } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { Asking } from '../shell/Asking.tsx';
import { currentSpaceId, useQuery } from '../vault/session.ts';

/** Applications that are looked through. */
const MOST = 1000;

/** By what an application is told from others, without a name. */
export const numberOf = (id: Id): string => id.slice(0, 4);

export const everyApplication = {
  kinds: ['application'],
  text: '',
  filters: {},
  sort: 'day' as const,
  descending: false,
  offset: 0,
  limit: MOST,
};

/** Applications to one call, each by a number alone. */
export function ApplicationList({ call, hashes }: { call: Id; hashes: readonly string[] }) {
  const all = useQuery(
    (vault) => vault.dossiers({ ...everyApplication, space: currentSpaceId() }),
    [],
    ['application'],
  );
  if (all.data === undefined) return <Asking query={all} />;
  const rows = all.data.rows.filter((row) => hashes.includes(toldText(row, 'call')));
  return (
    <section class="stack stack-tight" aria-labelledby="call-applications">
      <h3 id="call-applications">{t('calls.applications.title')}</h3>
      {all.data.total > MOST && <p class="muted">{t('calls.most', { count: MOST })}</p>}
      {rows.length === 0 ? (
        <p class="muted">{t('calls.applications.none')}</p>
      ) : (
        <>
          <p>{t('calls.applications.count', { count: rows.length })}</p>
          <ul class="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <a class="row" href={`/calls/${call}/${row.id}`}>
                  <Application row={row} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Application({ row }: { row: DossierRow }) {
  const result = toldText(row, 'result');
  const day = (name: string): string => formatDate(language.value, dayTold(row.told[name]), 'long');
  return (
    <span>
      {t('calls.application.title', { number: numberOf(row.id) })}{' '}
      {row.told['late'] === true && <Tag tone="w">{t('calls.application.late')}</Tag>}{' '}
      {result !== '' && <Tag tone="o">{codeLabel(translator.value, 'application-results', result)}</Tag>}
      <span class="muted small">
        {' '}
        {t('calls.application.came', { day: day('received') })} ·{' '}
        {t('calls.application.gone', { day: day('gone') })}
      </span>
    </span>
  );
}
