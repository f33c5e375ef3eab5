import { Button } from '../../look/Button.tsx';
import type { Escalation } from '@dayaq/domain';
import type { Failure, Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { sayHour } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { DangerLevel } from '../../look/DangerLevel.tsx';
import { Notice } from '../../look/Notice.tsx';
import { announce } from '../../look/live.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { memberName } from '../room.ts';
import { takeDanger } from '@dayaq/acts/task';
import { takeAskedDeed } from './asked-deed.ts';
import { dangerSaid, useAnswerDanger } from './use-answer-danger.tsx';
import { useEscalation } from './use-escalation.ts';

type Pressing = Exclude<Escalation, { state: 'answered' }>;

/** Who must act on this case now, who was told, and when it moves on, until somebody says "I take it". */
export function EscalationBox() {
  const open = useOpenCase();
  const { dossier, live, mayWrite, me } = open;
  const row = useEscalation(dossier.id);
  const answer = useAnswerDanger();
  const [failure, setFailure] = useState<Failure | null>(null);
  // The record that says it best, as on Today; what protects from one protects from all that were known by then.
  const danger = live.find((record) => record.id === row?.about.record);
  useEffect(() => {
    if (danger !== undefined && mayWrite && takeAskedDeed(dossier.id)) answer(danger);
  }, [danger === undefined, mayWrite]);
  if (row === null) return null;
  const { escalation } = row;
  const take = async (): Promise<void> => {
    const outcome = await takeDanger(open, row);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(t('safety.escalation.tookIt'));
  };
  const name = (account: Id) => (account === me ? t('safety.escalation.you') : memberName(open, account));
  return (
    <section
      class={escalation.state === 'taken' ? 'escalation escalation-still' : 'escalation'}
      aria-labelledby="safety-escalation"
    >
      <h3 id="safety-escalation">{t('safety.escalation.title')}</h3>
      <p>
        <DangerLevel level={escalation.danger.level} />
      </p>
      {danger !== undefined && <blockquote class="escalation-said">{dangerSaid(open, danger)}</blockquote>}
      <Course escalation={escalation} name={name} />
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {mayWrite && danger !== undefined && (
        <div class="cluster">
          {!(escalation.state === 'taken' && escalation.by === me) && (
            <Button kind={escalation.state === 'taken' ? 'plain' : 'main'} onClick={() => void take()}>
              {t('safety.escalation.take')}
            </Button>
          )}
          <Button kind="plain" onClick={() => answer(danger)}>
            {t('safety.escalation.protected')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Course({ escalation, name }: { escalation: Pressing; name: (account: Id) => string }) {
  const { translator, me } = useOpenCase();
  if (escalation.state === 'taken') {
    const { by, until } = escalation;
    const when = sayHour(translator, until);
    return (
      <p>
        {by === me
          ? t('safety.escalation.youTook', { when })
          : t('safety.escalation.taken', { name: name(by), when })}
      </p>
    );
  }
  const { who, told, nextAt, since } = escalation;
  return (
    <>
      <p>
        {who === null
          ? t('safety.escalation.nobody')
          : who === me
            ? t('safety.escalation.withYou')
            : t('safety.escalation.with', { name: name(who) })}
      </p>
      <p class="small">
        {t('safety.escalation.since', { when: sayHour(translator, since) })}
        {told.length > 0 && `. ${t('safety.escalation.told', { names: told.map(name).join(', ') })}`}
      </p>
      <p class="small">{t('safety.escalation.movesOn', { when: sayHour(translator, nextAt) })}</p>
    </>
  );
}
