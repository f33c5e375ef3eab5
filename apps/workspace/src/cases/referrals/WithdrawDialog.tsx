import type { Failure, RecordView } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import { announce } from '../../look/live.tsx';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Field } from '../../look/Field.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { textIn, useOpenCase } from '../detail/open-case.ts';
import { withdraw } from './withdraw.ts';
import { referralsTo } from './withdrawal.ts';

/** The client no longer wants it. Says first what a withdrawal reaches and what it cannot. */
export function WithdrawDialog({ consent, onClose }: { consent: RecordView; onClose: () => void }) {
  const { vault, dossier, live, today, translator } = useOpenCase();
  const { t } = translator;
  const id = useId();
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = textIn(consent, 'recipient');
  const standing = referralsTo(live, consent.id);
  const isSealed = standing.some((referral) => textIn(referral, 'dossier') !== '');
  const isByHand = standing.some((referral) => textIn(referral, 'dossier') === '');

  async function submit(): Promise<void> {
    setBusy(true);
    const outcome = await withdraw(vault, dossier, consent.id, { at: Date.now(), day: today }, why);
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.failure);
    announce(t('referrals.withdraw.kept'));
    onClose();
  }

  return (
    <Dialog open title={t('referrals.withdraw.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t('referrals.withdraw.lead', { name })}</p>
        <Notice>
          {isSealed && <p>{t('referrals.withdraw.reaches')}</p>}
          {isByHand && <p>{t('referrals.withdraw.byHand', { name })}</p>}
          {standing.length === 0 && <p>{t('referrals.withdraw.nothingSent')}</p>}
        </Notice>
        {standing.length > 0 && (
          <Notice tone="w">
            <p>{t('referrals.withdraw.cannot')}</p>
          </Notice>
        )}
        <Field label={t('referrals.withdraw.why')} hint={t('referrals.withdraw.whyHint')}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={1000}
              name={id}
              value={why}
              onInput={(event) => setWhy(event.currentTarget.value)}
            />
          )}
        </Field>
        {failure !== null && (
          <Notice tone="d" role="alert">
            <p>{say(failure)}</p>
            <p>{t('referrals.withdraw.again')}</p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" kind="danger" busy={busy}>
            {t('referrals.withdraw.act')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
