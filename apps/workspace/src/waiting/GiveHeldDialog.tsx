import type { Change, HeldAct, Id, MemberView, Value } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Field } from '../look/Field.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { account, say, useVault } from '../vault/session.ts';

interface Props {
  act: HeldAct;
  words: string;
  /** Where they were written, and where the colleague belongs. */
  space: Id;
  members: readonly MemberView[];
  onClose: () => void;
  /** The words are kept for that colleague: what was held is not needed any more. */
  onGiven: (name: string) => void;
}

/** Hands words on: in a dossier of their own, sealed to this colleague and their writer. */
export function GiveHeldDialog({ act, words, space, members, onClose, onGiven }: Props) {
  const vault = useVault();
  const me = account.value;
  const able = members.filter(
    (member) => !member.removed && member.role !== 'viewer' && member.account !== me,
  );
  const to = useSignal<Id>(able[0]?.account ?? '');
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);

  const give = async (): Promise<void> => {
    busy.value = true;
    const dossier = await vault.newId();
    const outcome = await vault.save(
      { dossier, changes: [handedChange(dossier, act, words)], restrictedTo: [to.value] },
      space,
    );
    busy.value = false;
    if (!outcome.ok) problem.value = say(outcome.failure);
    else onGiven(nameOf(members, to.value));
  };

  return (
    <Dialog open title={t('shell.waiting.held.giveTitle')} onClose={onClose}>
      <div class="stack">
        <p>{t('shell.waiting.held.giveLead')}</p>
        {able.length === 0 ? (
          <p>{t('shell.waiting.held.nobody')}</p>
        ) : (
          <Field label={t('shell.waiting.held.giveTo')}>
            {(control) => (
              <select
                {...control}
                value={to.value}
                onChange={(event) => (to.value = event.currentTarget.value)}
              >
                {able.map((member) => (
                  <option key={member.account} value={member.account}>
                    {member.name || t('people.unnamed')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <FieldError text={problem.value} />
        <div class="buttons">
          <Button busy={busy.value} disabled={to.value === ''} onClick={() => void give()}>
            {t('shell.waiting.held.giveAct')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('people.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function nameOf(members: readonly MemberView[], wanted: Id): string {
  return members.find((member) => member.account === wanted)?.name || t('people.unnamed');
}

function handedChange(dossier: Id, act: HeldAct, words: string): Change {
  const values: Record<string, Value> = { of: act.dossier, title: act.title, text: words, written: act.at };
  return {
    kind: 'handed',
    record: dossier,
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { set: value }])),
  };
}
