import { signal } from '@preact/signals';

/** The box over all pages in which one looks for anything is open. */
export const jumpIsOpen = signal(false);

/** Opens it, unless another dialog is open: somebody may be writing there. */
export function openJump(): void {
  if (document.querySelector('dialog[open]') === null) jumpIsOpen.value = true;
}

/** Ctrl+K, on a Mac Cmd+K, wherever the focus is. Answers a function that stops listening. */
export function startJumpKey(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyK') return;
    event.preventDefault();
    if (!event.repeat) openJump();
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
