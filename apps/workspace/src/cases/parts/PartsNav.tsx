import { t } from '../../locale/index.ts';
import { Tabs } from '../../look/Tabs.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { CASE_TABS, type CaseTab } from './parts.ts';

/** The sides of a case, one of which is shown, each with how much it holds. */
export function PartsNav({ shown }: { shown: CaseTab }) {
  const { dossier, live } = useOpenCase();
  return (
    <Tabs
      label={t('cases.parts.label')}
      tabs={CASE_TABS.map((tab) => ({
        href: ['/cases', dossier.id, tab.parts[0]?.part].filter(Boolean).join('/'),
        title: tab.title(),
        here: tab === shown,
        count: live.filter((record) => tab.parts.some(({ holds }) => holds(record))).length,
      }))}
    />
  );
}
