import type { Failure, Vault, VaultConnection, VaultEvent, VaultStatus } from '../client.ts';
import {
  type BetweenPages,
  type Call,
  type FromPage,
  inputsOf,
  LONG,
  METHODS,
  type Method,
  ONCE,
  OUTCOME_METHODS,
  pagesChannel,
  type ToPage,
} from './messages.ts';
import { storeOf } from './shelf.ts';

/** Milliseconds: what is done on this device and has no answer by then has none to give. */
const CALL_LIMIT = 60_000;
/** Milliseconds in which a Worker that was told to forget its keys says that it has; else it is ended. */
const LOCK_LIMIT = 500;
/**
 * Milliseconds between two looks at the Worker, and how many in a row it may miss. Ending it locks the device: one that works
 * on much, on a cheap phone or one that is busy otherwise, must not be taken for one that hangs. Leaving waits for neither.
 */
const LOOK_EVERY = 3_000;
const MAY_MISS = 10;
/** One that has not said anything yet is still being fetched, perhaps over 2G. */
const MAY_MISS_AT_FIRST = 40;
/** What a person does to come in: after that, an open vault is what they want to see. */
const ENTERING: ReadonlySet<Method> = new Set<Method>(['begin', 'join', 'restore', 'unlock']);
const ANSWERS_FAILURE: ReadonlySet<string> = new Set(OUTCOME_METHODS);

/** What this browser lacks for sealing anything; empty where all is there. */
export function missingParts(): VaultStatus['missing'] {
  const missing: VaultStatus['missing'] = [];
  if (globalThis.crypto?.subtle === undefined) missing.push('crypto');
  if (typeof Worker === 'undefined' || !('locks' in navigator) || typeof BroadcastChannel === 'undefined')
    missing.push('worker');
  if (typeof WebAssembly === 'undefined') missing.push('wasm');
  return missing;
}

interface Asked {
  call: Call;
  resolve(value: unknown): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** It was asked of a Worker that hung, and is asked of the next one. */
  again: boolean;
}

/**
 * The page's end of the vault: every method of `Vault` as a call to the Worker, and its events. `start` makes a Worker: it
 * is called again when one hangs, and the tab goes on with the new one. `store`: of whose shelf (`shelf.ts`).
 */
export function connectVault(start: () => Worker, store = storeOf(1)): VaultConnection {
  const waiting = new Map<string, Asked>();
  const listeners = new Set<(event: VaultEvent) => void>();
  const pages = new BroadcastChannel(pagesChannel(store));
  const prefix = crypto.randomUUID();
  let calls = 0;
  let worker = begin();
  let last: VaultStatus | null = null;
  /** Locked here; until the vault says so too, what it says of an open one is older than the lock. */
  let isShut = false;
  let lockTimer: ReturnType<typeof setTimeout> | undefined;
  let pings = 0;
  let missed = 0;
  /** This Worker has said something. */
  let isHeard = false;
  let lookedAt = performance.now();

  function begin(): Worker {
    const fresh = start();
    fresh.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
      if (fresh === worker) hear(data);
    });
    fresh.postMessage({ store } satisfies FromPage);
    return fresh;
  }

  const post = (message: FromPage) => worker.postMessage(message);

  function hear(data: ToPage): void {
    missed = 0;
    isHeard = true;
    if ('pong' in data) return;
    if ('shut' in data) return clearTimeout(lockTimer);
    if ('event' in data) return tell(data.event);
    const asked = waiting.get(data.answer);
    if (asked === undefined) return;
    forget(asked);
    if (data.broke === undefined) asked.resolve(data.value);
    else fail(asked, { code: 'unexpected' }, data.broke);
  }

  function tell(event: VaultEvent): void {
    if (event.type === 'status') {
      if (isShut && event.status.phase === 'open') return;
      isShut = false;
      last = event.status;
    }
    for (const listener of listeners) listener(event);
  }

  function forget({ call, timer }: Asked): void {
    clearTimeout(timer);
    waiting.delete(call.call);
  }

  function fail(asked: Asked, failure: Failure, text: string): void {
    if (ANSWERS_FAILURE.has(asked.call.method)) asked.resolve({ ok: false, failure });
    else asked.reject(new Error(text));
  }

  function giveUp(asked: Asked): void {
    forget(asked);
    fail(asked, { code: 'no-answer' }, 'no answer');
  }

  function ask(method: Method, inputs: unknown[]): Promise<unknown> {
    if (ENTERING.has(method)) isShut = false;
    const answer = new Promise<unknown>((resolve, reject) => {
      const name = `${prefix}/${calls++}`;
      const call = { call: name, method, inputs: inputsOf(name, method, inputs) };
      const asked: Asked = { call, resolve, reject, timer: undefined, again: false };
      if (!LONG.has(method)) asked.timer = setTimeout(() => giveUp(asked), CALL_LIMIT);
      waiting.set(call.call, asked);
      post(call);
    });
    // Whoever waits for it hears of it; whoever did not wait need not.
    answer.catch(() => undefined);
    return answer;
  }

  /** Ends a Worker that does not answer, keys and all, and goes on with a new one. What was asked is asked once more. */
  function startAnew(): void {
    worker.terminate();
    clearTimeout(lockTimer);
    missed = 0;
    isHeard = false;
    worker = begin();
    for (const asked of [...waiting.values()]) {
      if (asked.again || ONCE.has(asked.call.method)) giveUp(asked);
      else {
        asked.again = true;
        post(asked.call);
      }
    }
  }

  /** Is the Worker there? A Worker that waits for something answers at once; only one that spins does not. */
  function look(): void {
    if (missed >= (isHeard ? MAY_MISS : MAY_MISS_AT_FIRST)) return startAnew();
    missed++;
    post({ ping: pings++ });
  }

  setInterval(() => {
    const late = performance.now() - lookedAt > 2 * LOOK_EVERY;
    lookedAt = performance.now();
    // The computer or the tab slept, and the Worker with it.
    if (late) missed = 0;
    look();
  }, LOOK_EVERY);

  /** Locks this tab, now: nobody is asked. A Worker that does not forget its keys at once is ended with them. */
  function lockHere(): void {
    if (last?.phase === 'open') {
      tell({ type: 'status', status: closed(last) });
      isShut = true;
    }
    post({ shut: true });
    clearTimeout(lockTimer);
    // One that has only just been started holds none.
    if (isHeard) lockTimer = setTimeout(startAnew, LOCK_LIMIT);
  }

  function lockEverywhere(): void {
    pages.postMessage('lock' satisfies BetweenPages);
    lockHere();
  }

  pages.onmessage = ({ data }: MessageEvent<BetweenPages>) => {
    if (data === 'lock') lockHere();
    else look();
  };

  const methods = Object.fromEntries(
    METHODS.map((method) => [method, (...inputs: unknown[]) => ask(method, inputs)]),
  );
  return {
    ...(methods as unknown as Vault),
    lock() {
      lockEverywhere();
      return Promise.resolve();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    abandon: lockEverywhere,
  };
}

function closed(status: VaultStatus): VaultStatus {
  const sync = { state: 'idle', waiting: 0, held: 0, progress: null, problem: null, refused: 0 } as const;
  return { ...status, phase: 'locked', account: null, spaces: [], space: null, sync, apart: 0 };
}
