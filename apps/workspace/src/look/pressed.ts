import { signal } from '@preact/signals';

/**
 * Whether a finger or button is down somewhere on the page. What comes and goes by itself waits for its end: between the
 * two halves of a press nothing may move, or it is another thing that was pressed, or none.
 */
export const pressed = signal(false);

/** Milliseconds: a press whose end no page hears (let go outside the window) holds nothing up for longer. */
const LONGEST = 2000;

/** Called once, at the start of the page. */
export function followPresses(page: Document): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const endIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pressed.value = false;
    }, ms);
  };
  const options = { capture: true, passive: true };
  page.addEventListener(
    'pointerdown',
    () => {
      pressed.value = true;
      endIn(LONGEST);
    },
    options,
  );
  // The click comes right after the end of the press, and belongs to it.
  for (const end of ['pointerup', 'pointercancel']) page.addEventListener(end, () => endIn(0), options);
}
