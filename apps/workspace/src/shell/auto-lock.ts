import { signal } from '@preact/signals';
import { status, vault, whenPhaseChanges } from '../vault/session.ts';
import { ownStore } from '../vault/shelves.ts';
import { lock } from './lock.ts';
import { isWorkMoving } from './work-under-way.ts';

export const DEFAULT_MINUTES = 10;
export const MINUTES = [1, 5, 10, 30] as const;
const PREFERENCE = 'autoLockMinutes';
/** Said this many milliseconds before locking. */
const WARNING = 30_000;
/** Work under way counts as use, but nobody is believed to wait for it longer than this many milliseconds. */
const WORK_COUNTS = 30 * 60_000;
const CHECK_EVERY = 1000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/** Minutes without a touch until keys are dropped. */
export const autoLockMinutes = signal(DEFAULT_MINUTES);
/** True in the last half minute. */
export const aboutToLock = signal(false);

export async function setAutoLock(minutes: number): Promise<void> {
  autoLockMinutes.value = minutes;
  await vault.value?.setPreference(PREFERENCE, minutes);
}

/**
 * Locks after a time without a sign of life in any tab; work under way is one, within bounds. A timer that slept with the computer is caught up at once,
 * because what is compared is the clock. Answers a function that stops it.
 */
export function startAutoLock(now: () => number = Date.now): () => void {
  let last = now();
  let told = last;
  /** When work was last seen to move. */
  let worked = last;
  const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${ownStore}-alive`);
  const alive = (): void => {
    last = now();
    aboutToLock.value = false;
    // Other tabs are told at most once a second.
    if (last - told < 1000) return;
    told = last;
    tabs?.postMessage(null);
  };
  tabs?.addEventListener('message', () => {
    last = now();
    aboutToLock.value = false;
  });
  const check = (): void => {
    if (status.value.phase !== 'open') {
      aboutToLock.value = false;
      return;
    }
    if (isWorkMoving()) worked = now();
    const used = Math.max(last, Math.min(worked, last + WORK_COUNTS));
    const left = used + autoLockMinutes.value * 60_000 - now();
    aboutToLock.value = left > 0 && left <= WARNING;
    if (left <= 0) lock();
  };
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { capture: true, passive: true });
  document.addEventListener('visibilitychange', check);
  const timer = setInterval(check, CHECK_EVERY);
  const stopPhase = whenPhaseChanges((phase) => {
    if (phase !== 'open') return;
    last = now();
    worked = last;
    void vault.value?.preference(PREFERENCE).then(
      (kept) => {
        autoLockMinutes.value = typeof kept === 'number' && kept > 0 ? kept : DEFAULT_MINUTES;
      },
      () => undefined,
    );
  });
  return () => {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true });
    document.removeEventListener('visibilitychange', check);
    clearInterval(timer);
    stopPhase();
    tabs?.close();
  };
}
