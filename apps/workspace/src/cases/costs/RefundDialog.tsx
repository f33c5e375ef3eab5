import { actOnCost, type CostAct } from '@dayaq/domain';
import type { RecordView, Value } from '@dayaq/vault/client';
import { moneyOf, plainCost } from '@dayaq/acts/cost/cost-records';
import { problemWords, sayMoney } from '../../costs/cost-words.ts';
import { MoneyField } from '../../costs/MoneyField.tsx';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import { fieldLabel, type Values } from '../../fields/index.ts';
import { placeOf } from '../detail/case-place.ts';
import { useOpenCase } from '../detail/open-case.ts';

/** Writes down that money came back: all of it, or a part. */
export function RefundDialog({ cost, onClose }: { cost: RecordView; onClose: () => void }) {
  const open = useOpenCase();
  const { translator, me } = open;
  const { t } = translator;
  const record = plainCost(cost);
  const paid = moneyOf(record, 'amount');
  const act = (values: Values): CostAct | null => {
    const amount = moneyOf({ fields: values }, 'refunded');
    return amount === null ? null : { act: 'refund', by: me, at: Date.now(), amount };
  };

  function refuse(values: Values): string | null {
    const refund = act(values);
    if (refund === null) return t('costs.ask.notAmount');
    const outcome = actOnCost(record, refund);
    if (outcome.ok) return null;
    return outcome.problem === 'more-than-paid' && paid !== null
      ? t('costs.refund.more', { amount: sayMoney(translator, paid) })
      : problemWords(outcome.problem);
  }
  function stamp(values: Values): Record<string, Value> {
    const refund = act(values);
    const outcome = refund === null ? null : actOnCost(record, refund);
    return outcome?.ok === true ? (outcome.changes as Record<string, Value>) : {};
  }

  return (
    <RecordDialog
      place={placeOf(open)}
      request={{
        title: t('costs.refund.title'),
        kind: 'cost',
        record: cost,
        only: ['refunded'],
        purpose: 'refund',
        begin: { refunded: paid === null ? null : { ...paid } },
        refuse,
        stamp,
        said: t('costs.said.kept'),
        form: ({ values, onChange, onUnreadable }) => (
          <MoneyField
            label={fieldLabel(translator, 'cost', 'refunded')}
            value={values['refunded']}
            currency={paid?.currency ?? ''}
            onChange={(refunded) => onChange({ ...values, refunded })}
            onReadable={(readable) => onUnreadable?.(readable ? [] : ['refunded'])}
          />
        ),
      }}
      onClose={onClose}
    />
  );
}
