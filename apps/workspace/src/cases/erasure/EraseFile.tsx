import { hasFile, namingFile, partsOfFile } from '@dayaq/acts/file/destroy';
import { textIn } from '@dayaq/acts/record-values';
import { formatList } from '@dayaq/locale';
import type { DossierView, RecordView } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { codeLabel, kindLabel } from '../../fields/index.ts';
import { t, translator } from '../../locale/index.ts';
import { announce } from '../../look/live.tsx';
import { useVault } from '../../vault/session.ts';
import { DestroyForm } from './DestroyForm.tsx';

/** One file and the steps of its way; the case stands. */
export function EraseFile({ dossier, file }: { dossier: DossierView; file: RecordView | undefined }) {
  const vault = useVault();
  const { route } = useLocation();
  if (file === undefined || !hasFile(file)) return <p>{t('files.item.noFile')}</p>;
  const back = `/cases/${dossier.id}`;
  const role = codeLabel(translator.value, 'file-roles', textIn(file, 'role') || 'unknown');
  const naming = namingFile(dossier, file).map(({ kind }) => kindLabel(translator.value, kind));
  return (
    <div class="stack">
      <h2>{textIn(file, 'description') || textIn(file, 'roleOther') || role}</h2>
      <DestroyForm
        told={[
          t('erasure.file.goes'),
          t('erasure.late'),
          t('erasure.file.trace'),
          ...(naming.length === 0
            ? []
            : [
                t('erasure.file.named', {
                  kinds: formatList(translator.value.language, [...new Set(naming)]),
                }),
              ]),
        ]}
        beyond={[
          t('erasure.file.sealed'),
          t('erasure.copies'),
          t('erasure.handedOver'),
          t('erasure.backups'),
        ]}
        act={t('erasure.file.act')}
        back={back}
        onDestroy={async (why) => {
          const outcome = await vault.erase({ dossier: dossier.id, parts: partsOfFile(dossier, file), why });
          if (outcome.ok) {
            announce(t('erasure.file.done'));
            route(back);
          }
          return outcome;
        }}
      />
    </div>
  );
}
