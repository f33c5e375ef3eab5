import { AddFile } from '../../files/index.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { useOpenCase } from './open-case.ts';

/** Adds photos and files to the case; each is sealed and kept before the dialog closes. */
export function AddFileDialog({ onClose }: { onClose: () => void }) {
  const { dossier, translator } = useOpenCase();
  return (
    <Dialog open title={translator.t('cases.add.file')} onClose={onClose}>
      <AddFile dossier={dossier.id} onAdded={onClose} />
    </Dialog>
  );
}
