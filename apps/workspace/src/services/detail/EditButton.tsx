import type { RecordView } from '@dayaq/vault/client';
import { t } from '../../locale/index.ts';
import { useOpenProvider } from './open-provider.ts';

/** A quiet way to change what stands beside it; nothing for those who only read. */
export function EditButton({ record, what }: { record: RecordView; what: string }) {
  const { mayWrite, edit } = useOpenProvider();
  if (!mayWrite) return null;
  return (
    <button
      type="button"
      class="case-edit no-print"
      aria-label={t('services.editWhat', { what })}
      onClick={() => edit({ title: what, kind: record.kind, record })}
    >
      {t('services.edit')}
    </button>
  );
}
