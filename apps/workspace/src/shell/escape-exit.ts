import { leave } from './leave.ts';

const TIMES = 3;
/** Milliseconds within which the presses must fall. */
const WITHIN = 1500;

/** Escape three times in a row leaves, wherever the focus is. Answers a function that stops watching. */
export function startEscapeExit(act: () => void = leave): () => void {
  let presses: number[] = [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.repeat) return;
    if (event.key !== 'Escape') {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN);
    if (presses.length >= TIMES) {
      presses = [];
      act();
    }
  };
  // Somebody who closes one dialog after the other is not fleeing.
  const onPointerDown = (): void => {
    presses = [];
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  addEventListener('pointerdown', onPointerDown, { capture: true });
  return () => {
    removeEventListener('keydown', onKeyDown, { capture: true });
    removeEventListener('pointerdown', onPointerDown, { capture: true });
  };
}
