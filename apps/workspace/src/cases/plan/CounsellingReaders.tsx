import { beginCounselling } from '@dayaq/acts/counselling';
import { plainRecord } from '@dayaq/acts/record-values';
import { excludedIds } from '@dayaq/acts/referral/recipient';
import type { DossierView, Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';

interface Props {
  /** Null: the notes are begun with it. */
  notes: DossierView | null;
  onClose: () => void;
}

/** Whom the client names: nobody stands chosen who was not. Whoever the client excluded cannot be. */
export function CounsellingReaders({ notes, onClose }: Props) {
  const { dossier, live, members, me, vault, kept } = useOpenCase();
  const [named, setNamed] = useState<ReadonlySet<Id>>(new Set(notes?.readers ?? []));
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const excluded = excludedIds(live.map(plainRecord));
  const others = members.filter(({ account, removed }) => !removed && account !== me);
  const readers = others
    .map(({ account }) => account)
    .filter((account) => named.has(account) && !excluded.includes(account));

  async function submit(): Promise<void> {
    setSaving(true);
    const outcome =
      notes === null
        ? await vault.save(beginCounselling(await vault.newId(), { of: dossier.id, me, readers }))
        : await vault.restrict({ dossier: notes.id, to: [me, ...readers] });
    setSaving(false);
    if (!outcome.ok) return setProblem(say(outcome.failure));
    kept(t('plan.counselling.kept'));
    onClose();
  }

  const toggle = (account: Id, on: boolean): void => {
    const next = new Set(named);
    if (on) next.add(account);
    else next.delete(account);
    setNamed(next);
  };

  return (
    <Dialog open title={t('plan.counselling.name')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void submit();
        }}
      >
        <p class="muted">{t('plan.counselling.ask')}</p>
        <ChoiceGroup legend={t('plan.counselling.who')}>
          {others.map(({ account, name }) => (
            <Choice
              key={account}
              type="checkbox"
              label={name}
              hint={excluded.includes(account) && t('referrals.exclude.reader')}
              checked={readers.includes(account)}
              disabled={excluded.includes(account)}
              onChange={(on) => toggle(account, on)}
            />
          ))}
        </ChoiceGroup>
        {readers.length === 0 && (
          <Notice tone="w" role="status">
            <p>{t('plan.counselling.alone')}</p>
          </Notice>
        )}
        {problem !== null && (
          <Notice tone="w" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" disabled={saving}>
            {t('cases.edit.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
