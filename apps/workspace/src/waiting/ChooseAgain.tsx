import { useSignal } from '@preact/signals';
import { readWhole } from '../files/read-whole.ts';
import { t } from '../locale/index.ts';
import { FileButton } from '../look/FileButton.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, useVault } from '../vault/session.ts';

/** Parts of a file are gone: whoever still has it chooses it again. */
export function ChooseAgain({ blob, onDone }: { blob: string; onDone: () => void }) {
  const vault = useVault();
  const problem = useSignal<string | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    problem.value = null;
    const bytes = await readWhole(file);
    if (bytes === null) {
      problem.value = t('files.add.refused.unreadable', { name: file.name });
      return;
    }
    const mended = await vault.mendFile({ blob, bytes });
    if (!mended.ok) {
      problem.value = say(mended.failure);
      return;
    }
    announce(t('shell.waiting.mended'));
    onDone();
  };
  return (
    <div class="stack stack-tight">
      {problem.value !== null && (
        <Notice tone="w" role="alert">
          <p>{problem.value}</p>
        </Notice>
      )}
      <FileButton onFiles={([file]) => void choose(file)}>{t('shell.waiting.chooseAgain')}</FileButton>
    </div>
  );
}
