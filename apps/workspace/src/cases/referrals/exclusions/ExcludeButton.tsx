import { Button } from '../../../look/Button.tsx';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { announce } from '../../../look/live.tsx';
import { useOpenCase } from '../../detail/open-case.ts';
import type { ExclusionsDialog } from './ExclusionsDialog.tsx';

type Shown = typeof ExclusionsDialog;

/** Opens the question whom the person does not want near the case. The dialog brings the directory along, so it comes when asked for. */
export function ExcludeButton({ person }: { person: RecordView }) {
  const { translator } = useOpenCase();
  const { t } = translator;
  const [known, setKnown] = useState<{ Shown: Shown } | null>(null);
  const [open, setOpen] = useState(false);

  async function show(): Promise<void> {
    try {
      setKnown({ Shown: (await import('./ExclusionsDialog.tsx')).ExclusionsDialog });
      setOpen(true);
    } catch {
      announce(t('shell.notArrived.text'));
    }
  }
  return (
    <>
      <Button kind="quiet" class="safe-contact-act no-print" small onClick={() => void show()}>
        {t('referrals.exclude.open')}
      </Button>
      {open && known !== null && <known.Shown person={person} onClose={() => setOpen(false)} />}
    </>
  );
}
