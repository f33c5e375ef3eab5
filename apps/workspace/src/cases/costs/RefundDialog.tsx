import { actOnCost } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { AmountField, amountTyped, typedOf } from '../../costs/AmountField.tsx';
import { moneyOf, plainCost } from '../../costs/cost-records.ts';
import { problemWords, sayMoney } from '../../costs/cost-words.ts';
import { costChange } from '../../costs/perform.ts';
import { fieldLabel } from '../../fields/index.ts';
import { Button } from '../../look/Button.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { useOpenCase } from '../detail/open-case.ts';

/** Writes down that money came back: all of it, or a part. */
export function RefundDialog({ cost, onClose }: { cost: RecordView; onClose: () => void }) {
  const { translator, me, save } = useOpenCase();
  const { t } = translator;
  const record = plainCost(cost);
  const paid = moneyOf(record, 'amount');
  const [amount, setAmount] = useState(() => typedOf(paid, paid?.currency ?? ''));
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(): Promise<void> {
    const money = amountTyped(amount);
    if (money === null) return setProblem(t('costs.ask.notAmount'));
    const outcome = actOnCost(record, { act: 'refund', by: me, at: Date.now(), amount: money });
    if (!outcome.ok) {
      return setProblem(
        outcome.problem === 'more-than-paid' && paid !== null
          ? t('costs.refund.more', { amount: sayMoney(translator, paid) })
          : problemWords(outcome.problem),
      );
    }
    if (await save([costChange(cost.id, outcome.changes)], t('costs.said.kept'))) onClose();
  }

  return (
    <Dialog open title={t('costs.refund.title')} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AmountField
          label={fieldLabel(translator, 'cost', 'refunded')}
          error={problem ?? undefined}
          value={amount}
          onChange={setAmount}
        />
        <div class="buttons dialog-foot">
          <Button type="submit">{t('cases.edit.save')}</Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
