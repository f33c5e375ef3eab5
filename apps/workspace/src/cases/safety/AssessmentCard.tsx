import { textIn } from '@dayaq/acts/record-values';
import { fuzzyRange } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { t } from '../../locale/index.ts';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { dateIn } from '../detail/when.ts';
import { memberName } from '../room.ts';
import { asLevel, reasonsIn } from './assessments.ts';
import { RiskResult } from './RiskResult.tsx';
import { Button } from '../../look/Button.tsx';

/** One assessment in full. */
export function AssessmentCard({ record, isLatest }: { record: RecordView; isLatest: boolean }) {
  const { translator, today, mayWrite, edit } = useOpenCase();
  const found = reasonsIn(record);
  const computed = asLevel(record.fields.level?.value);
  if (found === null || computed === null) return <p class="muted">{t('safety.standing.newer')}</p>;
  const review = dateIn(record.fields.nextReview?.value);
  const isLate = isLatest && review !== null && fuzzyRange(review).to < today;
  return (
    <div class="stack stack-tight">
      <p class="muted small">
        <AssessedLine record={record} />
      </p>
      <RiskResult
        instrument={found.instrument}
        reasons={found.reasons}
        computed={computed}
        override={asLevel(record.fields.override?.value)}
        overrideWhy={textIn(record, 'overrideWhy')}
      >
        <div>
          <p class="kicker">{t('safety.standing.plan')}</p>
          {says(record, 'plan') ? (
            <FieldValue record={record} field="plan" />
          ) : (
            <p class="muted">{t('safety.standing.noPlan')}</p>
          )}
        </div>
        {review !== null && (
          <p class={isLate ? 'case-gap strong' : 'small'}>
            {isLate
              ? t('safety.standing.reviewLate', { day: sayDate(translator, review) })
              : t('safety.standing.review', { day: sayDate(translator, review) })}
          </p>
        )}
      </RiskResult>
      {mayWrite && isLatest && (
        <div>
          <Button
            kind="quiet"
            class="case-invite no-print"
            small
            onClick={() =>
              edit({
                title: t('safety.standing.change'),
                kind: 'risk',
                record,
                only: ['override', 'overrideWhy', 'plan', 'nextReview'],
                removable: true,
              })
            }
          >
            {t('safety.standing.change')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** When, by whom, by which questions and for whom. */
export function AssessedLine({ record }: { record: RecordView }) {
  const open = useOpenCase();
  const words = useWords();
  const day = dateIn(record.fields.assessed?.value);
  const by = textIn(record, 'assessedBy') || record.created.by;
  return (
    <>
      {[
        codeLabel(open.translator, 'risk-instruments', textIn(record, 'instrument')),
        words(record, 'of'),
        t('safety.standing.assessed', {
          day: day === null ? '' : sayDate(open.translator, day),
          name: memberName(open, by),
        }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}
