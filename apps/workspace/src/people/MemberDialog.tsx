import { useSignal } from '@preact/signals';
import type { MemberView, Outcome } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useVault } from '../vault/session.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { WhatTheyHold } from './WhatTheyHold.tsx';
import { WhatIsLeft } from './WhatIsLeft.tsx';

interface Props {
  member: MemberView;
  onClose: () => void;
  onChanged: () => void;
}

/** A member's role, and their removal with what it does and does not do. */
export function MemberDialog({ member, onClose, onChanged }: Props) {
  const vault = useVault();
  const role = useSignal(member.role);
  const keyholder = useSignal(member.keyholder);
  const removing = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const name = member.name || t('people.unnamed');

  const carryOut = async (act: () => Promise<Outcome<null>>, said: string): Promise<void> => {
    busy.value = true;
    problem.value = undefined;
    const outcome = await act();
    busy.value = false;
    if (outcome.ok) {
      announce(said);
      onChanged();
      onClose();
    } else problem.value = say(outcome.failure);
  };

  if (removing.value) {
    return (
      <Dialog open title={t('people.remove.title', { name })} onClose={onClose}>
        <ul class="stack stack-tight">
          <li>{t('people.remove.from')}</li>
          <li>{t('people.remove.kept')}</li>
          <li>{t('people.remove.written')}</li>
          <li>{t('people.remove.back')}</li>
        </ul>
        <WhatIsLeft account={member.account} />
        <p>
          <a href={`/people/${member.account}/hand-on`}>{t('people.handOn.start')}</a>
        </p>
        <FieldError text={problem.value} />
        <div class="buttons">
          <Button
            kind="danger"
            busy={busy.value}
            onClick={() =>
              void carryOut(() => vault.removeMember(member.account), t('people.remove.done', { name }))
            }
          >
            {busy.value ? t('people.remove.busy') : t('people.remove.act')}
          </Button>
          <Button kind="plain" onClick={() => (removing.value = false)}>
            {t('people.cancel')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open title={name} onClose={onClose}>
      {!member.ready && (
        <Notice tone="w">
          <p>{t('people.state.waitingHint')}</p>
        </Notice>
      )}
      <RoleChoice
        role={role.value}
        keyholder={keyholder.value}
        onRole={(one) => (role.value = one)}
        onKeyholder={(one) => (keyholder.value = one)}
      />
      {role.value === 'viewer' && member.role !== 'viewer' && (
        <WhatTheyHold account={member.account} name={name} />
      )}
      <FieldError text={problem.value} />
      <div class="buttons">
        <Button
          busy={busy.value}
          disabled={role.value === member.role && keyholder.value === member.keyholder}
          onClick={() =>
            void carryOut(
              () => vault.setRole({ account: member.account, role: role.value, keyholder: keyholder.value }),
              t('people.roleChanged'),
            )
          }
        >
          {t('people.save')}
        </Button>
        <Button kind="plain" href={`/people/${member.account}/hand-on`}>
          {t('people.handOn.start')}
        </Button>
        <Button kind="danger" onClick={() => (removing.value = true)}>
          {t('people.remove.start')}
        </Button>
      </div>
    </Dialog>
  );
}
