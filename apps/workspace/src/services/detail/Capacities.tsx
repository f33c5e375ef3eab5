import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { formatNumber } from '@dayaq/locale';
import type { Id, RecordView } from '@dayaq/vault/client';
import { codeLabel, valueText } from '../../fields/index.ts';
import { readDate } from '../../fields/read-value.ts';
import { t } from '../../locale/index.ts';
import { EditButton } from './EditButton.tsx';
import { useOpenProvider } from './open-provider.ts';

/** How many it can take, each figure with its unit, day and source; figures that disagree stand side by side. */
export function Capacities({ service }: { service: Id }) {
  const { live } = useOpenProvider();
  const figures = live
    .filter((record) => record.kind === 'capacity' && textIn(record, 'service') === service)
    .sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
  if (figures.length === 0) return null;
  return (
    <div class="stack stack-tight">
      <h4 class="kicker">{t('services.capacity.title')}</h4>
      <ul class="service-lines">
        {figures.map((figure) => (
          <Figure key={figure.id} record={figure} />
        ))}
      </ul>
    </div>
  );
}

const dayIn = (record: RecordView): string => readDate(record.fields.date?.value)?.day ?? '';

function Figure({ record }: { record: RecordView }) {
  const { around, translator } = useOpenProvider();
  const values = valuesOf(record);
  const { language } = translator;
  const number = (value: unknown): string => (typeof value === 'number' ? formatNumber(language, value) : '');
  const unit = codeLabel(translator, 'capacity-units', textIn(record, 'unit') || 'unknown');
  const figure = t('services.capacity.figure', { number: number(values.number), unit });
  const free =
    typeof values.free === 'number' ? t('services.capacity.free', { number: number(values.free) }) : '';
  const day = valueText({ ...around, kind: 'capacity', field: 'date', value: values.date, values });
  return (
    <li class="service-line">
      <span>
        <strong>{[figure, free].filter((words) => words !== '').join(' · ')}</strong>
        <span class="small muted service-source">
          {t('services.capacity.asOf', { day, source: textIn(record, 'source') })}
        </span>
      </span>
      <EditButton record={record} what={figure} />
    </li>
  );
}
