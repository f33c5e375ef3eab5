import { t } from '../../locale/index.ts';
import { Tabs } from '../../look/Tabs.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { CASE_PARTS } from './parts.ts';

/** The sides of a case, one of which is shown. */
export function PartsNav({ shown }: { shown: string }) {
  const { dossier } = useOpenCase();
  return (
    <Tabs
      label={t('cases.parts.label')}
      tabs={CASE_PARTS.map(({ part, title }) => ({
        href: part === '' ? `/cases/${dossier.id}` : `/cases/${dossier.id}/${part}`,
        title: title(),
        here: part === shown,
      }))}
    />
  );
}
