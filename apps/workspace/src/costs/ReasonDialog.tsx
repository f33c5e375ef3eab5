import { useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Field, focusOnce, showFirstProblem } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';

interface Props {
  title: string;
  label: string;
  hint: string;
  /** On the button that does it. */
  act: string;
  danger?: boolean;
  /** Answers what stood in the way, or null once it is done. */
  onGiven: (why: string) => Promise<string | null>;
  onClose: () => void;
}

/** Asks for the reason of an act that nobody would understand later without one. */
export function ReasonDialog({ title, label, hint, act, danger, onGiven, onClose }: Props) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open title={title} onClose={onClose}>
      <form
        class="stack"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          if (busy) return;
          if (why.trim() === '') {
            setMissing(true);
            return showFirstProblem(event.currentTarget);
          }
          setBusy(true);
          const stood = await onGiven(why.trim());
          setBusy(false);
          setProblem(stood);
          if (stood === null) onClose();
        }}
      >
        <Field label={label} hint={hint} error={missing ? t('costs.refuse.missing') : undefined}>
          {(control) => (
            <textarea
              {...control}
              ref={focusOnce}
              maxLength={1000}
              value={why}
              onInput={(event) => {
                setWhy(event.currentTarget.value);
                setMissing(false);
              }}
            />
          )}
        </Field>
        {problem !== null && (
          <Notice tone="d" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <div class="buttons dialog-foot">
          <Button type="submit" kind={danger === true ? 'danger' : 'main'} busy={busy}>
            {act}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('cases.edit.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
