import { t } from '../locale/index.ts';
import { caseName } from '../cases/case-name.ts';
import { useOpenCase } from '../cases/detail/open-case.ts';
import { textIn } from '@dayaq/acts/record-values';
import { useQuery } from '../vault/session.ts';

const MOST = 20;

/** In a case that was joined: where it goes on, or what went before; each as far as the reader may see it. */
export function JoinedNotice() {
  const { dossier, root, onPaper } = useOpenCase();
  const into = textIn(root, 'joinedInto');
  const linked = useQuery(
    (vault) => vault.linked({ id: dossier.id, limit: MOST }),
    [dossier.id, into],
    ['case'],
  );
  if (onPaper || linked.data === undefined) return null;
  const named = (rows: typeof linked.data.to) =>
    rows.filter(({ field, end }) => field === 'joinedInto' && end.kind === 'case').map(({ end }) => end);
  const [on] = named(linked.data.to);
  const before = named(linked.data.from);
  if (on === undefined && before.length === 0) return null;
  return (
    <aside class="case-strip" aria-label={t('alike.joinedNotice')}>
      <div class="case-strip-words">
        {on !== undefined && (
          <p>
            {t('alike.goesOn')} <a href={`/cases/${on.id}`}>{caseName(on.mention)}</a>
          </p>
        )}
        {before.map((end) => (
          <p key={end.id}>
            {t('alike.before')} <a href={`/cases/${end.id}`}>{caseName(end.mention)}</a>
          </p>
        ))}
      </div>
    </aside>
  );
}
