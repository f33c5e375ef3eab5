import { formatBytes } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel } from '../../fields/index.ts';
import { readSealedFile } from '../../files/index.ts';
import { useWords } from '../detail/FieldValue.tsx';
import { useOpenCase } from '../detail/open-case.ts';

/** The files of the case with their sizes and SHA-256, so that a file shown elsewhere can be checked against the paper. */
export function PaperFiles({ records, named }: { records: readonly RecordView[]; named: boolean }) {
  const { translator } = useOpenCase();
  const { t } = translator;
  const words = useWords();
  const files = records.flatMap((record) => {
    const file = record.kind === 'file' && !record.deleted ? readSealedFile(record.fields.file?.value) : null;
    return file === null ? [] : [{ record, file }];
  });
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="paper-files">
      <h3 id="paper-files">{t('cases.print.files')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('cases.print.fileName')}</th>
            <th scope="col" class="number">
              {t('cases.print.fileSize')}
            </th>
            <th scope="col">{fieldLabel(translator, 'file', 'sha256')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ record, file }) => (
            <tr key={record.id}>
              <td>{[words(record, 'role'), named && file.name].filter(Boolean).join(': ')}</td>
              <td class="number">{formatBytes(translator.language, file.size)}</td>
              <td class="case-paper-hash">{file.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
