// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startShiftExit } from './shift-exit.ts';

const act = vi.fn();
let stop: () => void;

function send(type: 'keydown' | 'keyup', key: string, at: number, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent(type, { key, bubbles: true, ...more });
  Object.defineProperty(event, 'timeStamp', { value: at });
  document.body.dispatchEvent(event);
}
/** Presses a key and lets it go, at a time in milliseconds. */
function press(key: string, at: number, more: KeyboardEventInit = {}): void {
  send('keydown', key, at, more);
  send('keyup', key, at, more);
}

describe('leaving by Shift', () => {
  beforeEach(() => {
    act.mockClear();
    stop = startShiftExit(act);
  });
  afterEach(() => stop());

  it('leaves at the third press within two seconds', () => {
    press('Shift', 0);
    press('Shift', 900);
    expect(act).not.toHaveBeenCalled();
    press('Shift', 2000);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does not leave when the presses are slow', () => {
    for (const at of [0, 1100, 2200, 3300, 4400]) press('Shift', at);
    expect(act).not.toHaveBeenCalled();
  });

  it('does not leave when capital letters are typed, one after the other', () => {
    for (const at of [0, 300, 600, 900]) {
      send('keydown', 'Shift', at);
      press('A', at + 50);
      send('keyup', 'Shift', at + 100);
    }
    expect(act).not.toHaveBeenCalled();
  });

  it('does not leave when the language of the keyboard is switched by Alt or Ctrl and Shift', () => {
    for (const at of [0, 300, 600]) {
      send('keydown', 'Alt', at);
      press('Shift', at + 10, { altKey: true });
      send('keyup', 'Alt', at + 20);
    }
    for (const at of [900, 1200, 1500]) {
      send('keydown', 'Shift', at);
      send('keydown', 'Control', at + 10, { shiftKey: true });
      send('keyup', 'Shift', at + 20);
      send('keyup', 'Control', at + 30);
    }
    expect(act).not.toHaveBeenCalled();
  });

  it('does not take a key that is held down for many presses', () => {
    for (const at of [0, 30, 60, 90, 120]) send('keydown', 'Shift', at, { repeat: at > 0 });
    send('keyup', 'Shift', 150);
    expect(act).not.toHaveBeenCalled();
  });

  it('begins anew when something is pointed at in between', () => {
    press('Shift', 0);
    press('Shift', 100);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    press('Shift', 200);
    expect(act).not.toHaveBeenCalled();
  });

  it('does nothing for Escape, which closes things', () => {
    for (const at of [0, 100, 200, 300]) press('Escape', at);
    expect(act).not.toHaveBeenCalled();
  });

  it('stops when it is told to', () => {
    stop();
    for (const at of [0, 100, 200]) press('Shift', at);
    expect(act).not.toHaveBeenCalled();
  });
});
