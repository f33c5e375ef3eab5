import { GOODBYE, goodbyeOf, type GoodbyeStep, leftChanges } from '@dayaq/acts/volunteer/goodbye';
import type { ComponentChildren } from 'preact';
import type { Outcome } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { currentSpace, say, status, useQuery } from '../../vault/session.ts';
import { WhatIsLeft } from '../WhatIsLeft.tsx';
import type { OfOne } from './use-volunteers.ts';

/** How one parts from a volunteer: each step as it stands now, and what does it. */
export function Goodbye({ room, helping, volunteer, onThank }: OfOne & { onThank: () => void }) {
  const [failed, setFailed] = useState<{ step: GoodbyeStep | 'over'; why: string } | null>(null);
  const [busy, setBusy] = useState<GoodbyeStep | 'over' | null>(null);
  const [isSure, setIsSure] = useState(false);
  const { account, called, invite } = volunteer;
  const { data: loads = [] } = useQuery((vault) => vault.workload(room.today), [room.today]);
  const { data: effects } = useQuery(
    async (vault) => (account === null ? null : vault.removalEffects(account)),
    [account, status.value],
  );
  const stands = goodbyeOf({
    volunteer,
    members: helping.members,
    invitations: helping.invitations,
    loads,
    effects: effects?.ok === true ? effects.value : null,
    rotationOwed: currentSpace()?.rotationOwed ?? true,
  });
  const carryOut = async (step: GoodbyeStep | 'over', act: () => Promise<Outcome<null>>, said: string) => {
    setBusy(step);
    const outcome = await act().catch(() => ({
      ok: false as const,
      failure: { code: 'no-answer' as const },
    }));
    setBusy(null);
    setFailed(outcome.ok ? null : { step, why: say(outcome.failure) });
    if (outcome.ok) announce(said);
  };
  const over = async (): Promise<void> => {
    const changes = leftChanges(volunteer, stands, room.today);
    if (changes === null) return setFailed({ step: 'over', why: t('volunteers.bye.notOver') });
    await carryOut(
      'over',
      () => room.vault.save({ dossier: helping.dossier, changes }),
      t('volunteers.bye.saved'),
    );
  };
  const isOver = leftChanges(volunteer, stands, room.today) !== null;
  /** What does a step that is still to be done. */
  const acts: Partial<Record<GoodbyeStep, ComponentChildren>> = {
    thanks: (
      <Button kind="plain" onClick={onThank}>
        {t('volunteers.bye.thanksAct')}
      </Button>
    ),
    work: (
      <Button kind="plain" href={`/people/${account}/hand-on`}>
        {t('volunteers.bye.workAct')}
      </Button>
    ),
    readers: account !== null && <WhatIsLeft account={account} />,
    invitation: (
      <Button
        kind="plain"
        busy={busy === 'invitation'}
        onClick={() =>
          void carryOut('invitation', () => room.vault.revokeInvitation(invite), t('people.invite.revoked'))
        }
      >
        {t('volunteers.bye.invitationAct')}
      </Button>
    ),
    membership: account !== null && (
      <Button
        kind="danger"
        busy={busy === 'membership'}
        onClick={() => {
          if (!isSure) return setIsSure(true);
          void carryOut(
            'membership',
            () => room.vault.removeMember(account),
            t('people.remove.done', { name: called }),
          );
        }}
      >
        {t(isSure ? 'volunteers.bye.membershipSure' : 'volunteers.bye.membershipAct', { name: called })}
      </Button>
    ),
    keys: <p class="muted small">{t('volunteers.bye.keysHint')}</p>,
  };
  return (
    <section class="stack stack-tight" aria-labelledby="volunteer-bye">
      <h2 id="volunteer-bye">{t('volunteers.bye.title')}</h2>
      <p class="muted">{t('volunteers.bye.lead')}</p>
      <ol class="stack stack-tight">
        {GOODBYE.map((step) => (
          <li key={step}>
            <p>
              {t(`volunteers.bye.${step}`)}{' '}
              <Tag {...(stands[step] === 'done' ? {} : { tone: 'w' as const })}>
                {t(`volunteers.bye.${stands[step]}`)}
              </Tag>
              {step === 'thanks' && <span class="muted"> {t('volunteers.bye.optional')}</span>}
            </p>
            {stands[step] !== 'done' && acts[step]}
            {failed?.step === step && (
              <Notice tone="w" role="alert">
                {t('volunteers.bye.failed', { why: failed.why })}
              </Notice>
            )}
          </li>
        ))}
      </ol>
      <h3>{t('volunteers.bye.holdsTitle')}</h3>
      <ul>
        <li>{t('volunteers.bye.holdsRead')}</li>
        <li>{t('volunteers.bye.holdsWipe')}</li>
        <li>{t('volunteers.bye.holdsPaper')}</li>
        <li>{t('volunteers.bye.holdsWords')}</li>
      </ul>
      {failed?.step === 'over' && (failed.why !== t('volunteers.bye.notOver') || !isOver) && (
        <Notice tone="w" role="alert">
          {failed.why}
        </Notice>
      )}
      <div>
        <Button busy={busy === 'over'} onClick={() => void over()}>
          {t('volunteers.bye.over')}
        </Button>
      </div>
    </section>
  );
}
