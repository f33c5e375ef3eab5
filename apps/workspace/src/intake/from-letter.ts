import type { IntakeDraft } from '@dayaq/acts/intake/draft';
import { withIds } from '@dayaq/acts/intake/with-ids';
import { draftFromLetter } from '@dayaq/acts/letter/letter';
import { valuesOf } from '@dayaq/acts/record-values';
import { readSealedFile } from '@dayaq/domain';
import type { DossierView, Id, RecordView, Value, Vault } from '@dayaq/vault/client';

/**
 * The intake of a letter's case, with all that was written and every file. A file is sealed anew for the case, because who may open
 * the case need not be able to open the letter for ever; one that is not to be had now stays with the letter.
 */
export async function beganFromLetter(
  vault: Pick<Vault, 'newId' | 'openFile' | 'addFile'>,
  letter: DossierView,
  head: RecordView,
  today: string,
  me: Id,
): Promise<IntakeDraft> {
  const standing = letter.records.filter(({ deleted }) => !deleted);
  const further = standing
    .filter(({ kind }) => kind === 'letter-more')
    .sort((a, b) => a.created.at - b.created.at)
    .map(valuesOf);
  const draft = await withIds(
    vault,
    draftFromLetter(head.id, valuesOf(head), further, letter.readers, today, me),
  );
  const files: Record<string, Value>[] = [];
  for (const record of standing.filter(({ kind }) => kind === 'file')) {
    const file = readSealedFile(record.fields['file']?.value);
    if (file === null) continue;
    const opened = await vault.openFile({ dossier: head.id, file });
    if (!opened.ok) continue;
    const sealed = await vault.addFile({
      dossier: draft.ids['case'] ?? '',
      name: file.name,
      mediaType: file.mediaType,
      bytes: opened.value,
    });
    if (!sealed.ok) continue;
    const { role, description } = valuesOf(record);
    files.push({
      ...(role == null ? {} : { role }),
      ...(description == null ? {} : { description }),
      file: sealed.value as unknown as Value,
      sha256: sealed.value.sha256,
    });
  }
  return { ...draft, files };
}
