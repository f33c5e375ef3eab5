import { toldText } from '@dayaq/domain';
import type { DossierRow } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Row } from '../look/Row.tsx';
import { Tag } from '../look/Tag.tsx';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import type { Scope } from '../spaces/scope.ts';
import { type Query, useQuery } from '../vault/session.ts';

/** So many stand on Today; the inbox has all. */
const SHOWN = 10;
/** Letters of what was heard in a row. */
const LONGEST = 160;

/** People who are said to be in danger, and to whom nobody of us has spoken yet; what was heard first on top. */
export function useHeardDangers(scope: Scope): Query<DossierRow[]> {
  return useQuery(
    async (vault) => {
      const { rows } = await vault.dossiers({
        kinds: ['lead', 'letter'],
        text: '',
        filters: { state: ['open'], 'said-danger': ['high'] },
        sort: 'day',
        descending: false,
        offset: 0,
        limit: SHOWN,
        space: scope.at,
      });
      return rows;
    },
    [scope.at],
    ['lead', 'letter'],
  );
}

export function HeardDangers({ rows }: { rows: readonly DossierRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="heard-dangers">
      <h2 id="heard-dangers" class="today-danger">
        {t('today.heard.title')} <span class="count">{rows.length}</span>
      </h2>
      <ul class="rows">
        {rows.map((row) => {
          const heard = (toldText(row, 'heard') || toldText(row, 'words')).slice(0, LONGEST);
          const who = toldText(row, 'who');
          return (
            <li key={row.id}>
              <Row
                href={`/inbox/${row.id}`}
                icon="info"
                title={who || heard}
                note={
                  <>
                    {who !== '' && <span>{heard}</span>}
                    <SpaceTag space={row.space} />
                    <Tag>{t('today.heard.notMet')}</Tag>
                  </>
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
