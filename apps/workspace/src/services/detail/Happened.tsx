import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel, kindLabel, textsOf, valueText } from '../../fields/index.ts';
import { readDate } from '../../fields/read-value.ts';
import { t } from '../../locale/index.ts';
import { EditButton } from './EditButton.tsx';
import { useOpenProvider } from './open-provider.ts';
import { Button } from '../../look/Button.tsx';

/** So many stand at once; the rest on demand. */
const FIRST = 10;

/** What happened to people there, the latest first. It never leaves but as counts. */
export function Happened() {
  const { live, translator } = useOpenProvider();
  const [all, setAll] = useState(false);
  const events = live
    .filter((record) => record.kind === 'service-event')
    .sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
  if (events.length === 0) return null;
  const shown = all ? events : events.slice(0, FIRST);
  return (
    <section class="service-section stack stack-tight" aria-label={kindLabel(translator, 'service-event')}>
      <h3>{kindLabel(translator, 'service-event')}</h3>
      <p class="small muted">{t('services.event.onlyCounts')}</p>
      <ol class="timeline">
        {shown.map((event) => (
          <EventItem key={event.id} event={event} />
        ))}
      </ol>
      {shown.length < events.length && (
        <Button kind="plain" onClick={() => setAll(true)}>
          {t('services.event.all', { count: events.length })}
        </Button>
      )}
    </section>
  );
}

const dayIn = (record: RecordView): string => readDate(record.fields.date?.value)?.day ?? '';

function EventItem({ event }: { event: RecordView }) {
  const { around, translator, live } = useOpenProvider();
  const values = valuesOf(event);
  const said = (field: string): string =>
    valueText({ ...around, kind: 'service-event', field, value: values[field], values });
  const type = codeLabel(translator, 'service-event-types', textIn(event, 'type'));
  const service = live.find((record) => record.id === textIn(event, 'service'));
  const isHarm = textIn(event, 'type') !== 'closure';
  return (
    <li class={isHarm ? 'timeline-harm' : 'timeline-plain'}>
      <span class="timeline-when">
        {[said('date'), service === undefined ? '' : textIn(service, 'name')]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <div class="story-line">
        <p>
          <strong>{type}</strong>
          {said('why') !== '' && `: ${said('why')}`}
        </p>
        <EditButton record={event} what={type} />
      </div>
      {textsOf(values.groups).length > 0 && <p class="small">{said('groups')}</p>}
      {said('caseReference') !== '' && <p class="small muted">{said('caseReference')}</p>}
      {said('words') !== '' && <p class="value-long">{said('words')}</p>}
    </li>
  );
}
