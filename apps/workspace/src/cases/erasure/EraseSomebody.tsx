import { textIn } from '@dayaq/acts/record-values';
import { type RewriteOutcome, rewriteCase } from '@dayaq/acts/rewrite/carry-out';
import { goesAlong, naming } from '@dayaq/acts/rewrite/rewritten';
import { kindOf } from '@dayaq/domain';
import type { DossierView, Id, Outcome, RecordView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useMemo, useState } from 'preact/hooks';
import { kindLabel, recordTitle } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import type { Room } from '../room.ts';
import { DestroyForm } from './DestroyForm.tsx';

type Refusal = Extract<RewriteOutcome, { is: 'refused' }>['refusal'];

/** One person of a case that others still need: the case is written anew without them, and the old one destroyed for good. */
export function EraseSomebody({
  room,
  dossier,
  person,
}: {
  room: Room;
  dossier: DossierView;
  person: RecordView | undefined;
}) {
  const { route } = useLocation();
  const [also, setAlso] = useState<ReadonlySet<Id>>(new Set());
  const [refused, setRefused] = useState<Refusal | 'both' | null>(null);
  const live = useMemo(() => dossier.records.filter(({ deleted }) => !deleted), [dossier]);
  const around = {
    translator: translator.value,
    records: live,
    members: room.members,
    country: room.country,
  };
  if (person === undefined || person.kind !== 'person' || person.deleted)
    return <p>{t('erasure.person.notHere')}</p>;
  if (textIn(person, 'role') === 'client') return <p>{t('erasure.person.client')}</p>;

  const chosen = new Set([person.id, ...also]);
  const along = goesAlong(dossier, chosen);
  const gone = new Set([...chosen, ...along]);
  const names = (kindOf('person')?.title ?? []).map((field) => textIn(person, field));
  const named = naming(dossier, new Set([person.id]), names).filter(({ id }) => id !== dossier.id);
  const isInHead = naming(dossier, gone, names).some(({ id }) => id === dossier.id);
  const back = `/cases/${dossier.id}`;
  const say = (record: RecordView): string => {
    const kind = kindLabel(translator.value, record.kind);
    const title = recordTitle(record, around);
    return title === kind ? kind : `${kind}: ${title}`;
  };

  const destroy = async (why: string): Promise<Outcome<unknown>> => {
    const outcome = await rewriteCase(room.vault, dossier, gone, { why, now: Date.now() });
    setRefused(outcome.is === 'refused' ? outcome.refusal : outcome.is === 'both-stand' ? 'both' : null);
    if (outcome.is === 'failed') return { ok: false, failure: outcome.failure };
    if (outcome.is === 'done') {
      announce(t('erasure.person.done'));
      route(`/cases/${outcome.dossier}`);
    }
    return { ok: true, value: null };
  };

  return (
    <div class="stack">
      <h2>{recordTitle(person, around)}</h2>
      <DestroyForm
        told={[t('erasure.person.goes'), t('erasure.person.anew'), t('erasure.late'), t('erasure.trace')]}
        beyond={[
          t('erasure.person.history'),
          t('erasure.person.given'),
          t('erasure.person.unsent'),
          t('erasure.person.elsewhere'),
          t('erasure.copies'),
          t('erasure.handedOver'),
          t('erasure.backups'),
        ]}
        act={t('erasure.person.act')}
        back={back}
        onDestroy={destroy}
      >
        {along.size > 0 && (
          <>
            <p class="strong">{t('erasure.person.along')}</p>
            <ul>
              {live
                .filter(({ id }) => along.has(id) && !also.has(id))
                .map((record) => (
                  <li key={record.id}>{say(record)}</li>
                ))}
            </ul>
          </>
        )}
        {named.length > 0 && (
          <ChoiceGroup legend={t('erasure.person.named')}>
            {named.map((record) => (
              <Choice
                key={record.id}
                type="checkbox"
                label={say(record)}
                checked={also.has(record.id)}
                onChange={(on) =>
                  setAlso(new Set(on ? [...also, record.id] : [...also].filter((id) => id !== record.id)))
                }
              />
            ))}
          </ChoiceGroup>
        )}
        {isInHead && <Notice tone="w">{t('erasure.person.inHead')}</Notice>}
      </DestroyForm>
      {refused !== null && (
        <Notice tone="w" role="alert">
          {t(`erasure.person.refused.${refused}`)}
        </Notice>
      )}
    </div>
  );
}
