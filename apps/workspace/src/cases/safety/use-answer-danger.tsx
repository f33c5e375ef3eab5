import { writeProtection } from '@dayaq/acts/danger';
import { textIn } from '@dayaq/acts/record-values';
import { hasProtected } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { RecordForm, recordTitle, type Values } from '../../fields/index.ts';
import { QUOTED, quoted } from '../../fields/quoted.ts';
import { t } from '../../locale/index.ts';
import { requestOf } from '../acts/request-of.ts';
import { type OpenCase, useOpenCase } from '../detail/open-case.ts';

/** What a danger says, in its own words where there are any; empty of one that was only ticked at intake. */
export function dangerSaid({ translator, around }: OpenCase, danger: RecordView): string {
  if (danger.kind === 'case') return '';
  return quoted(translator, textIn(danger, 'words'), QUOTED) || recordTitle(danger, around);
}

/** Opens the form of what protected the person from a danger: nothing else ends it, and what else was done is kept too. */
export function useAnswerDanger(): (danger: RecordView) => void {
  const open = useOpenCase();
  return (danger) =>
    open.edit({
      ...requestOf(writeProtection(danger, open), open.translator),
      said: (after) => t(endsIt(after) ? 'safety.escalation.ended' : 'safety.escalation.stays'),
      form: (parts) => (
        <>
          <div class="stack stack-tight">
            <blockquote class="escalation-said">{dangerSaid(open, danger)}</blockquote>
            <p class="muted">{t('safety.escalation.untilSafe')}</p>
          </div>
          <RecordForm {...parts} words={{ note: { label: t('safety.escalation.how') } }} />
        </>
      ),
    });
}

function endsIt(fields: Values): boolean {
  const now = { by: '', at: 0 };
  return hasProtected({ id: '', kind: 'response', deleted: false, fields, created: now, updated: now });
}
