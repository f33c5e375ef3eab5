import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

export interface FrameText {
  /** Unique in the page; the input's id, and the stem of the hint's and problem's ids. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** What happened and what to do. */
  problem?: string | undefined;
}

/** Ids for `aria-describedby`: the hint and the problem, where there are any. */
export function describedBy({ id, hint, problem }: Omit<FrameText, 'label'>): string | undefined {
  return [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
}

/** A question with one input. `bare` where what stands above asks it already. */
export function FieldFrame({
  children,
  labelId,
  bare = false,
  ...text
}: FrameText & { labelId?: string | undefined; bare?: boolean; children: ComponentChildren }) {
  return (
    <div class="field">
      <label class={bare ? 'visually-hidden' : 'field-label'} id={labelId} for={text.id}>
        {text.label}
      </label>
      <Hint {...text} />
      {children}
      <FieldError id={`${text.id}-problem`} text={text.problem} />
    </div>
  );
}

/** A question with several inputs: rows to choose from, a date with its end. `bare` where a title above asks it already. */
export function FieldGroup({
  children,
  bare = false,
  ...text
}: Omit<FrameText, 'label'> & { label: ComponentChildren; bare?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class="field" aria-describedby={describedBy(text)}>
      <legend id={`${text.id}-label`} class={bare ? 'visually-hidden' : 'field-label'}>
        {text.label}
      </legend>
      <Hint {...text} />
      {children}
      <FieldError id={`${text.id}-problem`} text={text.problem} />
    </fieldset>
  );
}

function Hint({ id, hint }: Pick<FrameText, 'id' | 'hint'>) {
  return hint ? (
    <p class="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

/** Announced when it appears, so it stands in the page before it has anything to say. */
export function FieldError({ id, text }: { id?: string; text: string | undefined }) {
  return (
    <div id={id} aria-live="polite">
      {text && (
        <p class="field-error">
          <Icon name="warning" size={15} />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
