import type { Id, SharedRow } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Segment } from '../look/Chip.tsx';
import { Empty } from '../look/Empty.tsx';
import { SHARES_MOST } from '../referrals/use-shares.ts';
import type { Scope } from '../spaces/scope.ts';
import { ScopeChoice } from '../spaces/ScopeChoice.tsx';
import { handedTo } from '../waiting/handed.ts';
import { account } from '../vault/session.ts';
import { inboxLists } from './inbox-lists.ts';
import { HandedRow, ShareRow } from './InboxRow.tsx';
import { ComplaintList } from './ComplaintList.tsx';
import { LeadList } from './LeadList.tsx';
import { LetterList } from './LetterList.tsx';
import type { OpenAndEnded } from './use-open-and-ended.ts';
import type { HandedWords } from './use-handed.ts';

interface Props {
  shares: readonly SharedRow[];
  handed: readonly HandedWords[];
  leads: OpenAndEnded;
  letters: OpenAndEnded;
  complaints: OpenAndEnded;
  scope: Scope;
  /** Of the row that is shown beside it. */
  open: Id | null;
}

/** So many rows at once: more come when they are wanted. */
const FEW = 20;

export function InboxList({ shares, handed, leads, letters, complaints, scope, open }: Props) {
  const lists = inboxLists(shares, Date.now());
  // Whoever comes by the address of something that was sent finds it beside its like.
  const [isSent, setSent] = useState(
    lists.sent.some((row) => row.dossier === open && !lists.week.includes(row)),
  );
  const waits = handedTo(account.value ?? '');
  const count = lists.waiting.length + handed.filter(({ record }) => waits(record)).length;
  return (
    <>
      <div class="inbox-part inbox-head">
        <ScopeChoice scope={scope} />
        <Segment
          label={t('referrals.inbox.which')}
          options={[
            { value: false, text: t('referrals.inbox.came') },
            { value: true, text: t('referrals.inbox.given') },
          ]}
          value={isSent}
          onChange={setSent}
        />
      </div>
      {!isSent && <LetterList letters={letters} open={open} at={scope.at} />}
      {!isSent && <LeadList leads={leads} open={open} />}
      {isSent ? (
        <Sent rows={lists.sent} open={open} />
      ) : shares.length + handed.length === 0 ? (
        <div class="inbox-part">
          <Empty icon="inbox" title={t('referrals.inbox.none')}>
            <p class="muted">{t('referrals.inbox.noneHint')}</p>
          </Empty>
        </div>
      ) : (
        <>
          <section aria-labelledby="inbox-waiting">
            <h2 class="inbox-part inbox-title" id="inbox-waiting">
              {t('referrals.inbox.waiting')} {count > 0 && <span class="muted">{count}</span>}
            </h2>
            {count === 0 && handed.length === 0 ? (
              <p class="inbox-part muted">{t('referrals.inbox.nothingWaits')}</p>
            ) : (
              <ul class="list">
                {handed.map((words) => (
                  <HandedRow key={words.record.record} words={words} open={open} />
                ))}
                {lists.waiting.map((row) => (
                  <ShareRow key={row.dossier} row={row} open={open} />
                ))}
              </ul>
            )}
          </section>
          <Answered week={lists.week} older={lists.older} open={open} />
        </>
      )}
      {!isSent && <ComplaintList complaints={complaints} open={open} />}
      {shares.length >= SHARES_MOST && (
        <p class="inbox-part muted small">{t('referrals.inbox.most', { count: SHARES_MOST })}</p>
      )}
    </>
  );
}

function Answered({ week, older, open }: { week: SharedRow[]; older: SharedRow[]; open: Id | null }) {
  const opened = older.findIndex(({ dossier }) => dossier === open);
  const [shown, setShown] = useState(opened === -1 ? 0 : opened + 1);
  if (week.length + older.length === 0) return null;
  const left = older.length - shown;
  return (
    <section aria-labelledby="inbox-answered">
      <h2 class="inbox-part inbox-title" id="inbox-answered">
        {t('referrals.inbox.answeredTitle')} <span class="muted">{t('referrals.inbox.thisWeek')}</span>
      </h2>
      {week.length === 0 && shown === 0 && (
        <p class="inbox-part muted">{t('referrals.inbox.nothingThisWeek')}</p>
      )}
      <ul class="list">
        {[...week, ...older.slice(0, shown)].map((row) => (
          <ShareRow key={row.dossier} row={row} open={open} />
        ))}
      </ul>
      {left > 0 && <More count={left} onMore={() => setShown(shown + FEW)} />}
    </section>
  );
}

function Sent({ rows, open }: { rows: readonly SharedRow[]; open: Id | null }) {
  const opened = rows.findIndex(({ dossier }) => dossier === open);
  const [shown, setShown] = useState(Math.max(FEW, opened + 1));
  if (rows.length === 0) {
    return (
      <div class="inbox-part">
        <Empty icon="share" title={t('referrals.inbox.noneGiven')}>
          <p class="muted">{t('referrals.inbox.noneGivenHint')}</p>
        </Empty>
      </div>
    );
  }
  const left = rows.length - shown;
  return (
    <>
      <ul class="list">
        {rows.slice(0, shown).map((row) => (
          <ShareRow key={row.dossier} row={row} open={open} />
        ))}
      </ul>
      {left > 0 && <More count={left} onMore={() => setShown(shown + FEW)} />}
    </>
  );
}

function More({ count, onMore }: { count: number; onMore: () => void }) {
  return (
    <div class="inbox-part">
      <Button kind="link" onClick={onMore}>
        {t('referrals.inbox.older', { count })}
      </Button>
    </div>
  );
}
