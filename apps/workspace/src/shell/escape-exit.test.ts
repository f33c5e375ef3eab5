// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEscapeExit } from './escape-exit.ts';

const act = vi.fn();
let stop: () => void;
/** Presses a key at a time in milliseconds. */
function press(key: string, at: number, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more });
  Object.defineProperty(event, 'timeStamp', { value: at });
  document.body.dispatchEvent(event);
}

describe('leaving by Escape', () => {
  beforeEach(() => {
    act.mockClear();
    stop = startEscapeExit(act);
  });
  afterEach(() => stop());

  it('leaves at the third press within a second and a half', () => {
    press('Escape', 0);
    press('Escape', 700);
    expect(act).not.toHaveBeenCalled();
    press('Escape', 1500);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does not leave when the presses are slow', () => {
    for (const at of [0, 800, 1600, 2400, 3200]) press('Escape', at);
    expect(act).not.toHaveBeenCalled();
  });

  it('does not leave when another key comes between', () => {
    press('Escape', 0);
    press('Escape', 100);
    press('a', 200);
    press('Escape', 300);
    expect(act).not.toHaveBeenCalled();
  });

  it('does not leave when something is pressed with the finger between', () => {
    press('Escape', 0);
    press('Escape', 100);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    press('Escape', 200);
    expect(act).not.toHaveBeenCalled();
  });

  it('counts a key that is held down once', () => {
    press('Escape', 0);
    press('Escape', 100, { repeat: true });
    press('Escape', 200, { repeat: true });
    expect(act).not.toHaveBeenCalled();
  });

  it('works also where the page keeps the key for itself', () => {
    const keepsIt = (event: Event): void => event.stopPropagation();
    document.body.addEventListener('keydown', keepsIt);
    for (const at of [0, 100, 200]) press('Escape', at);
    document.body.removeEventListener('keydown', keepsIt);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
