import { textIn } from '@dayaq/acts/record-values';
import { Button } from '../../look/Button.tsx';
import type { Failure } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { linkCase } from '../../links/link-case.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { announce } from '../../look/live.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import type { Advocacy } from './advocacy.ts';

/** Most rows that are drawn. */
const MOST = 20;

/** Barriers that colleagues gather cases against: this case joins one of them in one tap. */
export function JoinAdvocacy({ matters }: { matters: readonly Advocacy[] }) {
  const { root, vault } = useOpenCase();
  const [failure, setFailure] = useState<Failure | null>(null);
  const here = { id: root.id, reference: textIn(root, 'reference') };

  async function join({ dossier, record, title }: Advocacy): Promise<void> {
    const outcome = await vault.save({
      dossier,
      changes: [{ kind: 'matter', record, fields: { cases: linkCase(here) } }],
    });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(t('matters.cases.saved', { what: title }));
  }

  return (
    <details>
      <summary>{t('matters.cases.join')}</summary>
      <p class="small muted">{t('matters.cases.joinHint')}</p>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <ul class="side-rows">
        {matters.slice(0, MOST).map((matter) => (
          <li key={matter.record} class="side-row">
            <span>{matter.title}</span>
            <Button
              kind="plain"
              small
              label={t('matters.cases.joinOf', { what: matter.title })}
              onClick={() => void join(matter)}
            >
              {t('matters.cases.joinIt')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
