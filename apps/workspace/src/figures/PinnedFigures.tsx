import { toldText } from '@dayaq/domain';
import { readQuestion } from '@dayaq/domain/count';
import { textIn } from '@dayaq/acts/record-values';
import type { DossierRow } from '@dayaq/vault/client';
import { t, translator } from '../locale/index.ts';
import { todayByServer } from '../vault/now-by-server.ts';
import { useQuery } from '../vault/session.ts';
import { COUNTED_KINDS } from './counted-kinds.ts';
import { useKept } from './use-kept.ts';
import { headline } from './words.ts';

/** Figures that stand on Today, at most. */
const MOST_PINNED = 5;

/** Figures that somebody of the space put on everybody's Today, each counted here and now. */
export function PinnedFigures({ space }: { space: string }) {
  const { rows } = useKept(space);
  const pinned = rows.filter((row) => toldText(row, 'pinned') === 'yes').slice(0, MOST_PINNED);
  if (pinned.length === 0) return null;
  return (
    <section class="stack stack-tight no-print" aria-labelledby="pinned-figures">
      <h2 id="pinned-figures">{t('figures.title')}</h2>
      <ul class="rows">
        {pinned.map((row) => (
          <Pinned key={row.id} row={row} space={space} />
        ))}
      </ul>
    </section>
  );
}

function Pinned({ row, space }: { row: DossierRow; space: string }) {
  const { data } = useQuery(
    async (vault) => {
      const view = await vault.dossier(row.id);
      const root = view.ok ? view.value.records.find(({ id }) => id === row.id) : undefined;
      const { question, lost } = readQuestion(root === undefined ? '' : textIn(root, 'question'));
      return lost.length > 0 ? null : vault.figure(question, todayByServer(), space);
    },
    [row.id, row.updated, space],
    COUNTED_KINDS,
  );
  return (
    <li>
      <a class="row" href={`/figures/${row.id}`}>
        <span>
          {toldText(row, 'name') || t('figures.unnamed')}
          {data?.is === 'counted' && (
            <span class="figure-pinned">
              {headline(translator.value, data.count.question, data.count.all)}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}
