import { formatNumber } from '@dayaq/locale';
import type { Subject } from '@dayaq/register';
import { language, t } from '../locale/index.ts';
import { Notice } from '../look/Notice.tsx';
import { say } from '../vault/session.ts';
import type { Ended } from './bring.ts';

/** How an import ended. */
export function EndedNotice({ ended, total, about }: { ended: Ended; total: number; about: Subject }) {
  if (ended.is === 'done')
    return (
      <Notice tone="o" role="status">
        <p>{t(about === 'case' ? 'register.done' : 'register.doneProviders', { count: ended.brought })}</p>
        {ended.already > 0 && <p>{t('register.already', { count: ended.already })}</p>}
        {ended.elsewhere > 0 && <p>{t('register.elsewhere', { count: ended.elsewhere })}</p>}
        {ended.gone > 0 && <p>{t('register.goneLeft', { count: ended.gone })}</p>}
        <p>{t('register.fileStays')}</p>
      </Notice>
    );
  return (
    <Notice tone="w" role="alert">
      {ended.is === 'failed' && <p>{say(ended.failure)}</p>}
      <p>
        {t('register.stopped', {
          done: formatNumber(language.value, ended.done),
          total: formatNumber(language.value, total),
        })}
      </p>
    </Notice>
  );
}
