import { leadReopened } from '@dayaq/acts/lead/lead';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { groupOf } from '@dayaq/domain';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { memberName, type Room } from '../cases/room.ts';
import { OneRoot } from '../dossier/OneRoot.tsx';
import { sayMoment } from '../fields/say-date.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useQuery } from '../vault/session.ts';
import { HeardFacts, HeardHead, ItsCases, wordsOf } from './heard.tsx';
import { LeadDialog } from './LeadDialog.tsx';

/** Cases that came of one lead, as far as they are shown. */
const MOST = 20;

/** One lead, whole, with what can become of it. */
export function LeadDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OneRoot id={id} kinds={['lead']}>
      {(root) => <Shown room={room} lead={root} />}
    </OneRoot>
  );
}

function Shown({ room, lead }: { room: Room; lead: RecordView }) {
  const { vault, translator, role } = room;
  const [does, setDoes] = useState<'tell' | 'lay-aside' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // What this person may not open is left out without a sign.
  const { data: linked } = useQuery(
    (asked) => asked.linked({ id: lead.id, limit: MOST }),
    [lead.id],
    ['case', 'lead'],
  );
  const cases = (linked?.from ?? []).filter(({ field, end }) => field === 'lead' && end.kind === 'case');
  const values = valuesOf(lead);
  const words = wordsOf(lead, room);
  const state = textIn(lead, 'state');
  const facts = [...groupOf('lead', 'told').filter((field) => field !== 'heard'), 'end', 'endWords', 'ended'];
  const mayWrite = role !== 'viewer';
  const reopen = async (): Promise<void> => {
    const kept = await vault.save({ dossier: lead.id, changes: leadReopened(lead.id) });
    setProblem(kept.ok ? null : say(kept.failure));
    if (kept.ok) announce(t('referrals.leads.reopened'));
  };
  return (
    <article class="referrals stack" aria-labelledby="lead-title">
      <HeardHead
        id="lead-title"
        title={words('who') || t('referrals.leads.one')}
        state={words('state')}
        tone={values['danger'] === 'high' && state === 'open' ? 'd' : null}
      />
      <p class="muted small">
        {t('referrals.leads.by', {
          name: memberName(room, lead.created.by),
          when: sayMoment(translator, lead.created.at),
        })}
      </p>
      <blockquote class="held-words value-long">{words('heard')}</blockquote>
      <HeardFacts room={room} kind="lead" fields={facts} words={words} />
      <ItsCases room={room} cases={cases.map(({ end }) => end)} text="referrals.leads.theCase" />
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {state === 'open' && <p class="muted small">{t('referrals.leads.hint')}</p>}
      {mayWrite && (
        <div class="buttons">
          {state === 'open' ? (
            <>
              <Button href={`/cases/new?lead=${lead.id}`}>{t('referrals.leads.makeCase')}</Button>
              <Button kind="plain" onClick={() => setDoes('lay-aside')}>
                {t('referrals.leads.layAside')}
              </Button>
              <Button kind="quiet" onClick={() => setDoes('tell')}>
                {t('referrals.leads.edit')}
              </Button>
            </>
          ) : (
            <Button kind="plain" onClick={() => void reopen()}>
              {t('referrals.leads.reopen')}
            </Button>
          )}
        </div>
      )}
      {does !== null && <LeadDialog room={room} lead={lead.id} does={does} onClose={() => setDoes(null)} />}
    </article>
  );
}
