import { answeredTwice, referralStatus } from '@dayaq/domain';
import type { DossierView, Failure, Id, Outcome, SharedRow, Value } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import {
  type Answer,
  AnswerDialog,
  answerWords,
  type Asked,
  asksMore,
  isAnswer,
} from '../cases/referrals/AnswerDialog.tsx';
import { AnswerFacts } from '../cases/referrals/AnswerFacts.tsx';
import { LifeLine } from '../cases/referrals/LifeLine.tsx';
import { answersNow, fieldsOfAct } from '@dayaq/acts/referral/life';
import { needWord, statusTone, stepWord } from '../cases/referrals/referral-words.ts';
import { SharedFacts } from '../cases/referrals/SharedFacts.tsx';
import { SharedFiles } from '../cases/referrals/SharedFiles.tsx';
import type { Room } from '../cases/room.ts';
import { codeLabel, fieldLabel, textsOf } from '../fields/index.ts';
import { sayMoment } from '../fields/say-date.ts';
import { announce } from '../look/live.tsx';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { say, useQuery } from '../vault/session.ts';
import { makeCase } from '@dayaq/acts/referral/make-case';
import { relatedCase } from './related-case.ts';

/** One hand-over, readable: who asks, what for, what was passed on, and our answer. Ended ones say only that. */
export function HandoverDetail({ room, share }: { room: Room; share: SharedRow }) {
  const { t } = room.translator;
  const isOver = share.state === 'ended';
  const { data } = useQuery<Outcome<DossierView> | null>(
    async (vault) => (isOver && share.direction === 'received' ? null : vault.dossier(share.dossier)),
    [share.dossier, isOver],
  );
  if (isOver && share.direction === 'received') {
    return (
      <article class="referrals" aria-label={t('referrals.inbox.over')}>
        <h2>{t('referrals.inbox.over')}</h2>
        <Notice tone="w">
          <p>{t('referrals.inbox.ended', { name: share.peerName })}</p>
        </Notice>
      </article>
    );
  }
  if (data === undefined) return <p class="muted">{t('cases.list.loading')}</p>;
  if (data === null || !data.ok) return <p role="alert">{data === null ? '' : say(data.failure)}</p>;
  return <Readable room={room} share={share} handover={data.value} />;
}

function Readable({ room, share, handover }: { room: Room; share: SharedRow; handover: DossierView }) {
  const { vault, translator, members, country, role } = room;
  const { t } = translator;
  const { fields: life } = share;
  const status = referralStatus(life);
  const isReceived = share.direction === 'received';
  const mayWrite = role !== 'viewer' && share.state !== 'ended';
  const [answering, setAnswering] = useState<Asked | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tone = statusTone(status);
  const text = (field: string): string => {
    const value = life[field];
    return typeof value === 'string' ? value : '';
  };
  const parts = textsOf(life['parts'])
    .map((part) => codeLabel(translator, 'shared-parts', part))
    .join(', ');
  const root = handover.records.find((record) => record.id === handover.id);
  const records = handover.records.filter((record) => record.id !== handover.id && !record.deleted);

  async function write(fields: Record<string, Value>): Promise<boolean> {
    const kept = await vault.save({
      dossier: handover.id,
      changes: [
        {
          kind: 'handover',
          record: handover.id,
          fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { set: value }])),
        },
      ],
    });
    setFailure(kept.ok ? null : kept.failure);
    if (kept.ok) announce(t('referrals.inbox.answered'));
    return kept.ok;
  }
  const answer = (act: Answer): void => {
    if (asksMore(act)) return setAnswering(act);
    const set = fieldsOfAct(life, { act, at: Date.now() });
    if (set !== null) void write(set);
  };

  return (
    <article class="referrals" aria-labelledby="handover-title">
      <header class="stack stack-tight">
        <p class="muted small">
          {isReceived
            ? t('referrals.inbox.asks', { name: share.peerName })
            : t('referrals.inbox.gave', { name: share.peerName })}
          {' · '}
          {[text('reference'), typeof life['sent'] === 'number' ? sayMoment(translator, life['sent']) : '']
            .filter((one) => one !== '')
            .join(' · ')}
        </p>
        <div class="referral-head">
          <h2 id="handover-title" class="grow">
            {needWord(translator, life['need'], life['needOther'])}
          </h2>
          <Tag {...(tone === undefined ? {} : { tone })}>{stepWord(translator, status)}</Tag>
        </div>
        {text('needWords') !== '' && <p class="value-long">{text('needWords')}</p>}
        {text('contactPerson') !== '' && (
          <dl class="story-facts">
            <div>
              <dt>{fieldLabel(translator, 'handover', 'contactPerson')}</dt>
              <dd>{text('contactPerson')}</dd>
            </div>
          </dl>
        )}
      </header>
      <LifeLine life={life} translator={translator} />
      {(text('declinedWhy') !== '' || text('result') !== '' || text('mendedWhy') !== '') && (
        <dl class="story-facts">
          <AnswerFacts life={life} translator={translator} />
        </dl>
      )}
      {answeredTwice(life) && (
        <Notice tone="w">
          <p>{status === 'declined' ? t('referrals.twice.declined') : t('referrals.twice.accepted')}</p>
        </Notice>
      )}
      {share.state === 'ended' && (
        <Notice>
          <p>{t('referrals.inbox.endedGiven')}</p>
        </Notice>
      )}
      {share.state !== 'ended' && (share.unsent || share.state === 'waiting') && (
        <Notice>
          <p>{t('referrals.waits')}</p>
        </Notice>
      )}
      {!handover.complete && (
        <Notice>
          <p>{t('referrals.inbox.incomplete')}</p>
        </Notice>
      )}
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {isReceived && mayWrite && answersNow(life).length > 0 && (
        <div class="buttons">
          {answersNow(life)
            .filter(isAnswer)
            .map((act, i) => (
              <Button
                key={act}
                kind={act === 'mend' ? 'quiet' : i === 0 ? 'main' : 'plain'}
                onClick={() => answer(act)}
              >
                {answerWords(translator, act, 'ours')}
                {asksMore(act) && '…'}
              </Button>
            ))}
        </div>
      )}
      <section class="stack" aria-labelledby="handover-facts">
        <h3 id="handover-facts">{t('referrals.inbox.facts')}</h3>
        <p class="muted small">
          {isReceived ? t('referrals.inbox.agreed', { parts }) : t('referrals.inbox.agreedGiven', { parts })}
        </p>
        <SharedFacts records={records} translator={translator} country={country} />
        <SharedFiles dossier={handover.id} records={records} translator={translator} />
      </section>
      <OurCase
        room={room}
        share={share}
        handover={handover}
        mayMake={isReceived && mayWrite && status !== 'sent' && status !== 'declined'}
      />
      {answering !== null && root !== undefined && (
        <AnswerDialog
          answer={answering}
          record={root}
          whose="ours"
          life={life}
          place={{
            dossier: handover.id,
            records: handover.records,
            around: { translator, members, country, records: [] },
            takesNotes: false,
            onKept: announce,
          }}
          said={t('referrals.inbox.answered')}
          onClose={() => setAnswering(null)}
        />
      )}
    </article>
  );
}

/** The case of ours that belongs to it; a received one that we take on can become one, once. */
function OurCase({
  room,
  share,
  handover,
  mayMake,
}: {
  room: Room;
  share: SharedRow;
  handover: DossierView;
  mayMake: boolean;
}) {
  const { vault, translator, me, today } = room;
  const { t } = translator;
  const { route } = useLocation();
  const value = share.fields['reference'];
  const reference = typeof value === 'string' ? value : '';
  const found = useQuery<Id | null>(
    (connection) => relatedCase(connection, handover.id),
    [handover.id],
    ['case', 'referral'],
  );
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function make(): Promise<void> {
    setBusy(true);
    const made = await makeCase(vault, handover, {
      me,
      today,
      sourceWords: t('referrals.inbox.source', { name: share.peerName, reference }),
    });
    setBusy(false);
    if (made.ok) route(`/cases/${made.value}`);
    else setFailure(made.failure);
  }

  if (found.data === undefined) return null;
  if (found.data !== null) {
    const isGiven = share.direction === 'given';
    return (
      <div class="buttons">
        <Button kind="plain" href={isGiven ? `/cases/${found.data}/referrals` : `/cases/${found.data}`}>
          {isGiven ? t('referrals.inbox.theCase') : t('referrals.inbox.ourCase')}
        </Button>
      </div>
    );
  }
  if (!mayMake) return null;
  return (
    <div class="stack stack-tight">
      <p class="muted small">{t('referrals.inbox.makeCaseHint')}</p>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <div class="buttons">
        <Button kind="plain" busy={busy} onClick={() => void make()}>
          {busy ? t('referrals.inbox.making') : t('referrals.inbox.makeCase')}
        </Button>
      </div>
    </div>
  );
}
