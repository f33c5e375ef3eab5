import { INSTRUMENTS } from '@dayaq/domain';
import { useLocation } from 'preact-iso';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { clientOf, useOpenCase } from '../detail/open-case.ts';
import { ActBar } from '../parts/ActBar.tsx';

/** Enough to call for an answer; everything else can be added later. */
const FIRST_FIELDS = ['type', 'words', 'date', 'byWhom', 'channel', 'credible', 'against'] as const;

/** Writing down a threat, and asking how dangerous it is. */
export function SafetyActs() {
  const { live, edit, today, dossier, translator } = useOpenCase();
  const { route } = useLocation();
  const client = clientOf(live);
  return (
    <ActBar
      first={{
        text: t('safety.threats.log'),
        icon: 'edit',
        onChoose: () =>
          edit({
            title: t('safety.threats.log'),
            kind: 'threat',
            record: null,
            only: FIRST_FIELDS,
            preset: {
              date: { day: today },
              ...(client === undefined ? {} : { against: ['the-person'] }),
            },
          }),
      }}
      others={Object.values(INSTRUMENTS).map(({ instrument }) => ({
        text: `${t('safety.standing.assess')}: ${codeLabel(translator, 'risk-instruments', instrument)}`,
        onChoose: () => route(`/cases/${dossier.id}/safety?assess=${instrument}`),
      }))}
    />
  );
}
