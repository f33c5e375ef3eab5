import { useSignal } from '@preact/signals';
import type { Role } from '@dayaq/vault/client';
import { dayOf, formatDate } from '@dayaq/locale';
import { language, t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Field } from '../look/Field.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { say, useVault } from '../vault/session.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { ShareLink } from './ShareLink.tsx';

const DAYS = [1, 3, 7, 14] as const;

interface Props {
  open: boolean;
  onClose: () => void;
  onInvited: () => void;
  /** Whether whoever is invited is to be a keyholder, before anybody chose. */
  asKeyholder: boolean;
}

export function InviteDialog({ open, ...form }: Props) {
  return (
    <Dialog open={open} title={t('people.invite.title')} onClose={form.onClose}>
      <InviteForm {...form} />
    </Dialog>
  );
}

function InviteForm({ onClose, onInvited, asKeyholder }: Omit<Props, 'open'>) {
  const vault = useVault();
  const role = useSignal<Role>('caseworker');
  const keyholder = useSignal(asKeyholder);
  const days = useSignal(3);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const made = useSignal<{ link: string; expires: number } | null>(null);
  const invite = async (): Promise<void> => {
    busy.value = true;
    problem.value = undefined;
    const outcome = await vault.invite({ role: role.value, keyholder: keyholder.value, days: days.value });
    busy.value = false;
    if (outcome.ok) {
      made.value = outcome.value;
      onInvited();
    } else problem.value = say(outcome.failure);
  };
  if (made.value !== null) {
    const { link, expires } = made.value;
    return (
      <div class="stack">
        <p>{t('people.invite.made', { date: formatDate(language.value, dayOf(expires), 'long') })}</p>
        <ShareLink link={link} label={t('people.invite.qr')} />
        <div class="buttons">
          <Button kind="plain" onClick={onClose}>
            {t('people.done')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.value) void invite();
      }}
    >
      <RoleChoice
        role={role.value}
        keyholder={keyholder.value}
        onRole={(one) => (role.value = one)}
        onKeyholder={(one) => (keyholder.value = one)}
      />
      <Field label={t('people.invite.days')}>
        {(control) => (
          <select
            {...control}
            value={days.value}
            onChange={(event) => (days.value = Number(event.currentTarget.value))}
          >
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {t('people.invite.dayCount', { count })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldError text={problem.value} />
      <Button type="submit" busy={busy.value} wide>
        {t('people.invite.make')}
      </Button>
    </form>
  );
}
