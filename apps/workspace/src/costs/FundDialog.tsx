import { CURRENCIES, packOf, type PlainRecord } from '@dayaq/domain';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { FormParts } from '../dossier/record-request.ts';
import { fieldLabel, RecordForm } from '../fields/index.ts';
import { useUnreadableParts } from '../fields/unreadable-parts.ts';
import { t } from '../locale/index.ts';
import { Field } from '../look/Field.tsx';
import { moneyOf, textOf } from '@dayaq/acts/cost/cost-records';
import { MoneyField } from './MoneyField.tsx';

interface Props {
  room: Room;
  fund: PlainRecord | null;
  onClose: () => void;
}

/** A new fund, or one whose terms changed. It is a dossier of its own, which every member may open. */
export function FundDialog({ room: { translator, members, country }, fund, onClose }: Props) {
  return (
    <DistantRecordDialog
      dossier={fund?.id ?? null}
      record={fund?.id ?? null}
      around={{ translator, members, country, records: [] }}
      request={{
        title: fund === null ? t('costs.funds.add') : t('costs.funds.edit', { name: textOf(fund, 'name') }),
        kind: 'fund',
        wrong: (values) => [
          ...(moneyOf({ fields: values }, 'amount') === null ? ['amount'] : []),
          ...(textOf({ fields: values }, 'name').trim() === '' ? ['name'] : []),
        ],
        said: t('costs.funds.saved'),
        form: (parts) => <FundForm parts={parts} />,
      }}
      onClose={onClose}
    />
  );
}

function FundForm({ parts }: { parts: FormParts }) {
  const { values, onChange, translator, country } = parts;
  const unreadableIn = useUnreadableParts(parts.onUnreadable);
  const hasAmount = moneyOf({ fields: values }, 'amount') !== null;
  return (
    <div class="stack stack-loose">
      <RecordForm {...parts} only={['name', 'donor']} onUnreadable={unreadableIn('name')} />
      <MoneyField
        label={fieldLabel(translator, 'fund', 'amount')}
        error={parts.showProblems === true && !hasAmount ? t('costs.ask.notAmount') : undefined}
        value={values['amount']}
        currency={packOf(country)?.currency.code ?? 'USD'}
        onChange={(amount) => onChange({ ...values, amount })}
        onReadable={(readable) => unreadableIn('amount')(readable ? [] : ['amount'])}
        choosesCurrency
      />
      <Field label={fieldLabel(translator, 'fund', 'reportCurrency')}>
        {(control) => (
          <select
            {...control}
            value={textOf({ fields: values }, 'reportCurrency')}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...values, reportCurrency: value === '' ? null : value })
            }
          >
            <option value="">{t('costs.funds.sameCurrency')}</option>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        )}
      </Field>
      <RecordForm {...parts} only={['period', 'closed', 'note']} onUnreadable={unreadableIn('note')} />
    </div>
  );
}
