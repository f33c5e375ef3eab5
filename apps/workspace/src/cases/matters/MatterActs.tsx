import { isAppealable } from '@dayaq/acts/matter/matter-acts';
import type { RecordView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { RecordActs } from '../acts/RecordActs.tsx';
import { standingIn } from '../acts/request-of.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** The next steps of a matter. */
export function MatterActs({ record, title }: { record: RecordView; title: string }) {
  const of = (act: string): string => t('matters.act.of', { act, what: title });
  return (
    <>
      {isAppealable(record, standingIn(useOpenCase())) && (
        <p class="small strong">{t('matters.act.proposed')}</p>
      )}
      <div class="cluster no-print">
        <RecordActs record={record} label={of} said={of} />
      </div>
    </>
  );
}
