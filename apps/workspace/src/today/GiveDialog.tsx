import { Button } from '../look/Button.tsx';
import type { Id, MemberView, TaskRow } from '@dayaq/vault/client';
import { taskTitle } from '../cases/work/act-on-task.ts';
import { t, translator } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { useQuery } from '../vault/session.ts';

interface Props {
  row: TaskRow;
  members: readonly MemberView[];
  onGive: (to: Id) => void;
  onClose: () => void;
}

/** Gives something due to a member who can open its case. */
export function GiveDialog({ row, members, onGive, onClose }: Props) {
  const { data } = useQuery((vault) => vault.dossier(row.dossier, row.space), [row.dossier], []);
  const readers = data?.ok === true && data.value.restricted ? data.value.readers : null;
  const able = members.filter(
    ({ account, role, removed }) =>
      !removed && role !== 'viewer' && (readers === null || readers.includes(account)),
  );
  return (
    <Dialog open title={t('today.give.title')} onClose={onClose}>
      <div class="stack">
        <p class="strong">{taskTitle(translator.value, row)}</p>
        {readers !== null && <Notice>{t('today.give.restricted')}</Notice>}
        <ul class="today-choices">
          {data !== undefined &&
            able.map(({ account, name }) => (
              <li key={account}>
                <Button
                  kind="plain"
                  wide
                  aria-pressed={account === row.owner}
                  onClick={() => onGive(account)}
                >
                  {name || t('people.unnamed')}
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  );
}
