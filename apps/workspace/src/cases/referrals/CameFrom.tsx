import { textIn } from '@dayaq/acts/record-values';
import type { SharedRow } from '@dayaq/vault/client';
import { Notice } from '../../look/Notice.tsx';
import { shareOf } from '../../referrals/use-shares.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** Where another organisation sent the person to us: from whom it came, and whether the person has taken that back. */
export function CameFrom({ shares }: { shares: readonly SharedRow[] | undefined }) {
  const { root, translator } = useOpenCase();
  const { t } = translator;
  const handover = textIn(root, 'handover');
  if (handover === '') return null;
  const share = shareOf(shares, handover);
  const name = share?.peerName ?? '';
  if (share?.state === 'ended') {
    return (
      <Notice tone="w">
        <p>{t('referrals.came.ended', { name })}</p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>
        {name === '' ? t('referrals.came.unknown') : t('referrals.came.from', { name })}{' '}
        <a href={`/inbox/${handover}`}>{t('referrals.came.open')}</a>
      </p>
    </Notice>
  );
}
