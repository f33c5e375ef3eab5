import { formatBytes } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel } from '../../fields/index.ts';
import { sayMoment } from '../../fields/say-date.ts';
import { readSealedFile } from '../../files/index.ts';
import { useWords } from '../detail/FieldValue.tsx';
import { CustodySheet } from '../detail/CustodySheet.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import { memberName } from '../room.ts';

/**
 * The files of the case: what each is, when it was taken and added, by whom, and the SHA-256 of the original and of the clean copy, so that a file that is
 * given with the paper can be checked against it, whichever of the two it is. `named`: what tells who somebody is may stand here.
 */
export function PaperFiles({ records, named }: { records: readonly RecordView[]; named: boolean }) {
  const open = useOpenCase();
  const { translator } = open;
  const { t } = translator;
  const words = useWords();
  const files = records.flatMap((record) => {
    const file = record.kind === 'file' && !record.deleted ? readSealedFile(record.fields.file?.value) : null;
    const copy = readSealedFile(record.fields.workingCopy?.value);
    return file === null ? [] : [{ record, file, copy }];
  });
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="paper-files">
      <h3 id="paper-files">{t('cases.print.files')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('cases.print.fileName')}</th>
            <th scope="col">{t('cases.print.fileAdded')}</th>
            <th scope="col">{fieldLabel(translator, 'file', 'sha256')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ record, file, copy }) => [
            <tr key={record.id}>
              <td>
                {[words(record, 'role'), named && file.name].filter(Boolean).join(': ')}
                <br />
                <span class="small muted">{formatBytes(translator.language, file.size)}</span>
              </td>
              <td>
                {words(record, 'capturedWhen') !== '' && (
                  <>
                    {t('cases.print.fileTaken', { when: words(record, 'capturedWhen') })}
                    <br />
                  </>
                )}
                {sayMoment(translator, record.created.at)}
                {named && (
                  <>
                    <br />
                    {memberName(open, record.created.by)}
                  </>
                )}
              </td>
              <td class="paper-hash">
                {file.sha256}
                {copy !== null && (
                  <>
                    <br />
                    {t('cases.print.fileCopy', { fingerprint: copy.sha256 })}
                  </>
                )}
              </td>
            </tr>,
            <tr key={`${record.id} sheet`}>
              <td colSpan={3}>
                <CustodySheet file={record} named={named} />
              </td>
            </tr>,
          ])}
        </tbody>
      </table>
    </section>
  );
}
