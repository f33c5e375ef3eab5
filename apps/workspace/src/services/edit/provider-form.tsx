import type { RecordRequest } from '../../dossier/record-request.ts';
import { t } from '../../locale/index.ts';
import { SectionedForm } from './SectionedForm.tsx';
import { unreadableHours } from './unreadable-hours.ts';

/** A record of the directory in the dialog: in parts, and hours that cannot be read are asked again. */
export function providerForm(request: RecordRequest): RecordRequest {
  const { kind } = request;
  return {
    ...request,
    removable: kind !== 'provider',
    said: t('services.saved'),
    form: (parts) => <SectionedForm {...parts} />,
    ...(kind === 'schedule' ? { wrong: unreadableHours } : {}),
  };
}
