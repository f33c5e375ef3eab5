import { textIn } from '@dayaq/acts/record-values';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import { shareOf, useShares } from '../../referrals/use-shares.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { CameFrom } from './CameFrom.tsx';
import { type FlowStart, needsFor } from './flow/flow-state.ts';
import { ReferFlow } from './flow/ReferFlow.tsx';
import { ReferralItem } from './ReferralItem.tsx';
import './referrals.css';

/** To whom this case was referred, and how it went. `?need=<code>` begins a new referral for it. */
export function ReferralsPart() {
  const { live, dossier, mayWrite, translator } = useOpenCase();
  const { t } = translator;
  const { query, route } = useLocation();
  const shares = useShares();
  const asked = query['need'];
  const [flow, setFlow] = useState<FlowStart | null>(null);
  // A need in the plan above is pressed while this stands here already.
  useEffect(() => {
    if (asked !== undefined && mayWrite) setFlow({ needs: needsFor(asked) });
  }, [asked, mayWrite]);
  const referrals = live
    .filter((record) => record.kind === 'referral')
    .sort((a, b) => b.created.at - a.created.at || (a.id < b.id ? -1 : 1));

  if (flow !== null) {
    return (
      <div class="referrals case-part-alone">
        <ReferFlow
          key={JSON.stringify(flow)}
          start={flow}
          onClose={() => {
            setFlow(null);
            // Coming back must not begin the same referral once more.
            if (asked !== undefined) route(`/cases/${dossier.id}/referrals`, true);
          }}
        />
      </div>
    );
  }
  return (
    <section class="referrals" aria-labelledby="case-referrals">
      <h3 id="case-referrals">{t('referrals.title')}</h3>
      <CameFrom shares={shares} />
      {referrals.length === 0 ? (
        <Empty icon="share" title={t('referrals.none')}>
          <p class="muted">{t('referrals.noneHint')}</p>
        </Empty>
      ) : (
        <ul class="referral-list">
          {referrals.map((referral) => (
            <ReferralItem
              key={referral.id}
              referral={referral}
              share={shareOf(shares, textIn(referral, 'dossier'))}
              onRefer={setFlow}
            />
          ))}
        </ul>
      )}
      <p>
        <a href={`/cases/${dossier.id}/summary`} class="menu-link">
          <Icon name="file" />
          <span>{t('summary.open')}</span>
        </a>
      </p>
    </section>
  );
}
