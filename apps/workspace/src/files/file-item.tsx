import { readSealedFile } from '@dayaq/domain';
import { formatBytes } from '@dayaq/locale';
import type { Id, RecordView } from '@dayaq/vault/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { codeLabel } from '../fields/labels.ts';
import { readText } from '../fields/read-value.ts';
import { t, translator } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Icon } from '../look/Icon.tsx';
import './files.css';
import { FileViewer } from './file-viewer.tsx';

/** One file of a case: what it is, its clean copy to look at, its original, and where it has been. */
export function FileItem({
  dossier,
  record,
  children,
}: {
  dossier: Id;
  record: RecordView;
  /** Its custody sheet. */
  children?: ComponentChildren;
}) {
  const [shown, setShown] = useState<'copy' | 'original' | null>(null);
  const { language } = translator.value;
  const text = (field: string) => readText(record.fields[field]?.value);
  const original = readSealedFile(record.fields['file']?.value);
  const copy = readSealedFile(record.fields['workingCopy']?.value);
  const role = text('role');
  const title =
    text('description') || text('roleOther') || codeLabel(translator.value, 'file-roles', role || 'unknown');
  if (original === null) return <p class="muted">{t('files.item.noFile')}</p>;
  // Files that were added before steps were records of their own.
  const steps = text('custody').split('\n').filter(Boolean);
  const opened = shown === 'copy' ? (copy ?? original) : original;
  return (
    <div class="file-item">
      <span class="file-mark">
        <Icon name={original.mediaType.startsWith('image/') ? 'camera' : 'file'} />
      </span>
      <div class="file-words">
        <p class="strong">{title}</p>
        <p class="muted small">
          {original.name} · {formatBytes(language, original.size)}
        </p>
      </div>
      <Button
        kind="plain"
        small
        label={t('files.item.openNamed', { name: title })}
        onClick={() => setShown('copy')}
      >
        {t('files.item.open')}
      </Button>
      <details class="file-details">
        <summary>{t('files.item.details')}</summary>
        <div class="stack stack-tight small">
          {children}
          {steps.length > 0 && (
            <ol>
              {steps.map((step, index) => (
                <li key={index}>{step}</li>
              ))}
            </ol>
          )}
          <p>
            {t('files.item.sha256')}
            <code class="file-hash">{original.sha256}</code>
          </p>
          {copy !== null && (
            <>
              <p>{t('files.item.original', { size: formatBytes(language, original.size) })}</p>
              <p>{t('files.item.cleanCopy', { size: formatBytes(language, copy.size) })}</p>
              <div>
                <Button kind="quiet" small onClick={() => setShown('original')}>
                  {t('files.item.openOriginal')}
                </Button>
              </div>
            </>
          )}
        </div>
      </details>
      {shown !== null && (
        <FileViewer dossier={dossier} file={opened} title={title} onClose={() => setShown(null)} />
      )}
    </div>
  );
}
