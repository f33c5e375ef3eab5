import { useState } from 'preact/hooks';
import type { FormPlace } from '../drafts/form-drafts.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { useTooLong } from '../fields/inputs/too-long.ts';
import { t, translator } from '../locale/index.ts';
import { Dialog } from '../look/Dialog.tsx';
import { Field, focusOnce, showFirstProblem } from '../look/Field.tsx';
import { Notice } from '../look/Notice.tsx';

/** Characters: what the field of every reason takes. */
const LONGEST = 1000;

interface Props {
  /** Where the reason is kept while it is typed. */
  place: FormPlace;
  title: string;
  /** What it is about, as the row says it from which it was opened. */
  about: string;
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
export function ReasonDialog({ place, title, about, label, hint, act, danger, onGiven, onClose }: Props) {
  const form = useDrafted({ place, title, begin: { why: '' }, close: onClose });
  const { why } = form.typed;
  const tooLong = useTooLong(translator.value, why, LONGEST);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!form.ready) return null;
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
          if (tooLong !== undefined) return showFirstProblem(event.currentTarget);
          setBusy(true);
          const stood = await onGiven(why.trim());
          setBusy(false);
          setProblem(stood);
          if (stood !== null) return;
          form.done();
          onClose();
        }}
      >
        <p class="strong" dir="auto">
          {about}
        </p>
        <Field label={label} hint={hint} error={missing ? t('costs.refuse.missing') : tooLong}>
          {(control) => (
            <textarea
              {...control}
              ref={focusOnce}
              value={why}
              onInput={(event) => {
                form.put({ why: event.currentTarget.value });
                setMissing(false);
              }}
            />
          )}
        </Field>
        {problem !== null && (
          <Notice tone="w" role="alert">
            <p>{problem}</p>
          </Notice>
        )}
        <FormFoot form={form} save={act} danger={danger === true} busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
