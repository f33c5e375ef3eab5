import type { CostState } from '@dayaq/domain';
import { Button } from '../../look/Button.tsx';
import { useOpenCase } from '../detail/open-case.ts';

/** What about a cost is asked in a form of its own. */
export type CostForm = 'refuse' | 'receipt' | 'no-receipt' | 'refund' | 'change';

interface Props {
  state: CostState;
  isOwn: boolean;
  /** Whoever spent it gets it back. */
  isOwnMoney: boolean;
  /** It was spent, and there is neither a receipt nor a word why not. */
  wantsReceipt: boolean;
  what: string;
  /** In words. */
  amount: string;
  onAct: (act: 'ask' | 'approve' | 'pay', said: string) => void;
  onShow: (what: CostForm) => void;
  onTakeBack: () => void;
}

/** What comes next stands first; what is rarer, beside it. */
export function CostActs({
  state,
  isOwn,
  isOwnMoney,
  wantsReceipt,
  what,
  amount,
  onAct,
  onShow,
  onTakeBack,
}: Props) {
  const { translator, role, members, me } = useOpenCase();
  const { t } = translator;
  const named = (act: string) => t('costs.act.named', { act, what });
  const show = (shown: CostForm, act: string, kind: 'plain' | 'quiet' = 'plain') => (
    <Button small kind={kind} label={named(act)} onClick={() => onShow(shown)}>
      {act}
    </Button>
  );
  const receipts = wantsReceipt && (
    <>
      {show('receipt', t('costs.act.receipt'))}
      {show('no-receipt', t('costs.act.noReceipt'), 'quiet')}
    </>
  );
  const pay = t(isOwnMoney ? 'costs.act.payBack' : 'costs.act.pay');
  if (state === 'asked' && isOwn) {
    const isAlone = !members.some(
      (member) => member.role === 'coordinator' && !member.removed && member.account !== me,
    );
    return (
      <>
        <p class="small muted">{t('costs.own')}</p>
        {isAlone && <p class="small muted">{t('costs.ownAlone', { page: t('shell.people') })}</p>}
        <div class="buttons no-print">
          {receipts}
          {show('change', t('costs.ask.change'))}
          <Button small kind="quiet" label={named(t('costs.ask.takeBack'))} onClick={onTakeBack}>
            {t('costs.ask.takeBack')}
          </Button>
        </div>
      </>
    );
  }
  switch (state) {
    case 'draft':
      return <div class="buttons no-print">{show('change', t('costs.ask.title'))}</div>;
    case 'asked':
      if (role !== 'coordinator') return wantsReceipt ? <div class="buttons no-print">{receipts}</div> : null;
      return (
        <div class="buttons no-print">
          <Button
            small
            label={named(t('costs.act.approve'))}
            onClick={() => onAct('approve', t('costs.said.approve', { amount }))}
          >
            {t('costs.act.approve')}
          </Button>
          {show('refuse', t('costs.act.refuse'))}
        </div>
      );
    case 'approved':
      return (
        <div class="buttons no-print">
          <Button small label={named(pay)} onClick={() => onAct('pay', t('costs.said.paid', { amount }))}>
            {pay}
          </Button>
          {receipts}
        </div>
      );
    case 'paid':
      return (
        <div class="buttons no-print">
          {show('receipt', t('costs.act.receipt'))}
          {show('no-receipt', t('costs.act.noReceipt'), 'quiet')}
          {show('refund', t('costs.act.refund'), 'quiet')}
        </div>
      );
    case 'receipted':
      return <div class="buttons no-print">{show('refund', t('costs.act.refund'), 'quiet')}</div>;
    case 'given':
      return (
        <div class="buttons no-print">
          {receipts}
          {isOwn && show('change', t('costs.ask.change'))}
        </div>
      );
    case 'refused':
    case 'refunded':
      return null;
  }
}
