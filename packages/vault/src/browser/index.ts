import { systemRandomness } from '@dayaq/sealing';
import type { Surroundings } from '../adapters.ts';
import type { VaultEvent, VaultStatus } from '../client.ts';
import type { HandOver } from '../entrance.ts';
import { fetchTransport } from '../transport.ts';
import { type LocalVault, localVault } from '../vault.ts';
import { diskDatabase, hasPrivateFiles, memoryDatabase } from './disk.ts';
import { openBrowserKeep } from './keep.ts';
import {
  type Answer,
  type BetweenPages,
  type BetweenTabs,
  type Call,
  type FromPage,
  ONCE,
  pagesChannel,
  type ToPage,
} from './messages.ts';
import { signatureHelp } from './signature-help.ts';

/** Milliseconds between two looks at the leading Worker while something is asked of it, and how many it may miss. */
const LOOK_EVERY = 2_000;
const MAY_MISS = 5;
/** Milliseconds between two tries to begin, and how many there are, where the browser's store cannot be had. */
const AGAIN_AFTER = 1_000;
const TRIES = 5;

/**
 * Runs in each tab's Worker. The one that holds the Web Lock leads: it alone opens the database. The others pass on
 * what their page asks, and one of them takes over when the leader's tab closes, or its page ends it because it hangs.
 * The page's first word says of whose shelf this one is; with those of another shelf it has nothing in common.
 */
export function runVaultWorker(): void {
  const scope = self as unknown as Scope;
  scope.onmessage = ({ data }) => {
    if ('store' in data) runOn(data.store, scope);
  };
}

interface Scope {
  postMessage(message: ToPage): void;
  onmessage: ((event: MessageEvent<FromPage>) => void) | null;
  addEventListener(type: 'online', listener: () => void): void;
  location: Location;
}

function runOn(store: string, scope: Scope): void {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(store);
  const pages = new BroadcastChannel(pagesChannel(store));
  const send = (message: BetweenTabs) => channel.postMessage(message);
  /** Asked by this tab's page and not answered yet. */
  const open = new Map<string, Call>();
  let vault: LocalVault | null = null;
  let handed: HandOver | null = null;
  /** How often this tab was told to forget its keys. */
  let shuts = 0;
  let lastTold: VaultStatus | null = null;
  /** Looks that the leader has left unanswered. */
  let missed = 0;

  const answerPage = (answer: Answer) => {
    open.delete(answer.answer);
    scope.postMessage(answer);
  };
  const tellPage = (event: VaultEvent) => {
    if (event.type === 'status') lastTold = event.status;
    scope.postMessage({ event });
  };
  const tell = (event: VaultEvent) => {
    tellPage(event);
    send({ to: 'all', event });
    if (event.type === 'status' && vault !== null) {
      const next = vault.handOver();
      if (next !== null || handed !== null) send({ to: 'all', handOver: next });
      handed = next;
    }
  };

  async function carryOut(call: Call): Promise<Answer> {
    try {
      const method = (vault as LocalVault)[call.method] as (...inputs: unknown[]) => Promise<unknown>;
      return { answer: call.call, value: await method.apply(vault, call.inputs) };
    } catch (error) {
      return { answer: call.call, value: null, broke: error instanceof Error ? error.message : 'unknown' };
    }
  }

  async function lead(): Promise<void> {
    const onDisk = hasPrivateFiles();
    const surroundings: Surroundings = {
      keep: openBrowserKeep(store),
      database: onDisk ? diskDatabase(store) : memoryDatabase(),
      transport: fetchTransport(scope.location.origin),
      now: () => Date.now(),
      random: systemRandomness,
      signatures: signatureHelp(
        () => new Worker(new URL('./signature-worker.ts', import.meta.url), { type: 'module' }),
      ),
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    };
    const leading = localVault(surroundings, tell);
    const before = shuts;
    const inherited = handed;
    await leading.start();
    if (inherited !== null && shuts === before) await leading.takeOver(inherited);
    if (shuts !== before) await leading.lock();
    vault = leading;
    send({ to: 'all', leading: true });
    for (const call of [...open.values()]) void carryOut(call).then(answerPage);
    scope.addEventListener('online', () => void leading.syncNow());
  }

  /** A store that cannot be had now may be in a moment; one that cannot be had at all is said. */
  async function beginToLead(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await lead();
      } catch {
        if (attempt === TRIES) break;
        await new Promise((again) => setTimeout(again, AGAIN_AFTER));
      }
    }
    tell({ type: 'status', status: WITHOUT_STORE });
  }

  /** Drops every key that this Worker holds, whoever leads, and says so. */
  function shut(): void {
    shuts++;
    handed = null;
    if (vault !== null) void vault.lock();
    else send({ to: 'leader', shut: true });
    scope.postMessage({ shut: true });
  }

  scope.onmessage = ({ data }) => {
    if ('ping' in data) scope.postMessage({ pong: data.ping });
    else if ('shut' in data) shut();
    else if ('call' in data) {
      open.set(data.call, data);
      if (vault !== null) void carryOut(data).then(answerPage);
      else send({ to: 'leader', from: tab, call: data });
    }
  };

  function hearAsLeader(leading: LocalVault, data: Extract<BetweenTabs, { to: 'leader' }>): void {
    if ('call' in data) {
      const { from, call } = data;
      void carryOut(call).then((answer) => send({ to: from, answer }));
    } else if ('hello' in data) {
      void leading.status().then((status) => {
        send({ to: 'all', event: { type: 'status', status } });
        send({ to: 'all', handOver: leading.handOver() });
      });
    } else if ('ping' in data) send({ to: data.from, pong: true });
    else void leading.lock();
  }

  channel.onmessage = ({ data }: MessageEvent<BetweenTabs>) => {
    if (isForLeader(data)) {
      if (vault !== null) hearAsLeader(vault, data);
      return;
    }
    // Whatever else is sent comes from the leader.
    if (data.to !== tab && data.to !== 'all') return;
    missed = 0;
    if ('answer' in data) {
      if (open.has(data.answer.answer)) answerPage(data.answer);
    } else if ('event' in data) tellPage(data.event);
    else if ('handOver' in data) handed = data.handOver;
    else if ('leading' in data) {
      for (const call of open.values()) if (!ONCE.has(call.method)) send({ to: 'leader', from: tab, call });
    }
  };

  /** While something is asked of another tab's Worker: is it there? If not, its page is told, and ours says so. */
  setInterval(() => {
    if (vault !== null || open.size === 0) {
      missed = 0;
      return;
    }
    missed++;
    send({ to: 'leader', from: tab, ping: true });
    if (missed <= MAY_MISS) return;
    pages.postMessage('silent' satisfies BetweenPages);
    if (lastTold?.phase !== 'open') return;
    const sync = { ...lastTold.sync, state: 'problem', problem: { code: 'no-answer' } } as const;
    scope.postMessage({ event: { type: 'status', status: { ...lastTold, sync } } });
  }, LOOK_EVERY);

  send({ to: 'leader', from: tab, hello: true });
  void navigator.locks.request(store, { mode: 'exclusive' }, async () => {
    await beginToLead();
    // Held until the tab closes.
    await new Promise<never>(() => undefined);
  });
}

function isForLeader(data: BetweenTabs): data is Extract<BetweenTabs, { to: 'leader' }> {
  return data.to === 'leader';
}

const WITHOUT_STORE: VaultStatus = {
  phase: 'unsupported',
  missing: ['store'],
  storage: 'disk',
  account: null,
  spaces: [],
  space: null,
  sync: { state: 'idle', waiting: 0, held: 0, progress: null, problem: null, refused: 0 },
  repaired: 'no',
  preparing: null,
  emptied: false,
  clockAhead: 0,
  serverChanged: false,
  apart: 0,
};
