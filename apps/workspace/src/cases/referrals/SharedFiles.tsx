import { textIn } from '@dayaq/acts/record-values';
import { formatBytes, type Translator } from '@dayaq/locale';
import type { Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { sayDate, sayMoment } from '../../fields/say-date.ts';
import { FileViewer, readSealedFile } from '../../files/index.ts';
import { Button } from '../../look/Button.tsx';
import { dateIn } from '../detail/when.ts';

/** What a file is called: its description, or what it is. */
export function fileTitle(translator: Translator, record: RecordView): string {
  return (
    textIn(record, 'description') ||
    textIn(record, 'roleOther') ||
    codeLabel(translator, 'file-roles', textIn(record, 'role') || 'unknown')
  );
}

/**
 * What files are called where they stand together: those that would be called the same are told apart by when they were taken
 * or came, and those of one moment by a number.
 */
export function fileTitles(translator: Translator, records: readonly RecordView[]): ReadonlyMap<Id, string> {
  const toldApart = (names: ReadonlyMap<Id, string>, by: (record: RecordView, turn: number) => string) => {
    const turns = new Map<string, number>();
    const shared = new Set([...names.values()].filter((name, at, all) => all.indexOf(name) !== at));
    return new Map(
      records.map((record) => {
        const name = names.get(record.id) ?? '';
        const turn = (turns.get(name) ?? 0) + 1;
        turns.set(name, turn);
        return [record.id, shared.has(name) ? `${name} · ${by(record, turn)}` : name];
      }),
    );
  };
  const plain = new Map(records.map((record) => [record.id, fileTitle(translator, record)]));
  const dated = toldApart(plain, (record) => {
    const taken = dateIn(record.fields['capturedWhen']?.value);
    return taken === null ? sayMoment(translator, record.created.at) : sayDate(translator, taken);
  });
  return toldApart(dated, (_record, turn) => String(turn));
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
  const titles = fileTitles(
    translator,
    files.map(({ record }) => record),
  );
  return (
    <ul class="rows">
      {files.map(({ record, file }) => {
        const title = titles.get(record.id) ?? fileTitle(translator, record);
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
