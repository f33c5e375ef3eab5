import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

/** What a button may say about itself to those who do not see it. */
interface Said {
  'aria-pressed'?: boolean;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-haspopup'?: 'dialog' | 'menu';
  'aria-keyshortcuts'?: string;
}

export interface ButtonProps extends Said {
  children: ComponentChildren;
  /**
   * `main`: filled, one per view and the next thing to do. `plain` beside it, with an edge. `quiet`: bare, in rows and for
   * acts with an icon. `danger`: destroys; red border, never filled. `link`: a word within a line.
   */
  kind?: 'main' | 'plain' | 'quiet' | 'danger' | 'link';
  /** A link that looks like a button. */
  href?: string | undefined;
  /** With `href`: the name of the file that it saves. */
  download?: string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  type?: 'button' | 'submit';
  /** Being done: keeps its place in the tab order, tells so, and cannot be pressed twice. */
  busy?: boolean;
  disabled?: boolean;
  /** The reason, in words beside it, while it is disabled. */
  why?: string | undefined;
  wide?: boolean;
  small?: boolean;
  /** Needed where there is an icon alone. */
  label?: string | undefined;
  icon?: boolean;
  id?: string;
  /** Where it stands, never how it looks. */
  class?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  kind = 'main',
  href,
  download,
  onClick,
  type = 'button',
  busy = false,
  disabled = false,
  why,
  wide = false,
  small = false,
  icon = false,
  label,
  id,
  class: extra,
  buttonRef,
  ...said
}: ButtonProps) {
  const reason = useId();
  const look = [
    kind === 'link' ? 'link' : 'button',
    kind !== 'main' && kind !== 'link' && `button-${kind}`,
    wide && 'button-wide',
    small && 'button-small',
    icon && 'button-icon',
    extra,
  ]
    .filter(Boolean)
    .join(' ');
  if (href !== undefined) {
    return (
      <a class={look} href={href} download={download} id={id} aria-label={label} onClick={onClick} {...said}>
        {children}
      </a>
    );
  }
  const stopped = busy || disabled;
  const saysWhy = disabled && why !== undefined;
  const button = (
    <button
      ref={buttonRef ?? null}
      id={id}
      type={type}
      class={look}
      aria-label={label}
      aria-busy={busy}
      aria-disabled={stopped}
      aria-describedby={saysWhy ? reason : undefined}
      {...said}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (!saysWhy) return button;
  return (
    <span class="button-why">
      {button}
      <span class="small muted" id={reason}>
        {why}
      </span>
    </span>
  );
}
