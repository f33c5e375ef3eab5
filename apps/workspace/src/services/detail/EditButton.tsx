import type { RecordView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { useOpenProvider } from './open-provider.ts';
import { Button } from '../../look/Button.tsx';

/** A quiet way to change what stands beside it; nothing for those who only read. */
export function EditButton({ record, what }: { record: RecordView; what: string }) {
  const { mayWrite, edit } = useOpenProvider();
  if (!mayWrite) return null;
  return (
    <Button
      kind="quiet"
      class="case-edit no-print"
      small
      label={t('services.editWhat', { what })}
      onClick={() => edit({ title: what, kind: record.kind, record })}
    >
      {t('services.edit')}
    </Button>
  );
}
