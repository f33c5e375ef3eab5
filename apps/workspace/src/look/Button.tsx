import type { ComponentChildren, Ref } from 'preact';

interface Props {
  children: ComponentChildren;
  /** `main` once a page; `plain` beside it; `quiet` in rows; `danger` for what cannot be undone easily. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  /** A link that looks like a button. */
  href?: string;
  onClick?: (event: MouseEvent) => void;
  type?: 'button' | 'submit';
  /** Being done: keeps its place in the tab order, tells so, and cannot be pressed twice. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  small?: boolean;
  /** Needed where there is an icon alone. */
  label?: string;
  icon?: boolean;
  id?: string;
  class?: string;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  kind = 'main',
  href,
  onClick,
  type = 'button',
  busy = false,
  disabled = false,
  wide = false,
  small = false,
  icon = false,
  label,
  id,
  class: extra,
  buttonRef,
}: Props) {
  const look = [
    'button',
    kind !== 'main' && `button-${kind}`,
    wide && 'button-wide',
    small && 'button-small',
    icon && 'button-icon',
    extra,
  ]
    .filter(Boolean)
    .join(' ');
  if (href !== undefined) {
    return (
      <a class={look} href={href} id={id} aria-label={label} onClick={onClick}>
        {children}
      </a>
    );
  }
  const stopped = busy || disabled;
  return (
    <button
      ref={buttonRef ?? null}
      id={id}
      type={type}
      class={look}
      aria-label={label}
      aria-busy={busy}
      aria-disabled={stopped}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
