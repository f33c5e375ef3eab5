import { readSealedFile } from '@dayaq/domain';
import type { DossierView, Id, RecordView } from '@dayaq/vault/client';
import { textIn } from '../record-values.ts';

/** What is destroyed with a file: its record, and the steps of its way, which name people too. */
export function partsOfFile({ records }: Pick<DossierView, 'records'>, file: RecordView): Id[] {
  const steps = records.filter((record) => record.kind === 'custody' && textIn(record, 'file') === file.id);
  return [file.id, ...steps.map(({ id }) => id)];
}

/** Other records that name a file, and lead nowhere once it is gone: receipts, papers. */
export function namingFile({ records }: Pick<DossierView, 'records'>, file: RecordView): RecordView[] {
  const own = new Set(partsOfFile({ records }, file));
  return records.filter(
    ({ id, deleted, fields }) =>
      !deleted && !own.has(id) && Object.values(fields).some(({ value }) => names(value, file.id)),
  );
}

const names = (value: unknown, id: Id): boolean =>
  value === id || (Array.isArray(value) && value.includes(id));

/** Whether a record has bytes that can be destroyed. */
export const hasFile = ({ kind, deleted, fields }: RecordView): boolean =>
  kind === 'file' && !deleted && readSealedFile(fields['file']?.value) !== null;
