import { sayTheSame } from '@dayaq/acts/same';
import type { DossierView, RecordView } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import { recordTitle } from '../../fields/index.ts';
import { LinkInput } from '../../fields/inputs/link-input.tsx';
import { useLinkNames } from '../../links/link-names.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { FieldGroup } from '../../look/FieldFrame.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from './open-case.ts';

/** Says who somebody of this case is in another one: first the case, then the person there. */
export function SameDialog({ record, onClose }: { record: RecordView; onClose: () => void }) {
  const open = useOpenCase();
  const { translator, around, dossier, vault } = open;
  const { t } = translator;
  const id = useId();
  const names = useLinkNames([], open);
  const [other, setOther] = useState<DossierView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const find = names.finder(['case']);

  async function choose(chosen: string | undefined): Promise<void> {
    setProblem(null);
    if (chosen === undefined) return setOther(null);
    const opened = await vault.dossier(chosen);
    if (opened.ok) setOther(opened.value);
    else setProblem(say(opened.failure));
  }

  async function link(there: RecordView, at: DossierView): Promise<void> {
    const said = sayTheSame({ dossier, record }, { dossier: at, record: there });
    if (said === null) return setProblem(t('cases.same.cannot'));
    const kept = await vault.save({ dossier: said.dossier, changes: said.changes });
    if (!kept.ok) return setProblem(say(kept.failure));
    open.kept(t('cases.same.kept'));
    onClose();
  }

  const people = (other?.records ?? []).filter(({ kind, deleted }) => kind === record.kind && !deleted);
  return (
    <Dialog open title={t('cases.same.sayOf', { what: recordTitle(record, around) })} onClose={onClose}>
      <div class="stack">
        <p class="muted small">{t('cases.same.hint')}</p>
        {find !== undefined && (
          <LinkInput
            id={`${id}-case`}
            label={t('cases.same.which')}
            translator={translator}
            nameOf={names.nameOf}
            find={async (words) => (await find(words)).filter(({ code }) => code !== dossier.id)}
            value={other === null ? [] : [other.id]}
            onChange={(value) => void choose(value.at(-1))}
          />
        )}
        {other !== null && (
          <FieldGroup id={`${id}-who`} label={t('cases.same.who')}>
            {people.length === 0 && <p class="muted">{t('cases.same.nobody')}</p>}
            <ul class="link-rows">
              {people.map((there) => (
                <li key={there.id}>
                  <Button kind="plain" onClick={() => void link(there, other)}>
                    {recordTitle(there, { ...around, records: other.records })}
                  </Button>
                </li>
              ))}
            </ul>
          </FieldGroup>
        )}
        {problem !== null && (
          <Notice tone="w" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
