import { type ConsentGap, packOf } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';

interface Props {
  gap: ConsentGap['gap'];
  country: string;
  translator: Translator;
}

/** Why a consent cannot be relied on yet, and what to do. For a child with the law that says so, which no lawyer has checked. */
export function ConsentGapWords({ gap, country, translator }: Props) {
  const { t } = translator;
  const rule = gap === 'adult-decided-for' ? undefined : packOf(country)?.minors;
  return (
    <>
      <p>{words()}</p>
      {gap !== 'adult-decided-for' && <p>{t('cases.consent.minorHelp')}</p>}
      {rule !== undefined && (
        <p class="muted small">{t('cases.consent.minorSource', { source: rule.source })}</p>
      )}
    </>
  );

  function words(): string {
    switch (gap) {
      case 'adult-decided-for':
        return t('cases.consent.adultDecidedFor');
      case 'minor-who-decided':
        return t('cases.consent.minorWhoDecided');
      case 'minor-alone':
        return t('cases.consent.minorAlone');
      case 'minor-by-family':
        return t('cases.consent.minorByFamily');
      case 'minor-other-decider':
        return t('cases.consent.minorOtherDecider');
    }
  }
}
