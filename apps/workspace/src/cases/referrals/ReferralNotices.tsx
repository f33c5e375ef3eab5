import { plainRecord, textIn } from '@dayaq/acts/record-values';
import { answeredTwice, isExcluded } from '@dayaq/domain';
import { Notice } from '../../look/Notice.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import type { ReferralView } from './referral-view.ts';

/** What one has to know of a referral: two answers, a withdrawal on its way, a consent that stands no more. */
export function ReferralNotices({ view }: { view: ReferralView }) {
  const { live, translator } = useOpenCase();
  const { t } = translator;
  const { referral, share, life, status, name, consent, isSealed, isCutOff, isConfirmed } = view;
  const isWithdrawn = consent !== undefined && says(consent, 'withdrawn');
  const ids = [textIn(referral, 'space'), textIn(referral, 'service')].filter((id) => id !== '');
  const isNowExcluded = isExcluded(live.map(plainRecord), { ids, names: [name] });
  const isOnItsWay =
    share !== undefined && share.state !== 'ended' && (share.state === 'waiting' || share.unsent);
  return (
    <>
      {answeredTwice(life) && (
        <Notice tone="w">
          <p>{status === 'declined' ? t('referrals.twice.declined') : t('referrals.twice.accepted')}</p>
        </Notice>
      )}
      {status === 'proposed' && (
        <Notice tone="w">
          <p>{t('referrals.notGone')}</p>
        </Notice>
      )}
      {isOnItsWay && !isCutOff && (
        <Notice>
          <p>{t('referrals.waits')}</p>
        </Notice>
      )}
      {share?.state === 'ended' && status !== 'revoked' && (
        <Notice>
          <p>
            {share.acknowledged
              ? t('referrals.ended.confirmed', { name })
              : t('referrals.ended.waiting', { name })}
          </p>
        </Notice>
      )}
      {isCutOff && (
        <Notice tone="w">
          <p>{t('referrals.withdraw.cutOff')}</p>
        </Notice>
      )}
      {status === 'revoked' && isSealed && !isCutOff && (
        <Notice tone={isConfirmed ? 'o' : 'w'}>
          <p>
            {isConfirmed
              ? t('referrals.withdraw.confirmed', { name })
              : t('referrals.withdraw.waiting', { name })}
          </p>
        </Notice>
      )}
      {status === 'revoked' && !isSealed && !isConfirmed && (
        <Notice tone="w">
          <p>{t('referrals.withdraw.tellThem', { name })}</p>
        </Notice>
      )}
      {status !== 'revoked' && isWithdrawn && (
        <Notice tone="w">
          <p>{t('referrals.withdraw.owed', { name })}</p>
        </Notice>
      )}
      {status !== 'revoked' && !isWithdrawn && isNowExcluded && (
        <Notice tone="w">
          <p>{t('referrals.withdraw.excluded', { name })}</p>
        </Notice>
      )}
    </>
  );
}
