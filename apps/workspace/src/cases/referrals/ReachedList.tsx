import { type Reached, reachedBy } from '@dayaq/acts/referral/withdrawal';
import { textIn } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { sayMoment } from '../../fields/say-date.ts';
import { shareOf, useShares } from '../../referrals/use-shares.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** Rows that are drawn; the newest come first. */
const MOST = 20;

/** Who has what was agreed on a consent, since when, and whether they know that it was withdrawn. */
export function ReachedList({ consent }: { consent: RecordView }) {
  const { live, translator } = useOpenCase();
  const { t } = translator;
  const shares = useShares();
  const isWithdrawn = consent.fields['withdrawn']?.value != null;
  const reached = reachedBy(live, consent.id)
    .sort((a, b) => (b.sent ?? 0) - (a.sent ?? 0))
    .slice(0, MOST);
  if (reached.length === 0) return null;
  return (
    <ul class="small" aria-label={t('referrals.reached.title')}>
      {reached.map((one) => (
        <li key={one.referral}>{[one.name, ...stateOf(one)].join(' · ')}</li>
      ))}
    </ul>
  );

  function stateOf(one: Reached): string[] {
    const record = live.find(({ id }) => id === one.referral);
    const share = shareOf(shares, record === undefined ? '' : textIn(record, 'dossier'));
    if (one.sent === null) return [t('referrals.reached.notGone')];
    const sent = t('referrals.reached.sent', { when: sayMoment(translator, one.sent) });
    const way = one.isSealed ? t('referrals.reached.sealed') : t('referrals.reached.byHand');
    if (!isWithdrawn) return [sent, way];
    const told =
      one.told === null
        ? t('referrals.reached.notTold')
        : t('referrals.reached.told', { when: sayMoment(translator, one.told) });
    const isConfirmed = one.confirmed !== null || share?.acknowledged === true;
    const confirmed = isConfirmed ? t('referrals.reached.confirmed') : t('referrals.reached.notConfirmed');
    return one.isSealed ? [sent, told, confirmed] : [sent, way, told];
  }
}
