import { Button } from '../look/Button.tsx';
import { formatDate } from '@dayaq/locale';
import type { TaskRow } from '@dayaq/vault/client';
import { addDays } from '@dayaq/domain';
import { language, t } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';

/** Days from today that are offered. */
const LATER = [1, 3, 7, 14, 30];

interface Props {
  row: TaskRow;
  /** What is moved. */
  what: string;
  /** YYYY-MM-DD */
  today: string;
  onMove: (due: string) => void;
  onClose: () => void;
}

/** Moves something due to another day. A legal deadline does not move by that, and it is said. */
export function MoveDialog({ row, what, today, onMove, onClose }: Props) {
  return (
    <Dialog open title={t('today.move.title')} onClose={onClose}>
      <div class="stack">
        <p class="strong">{what}</p>
        {row.rule.startsWith('matter-') && <Notice tone="w">{t('today.move.legal')}</Notice>}
        <ul class="today-choices">
          {LATER.map((days) => {
            const day = addDays(today, days);
            return (
              <li key={day}>
                <Button kind="plain" wide onClick={() => onMove(day)}>
                  {formatDate(language.value, day, 'full')}
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
    </Dialog>
  );
}
