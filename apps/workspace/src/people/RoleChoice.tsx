import type { Role } from '@dayaq/vault/client';
import { useId } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';

const ROLES: readonly Role[] = ['caseworker', 'coordinator', 'viewer'];

interface Props {
  role: Role;
  keyholder: boolean;
  onRole: (role: Role) => void;
  onKeyholder: (keyholder: boolean) => void;
}

export function RoleChoice({ role, keyholder, onRole, onKeyholder }: Props) {
  const name = useId();
  return (
    <div class="stack">
      <ChoiceGroup legend={t('people.roleLabel')}>
        {ROLES.map((one) => (
          <Choice
            key={one}
            type="radio"
            name={name}
            value={one}
            label={t(`people.role.${one}`)}
            hint={t(`people.roleHint.${one}`)}
            checked={role === one}
            onChange={() => onRole(one)}
          />
        ))}
      </ChoiceGroup>
      <Choice
        type="checkbox"
        label={t('people.keyholder')}
        hint={t('people.keyholderHint')}
        checked={keyholder}
        onChange={onKeyholder}
      />
    </div>
  );
}
