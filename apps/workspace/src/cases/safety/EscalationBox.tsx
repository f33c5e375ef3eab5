import { Button } from '../../look/Button.tsx';
import type { Escalation } from '@dayaq/domain';
import type { DangerRow, Failure, Id } from '@dayaq/vault/client';
import { useEffect, useState } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { dangerWords } from '../../look/DangerLevel.tsx';
import { Notice } from '../../look/Notice.tsx';
import { announce } from '../../look/live.tsx';
import { say, useQuery } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { memberName } from '../room.ts';
import { takeDanger } from '../work/act-on-task.ts';
import { THREAT_ACTION_FIELDS } from './Threats.tsx';

type Pressing = Exclude<Escalation, { state: 'answered' }>;

const MINUTE = 60_000;
const KINDS = ['case', 'risk', 'threat', 'task', 'response'];

/** Where the case stands among those who must act, as of this minute; null where nothing presses. */
function useEscalation(dossier: Id): DangerRow | null {
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((turn) => turn + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const { data } = useQuery((vault) => vault.dangers(), [dossier, minute], KINDS);
  return data?.find((row) => row.dossier === dossier) ?? null;
}

/** Who must act on this case now, who was told, and when it moves on, until somebody says "I take it". */
export function EscalationBox() {
  const open = useOpenCase();
  const { dossier, live, around, mayWrite, today, edit, me } = open;
  const row = useEscalation(dossier.id);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (row === null) return null;
  const { escalation } = row;
  const take = async (): Promise<void> => {
    const outcome = await takeDanger(open, row);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(t('safety.escalation.tookIt'));
  };
  const danger = live.find((record) => record.id === escalation.danger.record);
  const name = (account: Id) => (account === me ? t('safety.escalation.you') : memberName(open, account));
  return (
    <section
      class={escalation.state === 'taken' ? 'escalation escalation-still' : 'escalation'}
      aria-labelledby="safety-escalation"
    >
      <h3 id="safety-escalation">{t('safety.escalation.title')}</h3>
      <p class="strong">
        {dangerWords(escalation.danger.level)}
        {danger !== undefined && danger.kind !== 'case' && ` · ${recordTitle(danger, around)}`}
      </p>
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
          <Button
            kind="plain"
            onClick={() =>
              danger.kind === 'threat'
                ? edit({
                    title: t('safety.escalation.acted'),
                    kind: 'threat',
                    record: danger,
                    only: THREAT_ACTION_FIELDS,
                    begin: { actionDate: { day: today } },
                  })
                : edit({
                    title: t('safety.escalation.acted'),
                    kind: 'response',
                    record: null,
                    purpose: `against ${danger.id}`,
                    only: ['type', 'note', 'done', 'result', 'with'],
                    preset: { owner: me, done: { day: today }, byWhom: 'us' },
                  })
            }
          >
            {t('safety.escalation.acted')}
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
    const when = sayMoment(translator, until);
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
        {t('safety.escalation.since', { when: sayMoment(translator, since) })}
        {told.length > 0 && `. ${t('safety.escalation.told', { names: told.map(name).join(', ') })}`}
      </p>
      <p class="small">{t('safety.escalation.movesOn', { when: sayMoment(translator, nextAt) })}</p>
    </>
  );
}
