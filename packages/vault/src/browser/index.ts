import { systemRandomness } from '@dayaq/sealing';
import type { Surroundings } from '../adapters.ts';
import type { VaultEvent } from '../client.ts';
import type { HandOver } from '../entrance.ts';
import { fetchTransport } from '../transport.ts';
import { LocalVault } from '../vault.ts';
import { diskDatabase, hasPrivateFiles, memoryDatabase } from './disk.ts';
import { openBrowserKeep } from './keep.ts';
import type { Answer, BetweenTabs, Call, FromPage, ToPage } from './messages.ts';

const LOCK = 'notes';
const CHANNEL = 'notes';
/** A call that a takeover interrupted must not found or join a second time. */
const ONCE = new Set(['begin', 'join']);

/**
 * Runs in each tab's Worker. The one that holds the Web Lock leads: it alone opens the database. The others pass on
 * what their page asks, and one of them takes over when the leader's tab closes.
 */
export function runVaultWorker(): void {
  const scope = self as unknown as {
    postMessage(message: ToPage): void;
    onmessage: ((event: MessageEvent<FromPage>) => void) | null;
    addEventListener(type: 'online', listener: () => void): void;
    location: Location;
  };
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(CHANNEL);
  const send = (message: BetweenTabs) => channel.postMessage(message);
  /** Asked by this tab's page and not answered yet. */
  const open = new Map<string, Call>();
  let vault: LocalVault | null = null;
  let handed: HandOver | null = null;

  const answerPage = (answer: Answer) => {
    open.delete(answer.answer);
    scope.postMessage(answer);
  };
  const tell = (event: VaultEvent) => {
    scope.postMessage({ event });
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
      keep: openBrowserKeep(),
      database: onDisk ? diskDatabase() : memoryDatabase(),
      transport: fetchTransport(scope.location.origin),
      now: () => Date.now(),
      random: systemRandomness,
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    };
    const leading = new LocalVault(surroundings, tell);
    const inherited = handed;
    await leading.start();
    if (inherited !== null) await leading.takeOver(inherited);
    vault = leading;
    send({ to: 'all', leading: true });
    for (const call of [...open.values()]) void carryOut(call).then(answerPage);
    scope.addEventListener('online', () => void leading.syncNow());
  }

  scope.onmessage = ({ data }) => {
    if ('abandon' in data) {
      handed = null;
      if (vault !== null) void vault.lock();
      else send({ to: 'leader', abandon: true });
      return;
    }
    open.set(data.call, data);
    if (vault !== null) void carryOut(data).then(answerPage);
    else send({ to: 'leader', from: tab, call: data });
  };

  channel.onmessage = ({ data }: MessageEvent<BetweenTabs>) => {
    if (data.to === tab) {
      if (open.has(data.answer.answer)) answerPage(data.answer);
    } else if (data.to === 'leader') {
      if (vault === null) return;
      if ('call' in data) {
        const { from, call } = data;
        void carryOut(call).then((answer) => send({ to: from, answer }));
      } else if ('hello' in data) {
        void vault.status().then((status) => {
          send({ to: 'all', event: { type: 'status', status } });
          send({ to: 'all', handOver: vault?.handOver() ?? null });
        });
      } else void vault.lock();
    } else if (data.to === 'all') {
      if ('event' in data) scope.postMessage({ event: data.event });
      else if ('handOver' in data) handed = data.handOver;
      else if ('leading' in data) {
        for (const call of open.values()) if (!ONCE.has(call.method)) send({ to: 'leader', from: tab, call });
      }
    }
  };

  send({ to: 'leader', from: tab, hello: true });
  void navigator.locks.request(LOCK, { mode: 'exclusive' }, async () => {
    await lead();
    // Held until the tab closes.
    await new Promise<never>(() => undefined);
  });
}
