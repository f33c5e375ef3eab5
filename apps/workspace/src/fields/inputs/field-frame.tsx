import type { ComponentChildren } from 'preact';

export interface FrameText {
  /** Unique in the page; the input's id, and the stem of the hint's and problem's ids. */
  id: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
}

/** Ids for `aria-describedby`: the hint and the problem, where there are any. */
export function describedBy({ id, hint, problem }: FrameText): string | undefined {
  return [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
}

/** A question with one input. */
export function FieldFrame({
  children,
  labelId,
  ...text
}: FrameText & { labelId?: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="field-label" id={labelId} for={text.id}>
        {text.label}
      </label>
      <Hint {...text} />
      {children}
      <Problem {...text} />
    </div>
  );
}

/** A question with several inputs: rows to choose from, a date with its end. */
export function FieldGroup({ children, ...text }: FrameText & { children: ComponentChildren }) {
  return (
    <fieldset class="field" aria-describedby={describedBy(text)}>
      <legend class="field-label">{text.label}</legend>
      <Hint {...text} />
      {children}
      <Problem {...text} />
    </fieldset>
  );
}

function Hint({ id, hint }: FrameText) {
  return hint ? (
    <p class="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

function Problem({ id, problem }: FrameText) {
  return problem ? (
    <p class="field-error" id={`${id}-problem`}>
      {problem}
    </p>
  ) : null;
}
