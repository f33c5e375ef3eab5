import { leave } from './leave.ts';

const TIMES = 3;
/** Milliseconds within which the presses must fall. */
const WITHIN = 2000;

/**
 * Shift pressed three times by itself leaves, wherever the focus is. Not Escape: browsers and screen readers use it to
 * close things. Capital letters, and Shift together with the keys that switch a keyboard's language, do not count.
 * Answers a function that stops watching.
 */
export function startShiftExit(act: () => void = leave): () => void {
  let presses: number[] = [];
  /** Shift is down, and nothing else was pressed since. */
  let alone = false;
  const forget = (): void => {
    presses = [];
    alone = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) forget();
    else if (!event.repeat) alone = true;
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN);
    if (presses.length < TIMES) return;
    forget();
    act();
  };
  const watched = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
    // Somebody who marks a stretch of text, or several rows, is not fleeing.
    ['pointerdown', forget],
    ['blur', forget],
  ] as const;
  for (const [name, listener] of watched)
    addEventListener(name, listener as EventListener, { capture: true });
  return () => {
    for (const [name, listener] of watched)
      removeEventListener(name, listener as EventListener, { capture: true });
  };
}
