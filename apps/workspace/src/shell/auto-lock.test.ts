// @vitest-environment happy-dom
import type { VaultConnection, VaultEvent, VaultStatus } from '@dayaq/vault/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSession } from '../vault/session.ts';
import { aboutToLock, startAutoLock } from './auto-lock.ts';
import { whileWorking } from './work-under-way.ts';

const OPEN: VaultStatus = {
  phase: 'open',
  missing: [],
  storage: 'disk',
  account: 'a',
  spaces: [],
  space: null,
  sync: { state: 'idle', waiting: 0, held: 0, progress: null, problem: null, refused: 0 },
  apart: 0,
  repaired: 'no',
  preparing: null,
  emptied: false,
  clockAhead: 0,
  serverChanged: false,
};

/** The page's end of a vault that is open, with only what auto-lock asks of it. */
function openConnection(minutes: number | null, lock: () => Promise<void>) {
  const connection: Pick<VaultConnection, 'status' | 'subscribe' | 'preference' | 'lock'> = {
    status: () => Promise.resolve(OPEN),
    subscribe: (listener: (event: VaultEvent) => void) => {
      listener({ type: 'status', status: OPEN });
      return () => undefined;
    },
    preference: () => Promise.resolve(minutes),
    lock,
  };
  return openSession(connection as VaultConnection);
}

describe('locking by itself', () => {
  const lock = vi.fn(() => Promise.resolve());
  let stops: (() => void)[] = [];
  let clock = 0;

  async function start(minutes: number | null): Promise<void> {
    stops = [openConnection(minutes, lock), startAutoLock(() => clock)];
    await vi.advanceTimersByTimeAsync(0);
  }
  async function pass(ms: number): Promise<void> {
    clock += ms;
    await vi.advanceTimersByTimeAsync(1000);
  }

  beforeEach(() => {
    vi.useFakeTimers();
    lock.mockClear();
    clock = 1_000_000;
  });
  afterEach(() => {
    for (const stop of stops.reverse()) stop();
    vi.useRealTimers();
  });

  it('locks ten minutes after the last touch when nothing else was chosen', async () => {
    await start(null);
    await pass(9 * 60_000);
    expect(lock).not.toHaveBeenCalled();
    await pass(60_000);
    expect(lock).toHaveBeenCalled();
  });

  it('follows the time that was chosen', async () => {
    await start(1);
    await pass(60_000);
    expect(lock).toHaveBeenCalled();
  });

  it('starts anew at each touch', async () => {
    await start(1);
    await pass(50_000);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await pass(50_000);
    expect(lock).not.toHaveBeenCalled();
  });

  it('says so half a minute before, and takes it back at a touch', async () => {
    await start(1);
    await pass(35_000);
    expect(aboutToLock.value).toBe(true);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(aboutToLock.value).toBe(false);
  });

  it('locks at once when the device wakes after a long sleep', async () => {
    await start(10);
    clock += 8 * 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(lock).toHaveBeenCalled();
  });

  it('counts work under way as use, and no longer than half an hour', async () => {
    await start(1);
    let end: () => void = () => undefined;
    const work = whileWorking(() => new Promise<void>((done) => (end = done)));
    for (let minute = 0; minute < 30; minute++) await pass(60_000);
    expect(lock).not.toHaveBeenCalled();
    await pass(60_000);
    expect(lock).toHaveBeenCalled();
    end();
    await work;
  });

  it('locks after its time once the work has ended', async () => {
    await start(1);
    await whileWorking(() => pass(5 * 60_000));
    expect(lock).not.toHaveBeenCalled();
    await pass(60_000);
    expect(lock).toHaveBeenCalled();
  });
});
