import { formatDate } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { TextField } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';
import { currentSpace, say, useQuery } from '../vault/session.ts';
import { carryOver, ledgerOf, setAside } from './given-before.ts';
import { headline, sentence } from './words.ts';

/** Given figures that are listed. */
const MOST = 50;

/** What left of figures, the newest first; what stands there and cannot be read holds everything up, and comes first. */
export function GivenAwayList({ room }: { room: Room }) {
  const { translator } = room;
  const { data: ledger } = useQuery((vault) => ledgerOf(vault), [], ['given', 'given-aside', 'given-out']);
  const mayWrite = room.role !== 'viewer';
  useEffect(() => {
    if (ledger != null && mayWrite) void carryOver(room, ledger);
  }, [ledger]);
  if (ledger == null) return null;
  const { all, unread, aside } = ledger;
  if (all.length + unread.length + aside.length === 0) return null;
  const newest = [...all].reverse().slice(0, MOST);
  return (
    <>
      {unread.slice(0, MOST).map(({ record, by }) => (
        <Notice key={record} tone="w">
          <p>{t('figures.give.unread', { name: memberName(room, by) })}</p>
          <NeverLeft room={room} record={record} />
        </Notice>
      ))}
      <details class="no-print">
        <summary>{t('figures.give.before', { count: all.length })}</summary>
        <p class="muted">{t('figures.give.beforeHint')}</p>
        <ul class="stack stack-tight">
          {newest.map(({ record, by, given }) => (
            <li key={record}>
              <span class="strong">{headline(translator, given.question, given.all)}</span>{' '}
              {sentence(translator, given.question, given.day)}{' '}
              <span class="muted small">
                {formatDate(translator.language, given.day)} · {memberName(room, by)}
              </span>
              <NeverLeft room={room} record={record} />
            </li>
          ))}
          {aside.slice(0, MOST).map(({ record, by, why }) => (
            <li key={record} class="muted value-long">
              {t('figures.give.asideBy', { name: memberName(room, by), why })}
            </li>
          ))}
        </ul>
        {all.length > MOST && <p class="muted">{t('figures.give.older', { count: MOST })}</p>}
      </details>
    </>
  );
}

/** A keyholder says, with their name, that something which was written down never left. */
function NeverLeft({ room, record }: { room: Room; record: Id }) {
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (currentSpace()?.me.keyholder !== true || room.role === 'viewer') return null;
  if (!isOpen)
    return (
      <Button kind="quiet" onClick={() => setIsOpen(true)}>
        {t('figures.give.neverLeft')}
      </Button>
    );
  const put = async (): Promise<void> => {
    if (why.trim() === '') return setProblem(t('figures.give.whyNever'));
    const kept = await setAside(room, record, why.trim());
    setProblem(kept.ok ? null : say(kept.failure));
  };
  return (
    <form
      class="stack stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
    >
      <p class="muted">{t('figures.give.whyHint')}</p>
      <TextField label={t('figures.give.whyNever')} value={why} onValue={setWhy} max={1000} />
      {problem !== null && <p role="alert">{problem}</p>}
      <div class="buttons">
        <Button kind="danger" type="submit">
          {t('figures.give.setAside')}
        </Button>
      </div>
    </form>
  );
}
