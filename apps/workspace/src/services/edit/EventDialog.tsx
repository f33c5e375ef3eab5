import { groupOf } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { Id, RecordView, Value } from '@dayaq/vault/client';
import { placeOf } from '../../cases/detail/case-place.ts';
import { RecordDialog } from '../../dossier/RecordDialog.tsx';
import type { FormParts } from '../../dossier/record-request.ts';
import { codeLabel, RecordForm } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Choice, ChoiceGroup } from '../../look/Choice.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useOpenProvider } from '../detail/open-provider.ts';

const TYPES = ['refusal', 'exit', 'closure', 'passed-on', 'complaint'] as const;
const MORE = groupOf('service-event', 'event').filter((field) => field !== 'type');

/**
 * What happened to somebody there, in three taps: open, say what, keep. It counts as today's, at the service if there is
 * only one; the reason, the groups and how it was can be said, and need not.
 */
export function EventDialog({ service, onClose }: { service: Id | null; onClose: () => void }) {
  const provider = useOpenProvider();
  const services = provider.live.filter((record) => record.kind === 'service');
  return (
    <RecordDialog
      place={placeOf(provider)}
      request={{
        title: t('services.event.act'),
        kind: 'service-event',
        record: null,
        purpose: service ?? '',
        preset: {
          date: { day: provider.today },
          service: service ?? (services.length === 1 ? (services[0]?.id ?? null) : null),
        },
        wrong: (values) => ['type', 'date'].filter((name) => values[name] == null),
        form: (parts) => <EventForm parts={parts} services={services} />,
        said: t('services.event.kept'),
        undoable: true,
      }}
      onClose={onClose}
    />
  );
}

function EventForm({ parts, services }: { parts: FormParts; services: readonly RecordView[] }) {
  const { values, onChange, translator } = parts;
  const type = typeof values.type === 'string' ? values.type : '';
  return (
    <>
      <ChoiceGroup legend={t('services.event.what')}>
        {TYPES.map((code) => (
          <Choice
            key={code}
            type="radio"
            name="service-event-type"
            value={code}
            label={codeLabel(translator, 'service-event-types', code)}
            checked={type === code}
            onChange={() => onChange({ ...values, type: code })}
          />
        ))}
      </ChoiceGroup>
      <details class="service-form-part">
        <summary>
          {t('services.event.more', {
            service: nameOf(services, values.service) || t('services.event.whole'),
          })}
        </summary>
        <RecordForm {...parts} only={MORE} />
      </details>
      <p class="small muted">{t('services.event.noNames')}</p>
      {parts.showProblems === true && type === '' && (
        <Notice tone="w" role="alert">
          <p>{t('services.event.sayWhat')}</p>
        </Notice>
      )}
    </>
  );
}

function nameOf(services: readonly RecordView[], id: Value | undefined): string {
  const service = services.find((one) => one.id === id);
  return service === undefined ? '' : textIn(service, 'name');
}
