import { useOpenCase } from '../cases/detail/open-case.ts';
import { t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';

const MOST = 50;

/** Letters that tell of this case, as far as their senders left them to whoever looks; who cannot open one sees no sign of it. */
export function LettersOfCase() {
  const { dossier, onPaper } = useOpenCase();
  const { data } = useQuery(
    (vault) => vault.linked({ id: dossier.id, limit: MOST }),
    [dossier.id],
    ['case', 'letter'],
  );
  const letters = (data?.to ?? []).filter(({ field, end }) => field === 'letters' && end.kind === 'letter');
  if (onPaper || letters.length === 0) return null;
  return (
    <aside class="case-strip" aria-label={t('letters.join.ofCase')}>
      <div class="case-strip-words">
        <p>{t('letters.join.ofCase')}</p>
        {letters.map(({ end }, i) => (
          <p key={end.id}>
            <a href={`/inbox/${end.id}`}>{t('letters.join.letter', { number: i + 1 })}</a>
          </p>
        ))}
      </div>
    </aside>
  );
}
