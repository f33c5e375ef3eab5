import { fundBalances, isCode } from '@dayaq/domain';
import { formatDate } from '@dayaq/locale';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { codeLabel, fieldLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice } from '../../look/Choice.tsx';
import { Dialog } from '../../look/Dialog.tsx';
import { Notice } from '../../look/Notice.tsx';
import { type AllCosts, moneyRecords } from '../all-costs.ts';
import type { CostLine } from '../cost-lines.ts';
import { clockIn } from '../../services/clock.ts';
import { textOf } from '@dayaq/acts/cost/cost-records';
import { purposeWords } from '../cost-words.ts';
import type { ReportWords } from './report.ts';

interface Props {
  room: Room;
  costs: AllCosts;
  lines: readonly CostLine[];
  /** The period in words. */
  period: string;
  onClose: () => void;
}

/** Says what the table will hold and what it means to have it outside, then makes it. */
export function ReportDialog({ room, costs, lines, period, onClose }: Props) {
  const [withWords, setWithWords] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    try {
      // The writer of spreadsheets is loaded with the first report.
      const [{ reportSheets }, { workbook, XLSX }] = await Promise.all([
        import('./report.ts'),
        import('./workbook.ts'),
      ]);
      const { funds } = costs;
      const balances = fundBalances(moneyRecords(costs));
      const sheets = reportSheets({ lines, funds, balances, withWords }, wordsOf(room, costs, period));
      save(
        new Blob([workbook(sheets)], { type: XLSX }),
        `costs-${clockIn(room.country, Date.now()).day}.xlsx`,
      );
      onClose();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      title={t('costs.export.title')}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} onClick={() => void make()}>
            {t('costs.export.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('costs.export.what', { costs: t('costs.page.count', { count: lines.length }), period })}</p>
      <Choice
        type="checkbox"
        label={t('costs.export.words')}
        hint={t('costs.export.wordsHint')}
        checked={withWords}
        onChange={setWithWords}
      />
      <Notice tone="w">
        <p>{t('costs.export.unsealed')}</p>
      </Notice>
      {failed && (
        <Notice tone="w" role="alert">
          <p>{t('costs.export.failed')}</p>
        </Notice>
      )}
    </Dialog>
  );
}

function wordsOf({ translator, country }: Room, costs: AllCosts, period: string): ReportWords {
  const { language } = translator;
  const { day: today } = clockIn(country, Date.now());
  const lineNames = new Map(costs.budget.map((line) => [line.id, textOf(line, 'name')]));
  const names = new Map(costs.funds.map((fund) => [fund.id, textOf(fund, 'name')]));
  const field = (name: string) => fieldLabel(translator, 'cost', name);
  return {
    costs: t('costs.title'),
    funds: t('costs.funds.title'),
    head: [
      [t('costs.sheet.period'), period],
      [t('costs.sheet.made'), formatDate(language, today, 'long')],
    ],
    note: t('costs.sheet.note'),
    inPeriod: t('costs.sheet.inPeriod'),
    columns: {
      reference: t('costs.sheet.case'),
      day: t('costs.sheet.day'),
      purpose: field('purpose'),
      words: field('words'),
      fund: t('costs.funds.fund'),
      line: field('line'),
      source: field('spentFrom'),
      donor: fieldLabel(translator, 'fund', 'donor'),
      state: t('costs.sheet.state'),
      amount: field('amount'),
      currency: t('costs.ask.currency'),
      second: field('secondAmount'),
      refunded: field('refunded'),
      receipt: field('receipt'),
      counted: t('costs.sheet.counted'),
      fundCurrency: t('costs.sheet.fundCurrency'),
      given: t('costs.funds.given'),
      asked: t('costs.sum.waiting'),
      committed: t('costs.sum.promised'),
      spent: t('costs.sum.paid'),
      advanced: t('costs.funds.advanced'),
      left: t('costs.funds.leftColumn'),
    },
    purpose: (record) => purposeWords(translator, record),
    state: (state) => codeLabel(translator, 'cost-states', state),
    receipt: (receipt) =>
      t(
        receipt === 'kept'
          ? 'costs.sheet.receiptKept'
          : receipt === 'reason'
            ? 'costs.sheet.receiptNone'
            : 'costs.sheet.receiptMissing',
      ),
    fund: (id) => names.get(id) ?? t('costs.funds.without'),
    line: (id) => lineNames.get(id) ?? '',
    source: (record) => {
      const source = textOf(record, 'spentFrom') || 'ours';
      return isCode('money-sources', source) ? codeLabel(translator, 'money-sources', source) : source;
    },
    day: (day) => formatDate(language, day, 'short'),
  };
}

/** Hands the file to the browser; its address is taken back as soon as that has begun. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
