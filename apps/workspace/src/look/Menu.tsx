import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Item {
  text: string;
  danger?: boolean;
  /** Set off from the act above, so that a finger that slips does not choose it. */
  apart?: boolean;
  href?: string;
  onChoose?: () => void;
}

interface Props {
  label: string;
  /** What is shown in its place, where the label says more than there is room for. */
  children?: ComponentChildren;
  /** `dots`: three dots, the label is for readers. `chip` and `chosen` are choices whose answer is one of several. */
  as?: 'button' | 'small' | 'dots' | 'chip' | 'chosen';
  items: readonly Item[];
}

/** A button that opens a short list of acts. Escape and a press elsewhere close it; the focus goes back to the button. */
export function Menu({ label, children, as = 'button', items }: Props) {
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

  const said = {
    'aria-expanded': open,
    'aria-controls': id,
    [as === 'chip' || as === 'chosen' ? 'aria-label' : 'label']:
      as !== 'dots' && children === undefined ? undefined : label,
    onClick: () => setOpen(!open),
  };
  return (
    <div
      ref={root}
      class="menu no-print"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget))
          setOpen(false);
      }}
    >
      {as === 'chip' || as === 'chosen' ? (
        <button ref={button} class="chip" type="button" data-chosen={as === 'chosen'} {...said}>
          {as === 'chosen' && <Icon name="check" size={15} />}
          {children ?? label}
        </button>
      ) : (
        <Button
          buttonRef={button}
          kind={as === 'dots' ? 'quiet' : 'plain'}
          small={as === 'small'}
          icon={as === 'dots'}
          {...said}
        >
          {as === 'dots' ? <Icon name="more" /> : (children ?? label)}
        </Button>
      )}
      <ul id={id} hidden={!open}>
        {items.map((item) => (
          <li key={item.text} data-apart={item.apart === true}>
            {item.href === undefined ? (
              <button
                type="button"
                class={item.danger ? 'menu-danger' : undefined}
                onClick={() => {
                  setOpen(false);
                  button.current?.focus();
                  item.onChoose?.();
                }}
              >
                {item.text}
              </button>
            ) : (
              <a href={item.href} class={item.danger ? 'menu-danger' : undefined}>
                {item.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
