import { fundingSums, isMoney } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { codeLabel, type Surroundings, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag } from '../look/Tag.tsx';
import { sumsText } from './funding-text.ts';
import type { Commitment } from './use-framework.ts';
import { funding, type Writing } from './writing.ts';

interface Props {
  commitment: Commitment;
  around: Surroundings;
  /** Absent where this person may only read. */
  onWrite: ((writing: Writing) => void) | undefined;
}

/** What is known of the money for a commitment: how much of it is pledged, committed and spent, and each line with its donor. */
export function Funding({ commitment, around, onWrite }: Props) {
  const { translator } = around;
  if (commitment.funding.length === 0) return null;
  return (
    <section class="stack stack-tight">
      <h4>{t('plans.funding.title')}</h4>
      <dl class="story-facts">
        {fundingSums(commitment.funding.map(fundedIn)).map((each) => (
          <div key={each.state}>
            <dt>{codeLabel(translator, 'funding-states', each.state)}</dt>
            <dd>{sumsText(translator, each)}</dd>
          </div>
        ))}
      </dl>
      <ul class="plan-readings">
        {commitment.funding.map((record) => {
          const values = valuesOf(record);
          const words = (field: string): string =>
            valueText({ ...around, kind: 'funding', field, value: values[field], values });
          return (
            <li key={record.id} class="spread">
              <span>
                {['state', 'amount', 'inKind', 'donor', 'date', 'source', 'note']
                  .map(words)
                  .filter(Boolean)
                  .join(' · ')}{' '}
                {values['donorHidden'] === true && <Tag>{t('plans.funding.hidden')}</Tag>}
              </span>
              {onWrite !== undefined && (
                <Button kind="quiet" small onClick={() => onWrite(funding(commitment, record))}>
                  {t('plans.editReading')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const fundedIn = (record: RecordView) => {
  const { amount } = valuesOf(record);
  return { state: textIn(record, 'state'), amount: isMoney(amount) ? amount : null };
};
