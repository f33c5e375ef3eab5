import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { leave } from './leave.ts';

/** On every page, always in the same corner. */
export function LeaveButton() {
  return (
    <Button kind="plain" class="leave no-print" onClick={leave}>
      {t('shell.leave')}
    </Button>
  );
}
