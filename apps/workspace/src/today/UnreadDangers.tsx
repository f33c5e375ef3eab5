import type { ApartRow } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Row } from '../look/Row.tsx';
import type { Scope } from '../spaces/scope.ts';
import { SpaceTag } from '../spaces/SpaceTag.tsx';
import { type Query, status, useQuery } from '../vault/session.ts';

/** So many stand here; *Waiting* has all. */
const SHOWN = 10;

/** Cases that this device cannot work out: nobody can tell that they are no danger. */
export function useUnreadDangers(scope: Scope): Query<ApartRow[]> {
  return useQuery(
    async (vault) => (await vault.apart(scope.at)).filter(({ mayBeDanger }) => mayBeDanger),
    [scope.at, scope.spaces.join(), status.value.apart],
  );
}

export function UnreadDangers({ rows }: { rows: readonly ApartRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="unread-dangers">
      <h2 id="unread-dangers" class="today-danger">
        {t('today.unread.title')} <span class="count">{rows.length}</span>
      </h2>
      <p>{t('today.unread.text')}</p>
      <ul class="rows">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={`${row.space} ${row.dossier}`}>
            <Row
              href="/waiting"
              icon="warning"
              title={row.reference || t('shell.waiting.apart.unnamed')}
              note={<SpaceTag space={row.space} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
