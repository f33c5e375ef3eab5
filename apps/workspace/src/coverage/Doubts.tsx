import type { Coverage, ServiceEntry } from '@dayaq/domain';
import { useId } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { ServiceLink } from './PlacesTable.tsx';
import type { Places } from './places.ts';

/** Names shown of each kind of gap; the count says how many there are. */
const MOST = 30;

/** What the figures above cannot know, so that nobody takes them for more. */
export function Doubts({ coverage, places }: { coverage: Coverage; places: Places }) {
  const id = useId();
  const old = places.counted.filter(({ isOld }) => isOld).map(({ service }) => service);
  const { placeNotKnown } = coverage;
  const gaps: [key: string, words: string, services: readonly ServiceEntry[]][] = [
    ['without', t('coverage.doubts.without', { count: places.without.length }), places.without],
    ['undated', t('coverage.doubts.undated', { count: places.undated.length }), places.undated],
    ['old', t('coverage.doubts.old', { count: old.length }), old],
  ];
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.doubts.title')}</h2>
      <ul class="coverage-doubts">
        <li>{t('coverage.doubts.directory')}</li>
        {gaps
          .filter(([, , services]) => services.length > 0)
          .map(([key, words, services]) => (
            <li key={key}>
              {words}{' '}
              {services.slice(0, MOST).map((service, index) => (
                <span key={service.id}>
                  {index > 0 && ', '}
                  <ServiceLink service={service} />
                </span>
              ))}
            </li>
          ))}
        {placeNotKnown > 0 && <li>{t('coverage.doubts.noPlace', { count: placeNotKnown })}</li>}
        <li>{t('coverage.doubts.figures')}</li>
      </ul>
    </section>
  );
}
