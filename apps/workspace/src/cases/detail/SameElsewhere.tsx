import { sayNotTheSame } from '@dayaq/acts/same';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { announce } from '../../look/live.tsx';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from './open-case.ts';
import { SameDialog } from './SameDialog.tsx';
import type { Elsewhere } from './same-elsewhere.ts';

interface Props {
  record: RecordView;
  others: readonly Elsewhere[];
  /** Also offers to say that somebody is in another case. */
  mayLink: boolean;
}

/** In which other cases somebody is too, as far as the reader may open them, and how often they threaten there. */
export function SameElsewhere({ record, others, mayLink }: Props) {
  const { translator, around, dossier, vault, onPaper, mayWrite } = useOpenCase();
  const { t } = translator;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Paper is given away: what stands in other cases stays out of it.
  if (onPaper) return null;
  const drop = async (other: Elsewhere): Promise<void> => {
    for (const { dossier: at, changes } of sayNotTheSame({ dossier, record }, other)) {
      const kept = await vault.save({ dossier: at, changes });
      setProblem(kept.ok ? null : say(kept.failure));
      if (kept.ok) announce(t('cases.same.dropped'));
    }
  };
  return (
    <>
      {others.map((other) => (
        <p class="small" key={`${other.dossier.id} ${other.record.id}`}>
          <a href={`/cases/${other.dossier.id}`}>
            {t('cases.same.also', {
              name: [other.mention.alias || other.mention.reference, recordTitle(other.record, around)]
                .filter(Boolean)
                .join(', '),
            })}
          </a>
          {other.threats.length > 0 && (
            <>
              {' · '}
              <a href={`/cases/${other.dossier.id}/safety`}>
                {t('cases.same.threats', { count: other.threats.length })}
              </a>
            </>
          )}
          {mayWrite && mayLink && (
            <Button kind="quiet" small onClick={() => void drop(other)}>
              {t('cases.same.notSame')}
            </Button>
          )}
        </p>
      ))}
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {mayWrite && mayLink && (
        <Button
          kind="quiet"
          class="case-invite no-print"
          small
          label={t('cases.same.sayOf', { what: recordTitle(record, around) })}
          onClick={() => setAsking(true)}
        >
          {t('cases.same.say')}
        </Button>
      )}
      {asking && <SameDialog record={record} onClose={() => setAsking(false)} />}
    </>
  );
}
