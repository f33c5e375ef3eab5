import type { Failure, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { Dialog } from '../../look/Dialog.tsx';
import { useOpenCase } from './open-case.ts';

/** Names the members who may open the case, and says plainly what that does and does not do. */
export function RestrictDialog({
  onClose,
  onFailure,
}: {
  onClose: () => void;
  onFailure: (failure: Failure) => void;
}) {
  const { dossier, members, me, vault, translator } = useOpenCase();
  const { t } = translator;
  const [named, setNamed] = useState<ReadonlySet<Id>>(new Set([me, ...dossier.readers]));
  const [everyone, setEveryone] = useState(!dossier.restricted);
  const [saving, setSaving] = useState(false);
  const here = members.filter((member) => !member.removed);

  async function submit(): Promise<void> {
    setSaving(true);
    const outcome = await vault.restrict({ dossier: dossier.id, to: everyone ? null : [...named] });
    setSaving(false);
    if (!outcome.ok) onFailure(outcome.failure);
    onClose();
  }

  const toggle = (account: Id, on: boolean) => {
    const next = new Set(named);
    if (on) next.add(account);
    else next.delete(account);
    setNamed(next);
  };

  return (
    <Dialog open title={t('cases.restrict.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset class="field">
          <legend class="visually-hidden">{t('cases.restrict.title')}</legend>
          <div class="choices">
            <label class="choice">
              <input type="radio" name="readers" checked={everyone} onChange={() => setEveryone(true)} />
              <span>{t('cases.restrict.everyone')}</span>
            </label>
            <label class="choice">
              <input type="radio" name="readers" checked={!everyone} onChange={() => setEveryone(false)} />
              <span>{t('cases.restrict.named')}</span>
            </label>
          </div>
        </fieldset>
        {!everyone && (
          <fieldset class="field">
            <legend class="field-label">{t('cases.restrict.members')}</legend>
            <div class="choices">
              {here.map((member) => (
                <label class="choice" key={member.account}>
                  <input
                    type="checkbox"
                    checked={member.account === me || named.has(member.account)}
                    disabled={member.account === me}
                    onChange={(event) => toggle(member.account, event.currentTarget.checked)}
                  />
                  <span>
                    {member.name}
                    {member.account === me && <span class="choice-hint">{t('cases.restrict.you')}</span>}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div class="notice">
          <div class="stack stack-tight">
            <p>{t('cases.restrict.does')}</p>
            <p>{t('cases.restrict.doesNot')}</p>
          </div>
        </div>
        <div class="buttons dialog-foot">
          <button type="submit" class="button" disabled={saving}>
            {t('cases.restrict.save')}
          </button>
          <button type="button" class="button button-plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
