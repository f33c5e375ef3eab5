import { t } from '../locale/index.ts';

const POINTS = ['taken', 'read', 'traffic', 'firstLoad', 'passphrase'] as const;

/** What nobody should rely on, said before it matters. */
export function NotProtected() {
  return (
    <details>
      <summary>{t('account.notProtected.title')}</summary>
      <NotProtectedList />
    </details>
  );
}

export function NotProtectedList() {
  return (
    <ul class="stack stack-tight">
      {POINTS.map((point) => (
        <li key={point}>{t(`account.notProtected.${point}`)}</li>
      ))}
    </ul>
  );
}
