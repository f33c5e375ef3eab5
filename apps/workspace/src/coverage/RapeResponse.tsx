import { type Figures, rapeResponse, type ServiceEntry } from '@dayaq/domain';
import { useId, useMemo } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Tag } from '../look/Tag.tsx';
import { sourceText } from './figure-rows.ts';
import type { Words } from './words.ts';

/** What somebody needs after rape, part by part: who does it, by when it must be had, and how long nobody was open. */
export function RapeResponse({
  services,
  country,
  figures,
  today,
  words,
}: {
  services: readonly ServiceEntry[];
  country: string;
  figures: Figures;
  today: string;
  words: Words;
}) {
  const id = useId();
  const year = Number(today.slice(0, 4));
  const parts = useMemo(() => rapeResponse(services, country, year), [services, country, year]);
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.rape.title')}</h2>
      <p>{t('coverage.rape.intro')}</p>
      {figures.of('forensic-closed-days').map((closed) => (
        <p key={closed.key}>
          {t('coverage.rape.published', { days: closed.value })} {sourceText(words, closed)}
        </p>
      ))}
      <ul class="side-rows">
        {parts.map(({ service, hours, have, always, hoursNotKnown, shutDays, isLost }) => (
          <li key={service} class="side-row" data-part={service}>
            <p class="side-title">
              <span>{words.code('services', service)}</span>
              {have === 0 && <Tag tone="d">{t('coverage.rape.none')}</Tag>}
              {isLost && <Tag tone="d">{t('coverage.rape.lost')}</Tag>}
            </p>
            <p class="small muted">
              {[
                hours === null ? '' : t('coverage.rape.within', { hours }),
                have === 0 ? '' : t('coverage.rape.have', { count: have }),
                have === 0 ? '' : t('coverage.rape.always', { count: always }),
                shutDays === 0 ? '' : t('coverage.rape.shut', { days: shutDays, hours: shutDays * 24, year }),
                hoursNotKnown === 0 ? '' : t('coverage.closures.notKnown', { count: hoursNotKnown }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <p class="small muted">{t('coverage.rape.hoursFrom')}</p>
    </section>
  );
}
