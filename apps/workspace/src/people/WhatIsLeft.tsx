import type { Id } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { useQuery } from '../vault/session.ts';

/** What the removal of a member would leave behind: cases without a reader, tasks without an owner. */
export function WhatIsLeft({ account }: { account: Id }) {
  const { data, again } = useQuery((vault) => vault.removalEffects(account), [account], []);
  if (data === undefined) return <p class="muted">{t('people.remove.left.asking')}</p>;
  if (!data.ok) {
    return (
      <Notice tone="w">
        <p>{t('people.remove.left.unknown')}</p>
        <Button kind="quiet" small onClick={again}>
          {t('shell.broken.again')}
        </Button>
      </Notice>
    );
  }
  const { unreadable, cases, tasks } = data.value;
  if (unreadable + tasks === 0) return null;
  return (
    <Notice tone="w">
      {unreadable > 0 && <p class="strong">{t('people.remove.left.unreadable', { count: unreadable })}</p>}
      {cases.length > 0 && (
        <>
          <p>{t('people.remove.left.cases')}</p>
          <ul>
            {cases.map(({ dossier, title }) => (
              <li key={dossier}>
                <a href={`/cases/${dossier}`}>{title || t('cases.head.unnamed')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {tasks > 0 && <p>{t('people.remove.left.tasks', { count: tasks, nobody: t('today.whose.nobody') })}</p>}
    </Notice>
  );
}
