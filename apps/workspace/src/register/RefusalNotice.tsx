import type { Refusal } from '@dayaq/register';
import { t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';

/** Why a file is not taken, where in it, and what can be done. */
export function RefusalNotice({ refusal: { code, sheet, row } }: { refusal: Refusal }) {
  const where = [sheet ?? '', row === undefined ? '' : t('register.row', { number: row })].filter(Boolean);
  return (
    <Notice tone="w" role="alert">
      <p class="strong">{t('register.refused')}</p>
      <p>{[...where, t(`register.refusal.${code}`)].join(': ')}</p>
    </Notice>
  );
}
