import { formatDate } from '@dayaq/locale';
import { memberName, type Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { useQuery } from '../vault/session.ts';
import { ledgerOf } from './given-before.ts';
import { headline, sentence } from './words.ts';

/** Given figures that are listed. */
const MOST = 50;

/** What left of figures, the newest first. */
export function GivenAwayList({ room }: { room: Room }) {
  const { translator } = room;
  const { data: ledger } = useQuery((vault) => ledgerOf(vault), [], ['given', 'given-out']);
  if (ledger == null || ledger.all.length === 0) return null;
  const newest = [...ledger.all].reverse().slice(0, MOST);
  return (
    <details class="no-print">
      <summary>{t('figures.give.before', { count: ledger.all.length })}</summary>
      <p class="muted">{t('figures.give.beforeHint')}</p>
      <ul class="stack stack-tight">
        {newest.map(({ record, by, given }) => (
          <li key={record}>
            <span class="strong">{headline(translator, given.question, given.all)}</span>{' '}
            {sentence(translator, given.question, given.day)}{' '}
            <span class="muted small">
              {formatDate(translator.language, given.day)} · {memberName(room, by)}
            </span>
          </li>
        ))}
      </ul>
      {ledger.all.length > MOST && <p class="muted">{t('figures.give.older', { count: MOST })}</p>}
    </details>
  );
}
