import type { ComponentChildren } from 'preact';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { DraftLine, NotKept } from './DraftLine.tsx';
import type { Drafted, Typed } from './use-drafted.ts';

interface Props<T extends Typed> {
  form: Drafted<T>;
  /** On the button that saves. */
  save: string;
  danger?: boolean;
  busy?: boolean;
  /** Closing keeps what is written: nobody is asked. */
  onClose: () => void;
  /** More that can be done, at the end of the line. */
  children?: ComponentChildren;
}

/** The end of a form: what there is to say about its words, then what can be done with them. */
export function FormFoot<T extends Typed>({ form, save, danger, busy, onClose, children }: Props<T>) {
  return (
    <>
      <DraftLine form={form} saidBelow />
      <div class="buttons dialog-foot" data-keeping={form.keeping}>
        {/* Where the eye is when the words are about to be left. */}
        <NotKept form={form} />
        <Button type="submit" kind={danger === true ? 'danger' : 'main'} busy={busy === true}>
          {save}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {form.isWritten ? t('drafts.later') : t('cases.edit.cancel')}
        </Button>
        {form.isWritten && form.keptAt === null && (
          <Button kind="quiet" onClick={() => form.discard()}>
            {t('drafts.discard')}
          </Button>
        )}
        {children}
      </div>
    </>
  );
}
