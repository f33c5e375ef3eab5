import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { CASE_PARTS } from './parts.ts';

/** The sides of a case, one of which is shown. On a phone the row is drawn sideways until the chosen one is in sight. */
export function PartsNav({ shown }: { shown: string }) {
  const { dossier } = useOpenCase();
  const row = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-current]');
    // The row is placed, so this is measured from its own beginning.
    if (row.current !== null && chosen) row.current.scrollLeft = chosen.offsetLeft - 32;
  }, [shown]);
  if (CASE_PARTS.length < 2) return null;
  return (
    <nav class="case-parts no-print" aria-label={t('cases.parts.label')}>
      <ul ref={row}>
        {CASE_PARTS.map(({ part, title }) => (
          <li key={part}>
            <a
              href={part === '' ? `/cases/${dossier.id}` : `/cases/${dossier.id}/${part}`}
              aria-current={part === shown ? 'page' : undefined}
            >
              {title()}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
