import { useMemo } from 'preact/hooks';
import { allRecords } from '../../cases/matters/all-records.ts';
import { institutionsOf } from '../../cases/matters/institutions.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { Tag } from '../../look/Tag.tsx';
import { useQuery } from '../../vault/session.ts';
import { useOpenProvider } from './open-provider.ts';

/** What became of our dealings with them over all cases, where there were any: promises add up here, whatever they were called. */
export function Dealings() {
  const { dossier, today, translator } = useOpenProvider();
  const { data } = useQuery((vault) => allRecords(vault, ['contact', 'matter']), [], ['contact', 'matter']);
  const ours = useMemo(
    () =>
      institutionsOf(data?.records ?? [], () => '', new Map([[dossier.id, ' ']]), today).find(
        ({ id }) => id === dossier.id,
      ),
    [data, dossier.id, today],
  );
  if (ours === undefined) return null;
  const { contacts, matters, openPromises, broken, overdue, last } = ours;
  return (
    <section class="service-section stack stack-tight" aria-label={t('services.dealings.title')}>
      <h3>{t('services.dealings.title')}</h3>
      <p class="cluster">
        {openPromises > 0 && (
          <Tag tone={overdue ? 'w' : 'a'}>{t('matters.page.promises', { count: openPromises })}</Tag>
        )}
        {broken > 0 && <Tag tone="w">{t('matters.page.broken', { count: broken })}</Tag>}
      </p>
      <p class="muted">
        {[
          contacts.length > 0 ? t('matters.page.contacts', { count: contacts.length }) : '',
          matters.length > 0 ? t('matters.page.matters', { count: matters.length }) : '',
          last === '' ? '' : t('matters.page.last', { day: sayDate(translator, { day: last }) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="small muted">{t('cases.onlyYours')}</p>
      <p class="no-print">
        <a href="/matters">{t('matters.page.title')}</a>
      </p>
    </section>
  );
}
