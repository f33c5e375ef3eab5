import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import './case-menu.css';

interface Props {
  label: string;
  class: string;
  /** What the button shows; default: its label. */
  children?: ComponentChildren;
  items: readonly { text: string; danger?: boolean; href?: string; onChoose?: () => void }[];
}

/** A button that opens a short list of acts. Escape and a press elsewhere close it; the focus goes back to the button. */
export function CaseMenu({ label, class: className, children, items }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('ul button, ul a')?.focus();
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('ul button, ul a') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[(at + step + rows.length) % rows.length]?.focus();
  }

  return (
    <div
      ref={root}
      class="case-menu no-print"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget))
          setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class={className}
        aria-expanded={open}
        aria-controls={id}
        aria-label={children === undefined ? undefined : label}
        onClick={() => setOpen(!open)}
      >
        {children ?? label}
      </button>
      <ul id={id} hidden={!open}>
        {items.map((item) => (
          <li key={item.text}>
            {item.href === undefined ? (
              <button
                type="button"
                class={item.danger ? 'case-delete' : undefined}
                onClick={() => {
                  setOpen(false);
                  button.current?.focus();
                  item.onChoose?.();
                }}
              >
                {item.text}
              </button>
            ) : (
              <a href={item.href}>{item.text}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
