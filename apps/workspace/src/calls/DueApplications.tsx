import { goneBy } from '@dayaq/acts/application/application';
import { toldText } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';
import type { DossierRow, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { todayByServer } from '../vault/now-by-server.ts';
import { currentSpace, say, useQuery, useVault } from '../vault/session.ts';
import { everyApplication, numberOf } from './ApplicationList.tsx';

/** Code of the list `erasure-reasons`. */
const WHY = 'kept-long-enough';

/**
 * Applications of which it was said that they are gone by now, by this device's clock and by the server's.
 * @param space null: none
 */
export function useDueApplications(space: Id | null): DossierRow[] {
  const { data } = useQuery(
    (asked) => (space === null ? Promise.resolve(null) : asked.dossiers({ ...everyApplication, space })),
    [space],
    ['application', 'erasure'],
  );
  return goneBy(data?.rows ?? [], todayByServer(), dayOf(Date.now()));
}

/** A keyholder destroys them by one press; others ask one. */
export function DueApplications({ due }: { due: readonly DossierRow[] }) {
  const vault = useVault();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (due.length === 0) return null;
  const destroy = async (): Promise<void> => {
    setBusy(true);
    for (const { id } of due) {
      const outcome = await vault.erase({ dossier: id, why: WHY });
      if (!outcome.ok) {
        setBusy(false);
        return setProblem(say(outcome.failure));
      }
    }
    setBusy(false);
    announce(t('calls.due.done'));
  };
  const calls = [...new Set(due.map((row) => toldText(row, 'name')))];
  return (
    <section class="stack stack-tight" aria-labelledby="due-applications">
      <h2 id="due-applications">{t('calls.due.title')}</h2>
      <p>{t('calls.due.count', { count: due.length })}</p>
      <ul>
        {calls.map((name) => (
          <li key={name}>
            {name}: {numbersOf(due.filter((row) => toldText(row, 'name') === name))}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <Notice tone="w" role="alert">
          {problem}
        </Notice>
      )}
      {currentSpace()?.me.keyholder === true ? (
        <div>
          <Button kind="danger" busy={busy} onClick={() => void destroy()}>
            {t('calls.due.destroy')}
          </Button>
        </div>
      ) : (
        <p class="muted">{t('calls.due.ask')}</p>
      )}
    </section>
  );
}

const numbersOf = (rows: readonly DossierRow[]): string => rows.map(({ id }) => numberOf(id)).join(', ');
