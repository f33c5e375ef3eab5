import { textIn } from '@dayaq/acts/record-values';
import { formatList } from '@dayaq/locale';
import type { Failure, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { FormFoot } from '../../drafts/FormFoot.tsx';
import { useDrafted } from '../../drafts/use-drafted.ts';
import { useTooLong } from '../../fields/inputs/too-long.ts';
import { announce } from '../../look/live.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field, showFirstProblem } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { consentsTo, stateOf } from '../detail/consent-state.ts';
import { ReachedList } from './ReachedList.tsx';
import { withdraw } from './withdraw.ts';
import { referralsTo } from '@dayaq/acts/referral/withdrawal';

/** Characters: what the field of the reason takes. */
const LONGEST = 1000;

/** The client no longer wants it. Says first what a withdrawal reaches and what it cannot. */
export function WithdrawDialog({ consent, onClose }: { consent: RecordView; onClose: () => void }) {
  const { vault, dossier, live, today, translator } = useOpenCase();
  const { t } = translator;
  const form = useDrafted<{ why: string; keepsSharing: boolean }>({
    place: { dossier: dossier.id, about: consent.id, purpose: 'withdraw' },
    title: t('referrals.withdraw.title'),
    begin: { why: '', keepsSharing: false },
    close: onClose,
  });
  const { why, keepsSharing } = form.typed;
  const tooLong = useTooLong(translator, why, LONGEST);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const purpose = textIn(consent, 'to');
  const name = textIn(consent, 'recipient');
  // Whoever wants no more of us is asked whether those who were told may go on; not asked is no.
  const shares =
    purpose === 'service'
      ? consentsTo(live, textIn(consent, 'of'), 'sharing').filter((share) => stateOf(share) === 'yes')
      : [];
  const ending = keepsSharing ? [] : shares;
  const standing = [consent, ...ending].flatMap(({ id }) => referralsTo(dossier.records, id));
  const shareNames = formatList(
    translator.language,
    shares.map((share) => textIn(share, 'recipient') || t('cases.ended.anybody')),
  );
  const isSealed = standing.some((referral) => textIn(referral, 'dossier') !== '');
  const isByHand = standing.some((referral) => textIn(referral, 'dossier') === '');

  async function submit(): Promise<void> {
    setBusy(true);
    const outcome = await withdraw(
      vault,
      dossier,
      [consent.id, ...ending.map(({ id }) => id)],
      { at: Date.now(), day: today },
      why,
    );
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    announce(t('referrals.withdraw.kept'));
    form.done();
    onClose();
  }

  if (!form.ready) return null;
  return (
    <Dialog open title={t('referrals.withdraw.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (tooLong === undefined) void submit();
          else showFirstProblem(event.currentTarget);
        }}
      >
        {purpose === 'sharing' ? (
          <>
            <p>{name === '' ? t('referrals.withdraw.leadAll') : t('referrals.withdraw.lead', { name })}</p>
            <ReachedList consent={consent} />
            <Notice>
              {isSealed && <p>{t('referrals.withdraw.reaches')}</p>}
              {isByHand && (
                <p>
                  {name === '' ? t('referrals.withdraw.byHandAll') : t('referrals.withdraw.byHand', { name })}
                </p>
              )}
              {standing.length === 0 && <p>{t('referrals.withdraw.nothingSent')}</p>}
            </Notice>
          </>
        ) : (
          <Notice>
            <p>{reachOf(purpose)}</p>
          </Notice>
        )}
        {shares.length > 0 && (
          <>
            <ChoiceGroup legend={t('cases.ended.sharing')}>
              {[false, true].map((keeps) => (
                <Choice
                  key={String(keeps)}
                  type="radio"
                  name="keeps-sharing"
                  checked={keepsSharing === keeps}
                  onChange={() => form.put({ keepsSharing: keeps })}
                  label={t(keeps ? 'cases.ended.sharingStays' : 'cases.ended.sharingEnds', {
                    names: shareNames,
                  })}
                />
              ))}
            </ChoiceGroup>
            {ending.map((share) => (
              <ReachedList key={share.id} consent={share} />
            ))}
          </>
        )}
        {standing.length > 0 && (
          <Notice tone="w">
            <p>{t('referrals.withdraw.cannot')}</p>
          </Notice>
        )}
        <Field label={t('referrals.withdraw.why')} hint={t('referrals.withdraw.whyHint')} error={tooLong}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={why}
              onInput={(event) => form.put({ why: event.currentTarget.value })}
            />
          )}
        </Field>
        {failure !== null && (
          <Notice tone="w" role="alert">
            <p>{say(failure)}</p>
            <p>{t('referrals.withdraw.again')}</p>
          </Notice>
        )}
        <FormFoot form={form} save={t('referrals.withdraw.act')} danger busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
  /** What a withdrawal from something else than sharing still reaches, and what not. */
  function reachOf(to: string): string {
    switch (to) {
      case 'statistics':
        return t('referrals.withdraw.fromStatistics');
      case 'story':
        return t('referrals.withdraw.fromStory');
      default:
        return t('referrals.withdraw.fromService');
    }
  }
}
