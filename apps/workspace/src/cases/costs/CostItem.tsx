import { actOnCost, costAmong, type CostAct, type CostState, isOwnCost, isSpent } from '@dayaq/domain';
import { formatMoment } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { decisionsApart, momentOf, moneyOf, plainCost, textOf } from '@dayaq/acts/cost/cost-records';
import {
  apartWords,
  costLineWords,
  problemWords,
  purposeWords,
  sayMoney,
  spentWords,
  TONES,
} from '../../costs/cost-words.ts';
import { costChange } from '@dayaq/acts/cost/perform';
import { ReasonDialog } from '../../costs/ReasonDialog.tsx';
import { codeLabel, fieldHint } from '../../fields/index.ts';
import { CustodySheet } from '../detail/CustodySheet.tsx';
import { FileItem } from '../../files/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { offsetIn } from '../../services/clock.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { memberName } from '../room.ts';
import { FUND_KINDS, readFunds } from '../../costs/all-costs.ts';
import { useQuery } from '../../vault/session.ts';
import { AskDialog } from './AskDialog.tsx';
import { CostActs, type CostForm } from './CostActs.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { RefundDialog } from './RefundDialog.tsx';

/** One cost of the case: what for, how much, its life so far, and what can be done next. */
export function CostItem({ view, state, fund }: { view: RecordView; state: CostState; fund: string }) {
  const open = useOpenCase();
  const { translator, dossier, live, me, save } = open;
  const { t } = translator;
  const [shown, setShown] = useState<CostForm | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [did, setDid] = useState<{ state: CostState; said: string } | null>(null);
  const { data: known } = useQuery(readFunds, [], FUND_KINDS);
  const record = costAmong(plainCost(view), known === undefined ? [] : [...known.advances, ...known.budget]);
  const amount = moneyOf(record, 'amount');
  const second = moneyOf(record, 'secondAmount');
  const receipt = live.find(({ id }) => id === textOf(record, 'receipt'));
  const title = purposeWords(translator, record);
  const about = costLineWords(translator, record, amount);

  /** Does it on the record as it stands on the page; answers what stood in the way. */
  async function perform(act: CostAct, said: string): Promise<string | null> {
    const outcome = actOnCost(record, act);
    const stood = outcome.ok ? null : problemWords(outcome.problem);
    setProblem(stood);
    if (!outcome.ok) return stood;
    const back = Object.fromEntries(
      Object.keys(outcome.changes).map((field) => [field, view.fields[field]?.value ?? null]),
    );
    const offersBack = act.act === 'approve' || act.act === 'refuse' || act.act === 'pay';
    await save(
      [costChange(view.id, outcome.changes)],
      said,
      ...(offersBack ? [[costChange(view.id, back)]] : []),
    );
    if (offersBack) setDid({ state, said });
    return null;
  }

  return (
    <article class="cost" id={`record-${view.id}`} aria-label={title}>
      <div class="cost-head">
        <h3 class="cost-title">{title}</h3>
        <p class="cost-amount">
          {amount !== null && sayMoney(translator, amount)}
          {second !== null && <small class="muted">{sayMoney(translator, second)}</small>}
        </p>
      </div>
      <p class="cluster">
        <Tag {...tone(state)}>{codeLabel(translator, 'cost-states', state)}</Tag>
        {fund !== '' && <span class="small muted">{fund}</span>}
        {record.holder !== undefined && (
          <span class="small muted">{t('costs.heldBy', { name: memberName(open, record.holder) })}</span>
        )}
      </p>
      {textOf(record, 'words') !== '' && <p>{textOf(record, 'words')}</p>}
      <Life view={view} state={state} />
      {receipt !== undefined && (
        <FileItem dossier={dossier.id} record={receipt}>
          <CustodySheet file={receipt} />
        </FileItem>
      )}
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {did !== null && did.state !== state && (
        // In the place of the buttons that led here: the next ones stand below, never under the same finger.
        <p class="cost-done">
          <Icon name="check" />
          {did.said}
        </p>
      )}
      {open.mayWrite && (
        <CostActs
          state={state}
          isOwn={isOwnCost(record, me)}
          isOwnMoney={record.fields['spentFrom'] === 'own'}
          wantsReceipt={isSpent(record) && !hasReceipt(record)}
          what={title}
          amount={amount === null ? '' : sayMoney(translator, amount)}
          onAct={(act, said) => void perform({ act, by: me, at: Date.now() }, said)}
          onShow={setShown}
          onTakeBack={() => open.remove(view)}
        />
      )}
      {shown === 'refuse' && (
        <ReasonDialog
          place={{ dossier: dossier.id, about: view.id, purpose: 'refuse' }}
          title={t('costs.refuse.title')}
          about={about}
          label={t('costs.refuse.why')}
          hint={t('costs.refuse.hint', { name: memberName(open, textOf(record, 'askedBy')) })}
          act={t('costs.act.refuse')}
          danger
          onGiven={(why) => perform({ act: 'refuse', by: me, at: Date.now(), why }, t('costs.said.refuse'))}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'no-receipt' && (
        <ReasonDialog
          place={{ dossier: dossier.id, about: view.id, purpose: 'no-receipt' }}
          title={t('costs.act.noReceipt')}
          about={about}
          label={t('costs.refuse.why')}
          hint={fieldHint(translator, 'cost', 'noReceiptWhy') ?? ''}
          act={t('cases.edit.save')}
          onGiven={(why) => perform({ act: 'no-receipt', by: me, at: Date.now(), why }, t('costs.said.kept'))}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'receipt' && <ReceiptDialog cost={view} onClose={() => setShown(null)} />}
      {shown === 'refund' && <RefundDialog cost={view} onClose={() => setShown(null)} />}
      {shown === 'change' && <AskDialog cost={view} onClose={() => setShown(null)} />}
    </article>
  );
}

const tone = (state: CostState) => {
  const of = TONES[state];
  return of === undefined ? {} : { tone: of };
};

/** Who did what about it, and when. */
function Life({ view, state }: { view: RecordView; state: CostState }) {
  const open = useOpenCase();
  const { translator } = open;
  const { t } = translator;
  const record = plainCost(view);
  const apart = decisionsApart(view);
  // The organisation's day, whatever this device is set to.
  const sayAt = (at: number) => formatMoment(translator.language, at, 'short', offsetIn(open.country, at));
  const by = (field: string, at: string) => ({
    name: memberName(open, textOf(record, field)),
    when: sayAt(momentOf(record, at) ?? 0),
  });
  const refunded = moneyOf(record, 'refunded');
  const spent = spentWords({ translator, nameOf: (account) => memberName(open, account) }, record);
  const isPaid = state === 'paid' || state === 'receipted' || state === 'refunded';
  const isDecided = isPaid || state === 'approved';
  return (
    <>
      <ul class="cost-life">
        {spent !== '' && <li>{spent}</li>}
        {state !== 'draft' && state !== 'given' && <li>{t('costs.life.asked', by('askedBy', 'askedAt'))}</li>}
        {isDecided && <li>{t('costs.life.approved', by('decidedBy', 'decidedAt'))}</li>}
        {state === 'refused' && (
          <li>
            {t('costs.life.refused', by('decidedBy', 'decidedAt'))}
            <span class="value-long cost-why">{textOf(record, 'refusedWhy')}</span>
          </li>
        )}
        {momentOf(record, 'paidAt') !== null && isPaid && (
          <li>
            {t(
              record.fields['spentFrom'] === 'own' ? 'costs.life.paidBack' : 'costs.life.paid',
              by('paidBy', 'paidAt'),
            )}
          </li>
        )}
        {(isPaid || isSpent(record)) &&
          textOf(record, 'receipt') === '' &&
          textOf(record, 'noReceiptWhy') !== '' && (
            <li>{t('costs.life.noReceipt', { why: textOf(record, 'noReceiptWhy') })}</li>
          )}
        {state === 'refunded' && refunded !== null && (
          <li>
            {t('costs.life.refunded', {
              ...by('refundedBy', 'refundedAt'),
              amount: sayMoney(translator, refunded),
            })}
          </li>
        )}
      </ul>
      {apart.length > 1 && (
        <Notice tone="w">
          <p>
            {record.conflict === true
              ? t('costs.apart.text', {
                  decisions: apartWords(translator, apart, (account) => memberName(open, account)),
                })
              : t('costs.apart.agreed', {
                  names: apart.map(({ by: account }) => memberName(open, account)).join(', '),
                })}
          </p>
        </Notice>
      )}
    </>
  );
}

const hasReceipt = (record: Parameters<typeof textOf>[0]): boolean =>
  textOf(record, 'receipt') !== '' || textOf(record, 'noReceiptWhy').trim() !== '';
