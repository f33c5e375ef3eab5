import { Button } from '../look/Button.tsx';
import type { Id, MemberView, TaskRow } from '@dayaq/vault/client';
import { t } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { useQuery } from '../vault/session.ts';

interface Props {
  place: Pick<TaskRow, 'dossier' | 'space'>;
  /** What is given. */
  what: string;
  /** Who has it now, or empty. */
  owner: Id;
  members: readonly MemberView[];
  onGive: (to: Id) => void;
  onClose: () => void;
}

/** Gives something due to a member who can open its case. */
export function GiveDialog({ place, what, owner, members, onGive, onClose }: Props) {
  const { data } = useQuery((vault) => vault.dossier(place.dossier, place.space), [place.dossier], []);
  const readers = data?.ok === true && data.value.restricted ? data.value.readers : null;
  const able = members.filter(
    ({ account, role, removed }) =>
      !removed && role !== 'viewer' && (readers === null || readers.includes(account)),
  );
  return (
    <Dialog open title={t('today.give.title')} onClose={onClose}>
      <div class="stack">
        <p class="strong">{what}</p>
        {readers !== null && <Notice>{t('today.give.restricted')}</Notice>}
        <ul class="today-choices">
          {data !== undefined &&
            able.map(({ account, name }) => (
              <li key={account}>
                <Button kind="plain" wide aria-pressed={account === owner} onClick={() => onGive(account)}>
                  {name || t('people.unnamed')}
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  );
}
