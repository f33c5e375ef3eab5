import type { Failure } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { announce } from '../../look/live.tsx';
import { say } from '../../vault/session.ts';
import { textIn, useOpenCase } from '../detail/open-case.ts';
import { withLine } from '../reference-lines.ts';
import type { Advocacy } from './advocacy.ts';

/** Most rows that are drawn. */
const MOST = 20;

/** Barriers that colleagues gather cases against: this case joins one of them in one tap. */
export function JoinAdvocacy({ matters }: { matters: readonly Advocacy[] }) {
  const { root, vault } = useOpenCase();
  const [failure, setFailure] = useState<Failure | null>(null);
  const reference = textIn(root, 'reference');

  async function join({ dossier, record, cases, title }: Advocacy): Promise<void> {
    const outcome = await vault.save({
      dossier,
      changes: [{ kind: 'matter', record, fields: { cases: { set: withLine(cases, reference) } } }],
    });
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(t('matters.cases.saved', { what: title }));
  }

  return (
    <details>
      <summary>{t('matters.cases.join')}</summary>
      <p class="small muted">{t('matters.cases.joinHint')}</p>
      {failure !== null && (
        <p class="error-text" role="alert">
          {say(failure)}
        </p>
      )}
      <ul class="side-rows">
        {matters.slice(0, MOST).map((matter) => (
          <li key={matter.record} class="side-row">
            <span>{matter.title}</span>
            <button
              type="button"
              class="button button-plain button-small"
              aria-label={t('matters.cases.joinOf', { what: matter.title })}
              onClick={() => void join(matter)}
            >
              {t('matters.cases.joinIt')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
