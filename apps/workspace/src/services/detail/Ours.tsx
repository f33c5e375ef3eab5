import { valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { says } from '../../cases/detail/open-case.ts';
import { fieldLabel, ValueText } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Icon } from '../../look/Icon.tsx';
import { useOpenProvider } from './open-provider.ts';

/** What stays with us, visibly apart from what might be shown to others. */
export function Ours({ children }: { children: ComponentChildren }) {
  return (
    <aside class="service-ours stack stack-tight" aria-label={t('services.ours')}>
      <p class="kicker cluster">
        <Icon name="lock" size={16} />
        {t('services.ours')}
      </p>
      {children}
    </aside>
  );
}

/** Fields of a record that say something, each under its name. */
export function Facts({ record, fields }: { record: RecordView; fields: readonly string[] }) {
  const { around } = useOpenProvider();
  const shown = fields.filter((field) => says(record, field));
  if (shown.length === 0) return null;
  const values = valuesOf(record);
  return (
    <dl class="facts service-facts">
      {shown.map((field) => (
        <div key={field}>
          <dt>{fieldLabel(around.translator, record.kind, field)}</dt>
          <dd>
            <ValueText {...around} kind={record.kind} field={field} value={values[field]} values={values} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
