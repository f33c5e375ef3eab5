import { textIn } from '@dayaq/acts/record-values';
import { formatBytes, type Translator } from '@dayaq/locale';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { FileViewer, readSealedFile } from '../../files/index.ts';
import { Button } from '../../look/Button.tsx';

/** What a file is called: its description, or what it is. */
export function fileTitle(translator: Translator, record: RecordView): string {
  return (
    textIn(record, 'description') ||
    textIn(record, 'roleOther') ||
    codeLabel(translator, 'file-roles', textIn(record, 'role') || 'unknown')
  );
}

/** The files of a hand-over: the bytes that were given, each to be opened. */
export function SharedFiles({
  dossier,
  records,
  translator,
}: {
  dossier: Id;
  records: readonly RecordView[];
  translator: Translator;
}) {
  const [shown, setShown] = useState<Id | null>(null);
  const files = records.flatMap((record) => {
    const file =
      record.kind === 'file' && !record.deleted ? readSealedFile(record.fields['workingCopy']?.value) : null;
    return file === null ? [] : [{ record, file }];
  });
  if (files.length === 0) return null;
  return (
    <ul class="rows">
      {files.map(({ record, file }) => {
        const title = fileTitle(translator, record);
        return (
          <li key={record.id} class="row">
            <span>
              <span class="row-title">{title}</span>
              <span class="row-note">{formatBytes(translator.language, file.size)}</span>
            </span>
            <Button
              kind="plain"
              small
              label={translator.t('files.item.openNamed', { name: title })}
              onClick={() => setShown(record.id)}
            >
              {translator.t('files.item.open')}
            </Button>
            {shown === record.id && (
              <FileViewer dossier={dossier} file={file} title={title} onClose={() => setShown(null)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
