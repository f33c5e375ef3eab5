import { useLocation } from 'preact-iso';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { ActBar } from '../parts/ActBar.tsx';
import { usePlanning } from './use-planning.ts';

/** Planning, referring, asking for money. */
export function HelpActs() {
  const { dossier } = useOpenCase();
  const { route } = useLocation();
  const startPlanning = usePlanning();
  return (
    <ActBar
      first={{ text: t('plan.plan'), icon: 'plus', onChoose: () => startPlanning({}) }}
      second={{
        text: t('referrals.refer'),
        icon: 'share',
        onChoose: () => route(`/cases/${dossier.id}/referrals?need=`),
      }}
      others={[{ text: t('costs.ask.title'), onChoose: () => route(`/cases/${dossier.id}/costs?ask=`) }]}
    />
  );
}
