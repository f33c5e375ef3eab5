import { rm } from 'node:fs/promises';
import { makeFoundingToken, type RunningServer, type ServerOptions, startServer } from '@dayaq/server';
import {
  type Account,
  deriveUnlock,
  openAccountKeys,
  openRoot,
  readKit,
  Secret,
  systemRandomness,
} from '@dayaq/sealing';
import { dataFolder } from '../../apps/server/src/testing/ready-data.ts';
import type { DatabaseHost, Keep, Surroundings, Transport } from '../../packages/vault/src/adapters.ts';
import type { CaseQuery, Change, Outcome, Role, SharedRow, Value } from '../../packages/vault/src/client.ts';
import { readDevice } from '../../packages/vault/src/device.ts';
import { memoryKeep, nodeSurroundings, openNodeVault } from '../../packages/vault/src/node/index.ts';
import { fetchTransport } from '../../packages/vault/src/transport.ts';
import type { LocalVault } from '../../packages/vault/src/vault.ts';

export const PASSPHRASE = 'copper window silent market garden pilot';

/** One person's device in a test: the real vault, the real server, and handles to what lies between them. */
export interface Device {
  vault: LocalVault;
  keep: Keep;
  kit: string[];
  account: string;
}

export interface World {
  server: RunningServer;
  /** Founds an organisation. The transport may be one that lies. */
  found(name: string, parts?: Partial<Surroundings>): Promise<Device>;
  /** Invites by one device, joins with another, and hands over the keys. */
  join(by: Device, name: string, role?: Role, parts?: Partial<Surroundings>): Promise<Device>;
  /** Joins by a link; whoever made it need not be there. */
  newcomer(link: string, name: string): Promise<Device>;
  /** A new device of the same person, by kit and passphrase. */
  restored(device: Device, parts?: Partial<Surroundings>): Promise<Device>;
  /** Opens a kept device again, as after a restart. */
  reopen(device: Device, parts?: Partial<Surroundings>): Promise<Device>;
  stop(): Promise<void>;
}

export async function startWorld(options: Partial<ServerOptions> = {}): Promise<World> {
  const dataDir = await dataFolder('dayaq-vault-');
  const server = await startServer({ dataDir, rates: UNHURRIED, ...options });
  const opened: LocalVault[] = [];
  const open = async (parts: Partial<Surroundings>, keep: Keep): Promise<LocalVault> => {
    const vault = await openNodeVault(server.url, { keep, ...parts });
    opened.push(vault);
    return vault;
  };

  async function enter(vault: LocalVault, keep: Keep, entered: Outcome<{ kit: string[] }>): Promise<Device> {
    const { kit } = expectOk(entered);
    await vault.syncNow();
    const account = (await vault.status()).account as string;
    return { vault, keep, kit, account };
  }

  return {
    server,
    async found(name, parts = {}) {
      const keep = memoryKeep();
      const vault = await open(parts, keep);
      const token = await makeFoundingToken({
        db: server.data.db,
        clock: Date.now,
        random: systemRandomness,
      });
      const request = {
        token,
        passphrase: PASSPHRASE,
        organisation: `Circle of ${name}`,
        name,
        country: 'az',
        language: 'az',
      } as const;
      return enter(vault, keep, await vault.begin(request));
    },
    async join(by, name, role = 'caseworker', parts = {}) {
      const { link } = expectOk(await by.vault.invite({ role, keyholder: false, days: 1 }));
      const keep = memoryKeep();
      const vault = await open(parts, keep);
      const joined = await enter(vault, keep, await vault.join({ link, passphrase: PASSPHRASE, name }));
      await by.vault.syncNow();
      await vault.syncNow();
      return joined;
    },
    async newcomer(link, name) {
      const keep = memoryKeep();
      const vault = await open({}, keep);
      return enter(vault, keep, await vault.join({ link, passphrase: PASSPHRASE, name }));
    },
    async restored(device, parts = {}) {
      const keep = memoryKeep();
      const vault = await open(parts, keep);
      expectOk(await vault.restore({ kit: device.kit.join(' '), passphrase: PASSPHRASE }));
      return { ...device, vault, keep };
    },
    async reopen(device, parts = {}) {
      const vault = await open(parts, device.keep);
      expectOk(await vault.unlock(PASSPHRASE));
      return { ...device, vault };
    },
    async stop() {
      // One that stays open goes on asking a server that is no more, beside the tests that follow.
      for (const vault of opened) await vault.lock();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Tests sign in and join far more often than people do. */
const UNHURRIED = {
  stranger: { burst: 10_000, perSecond: 1000 },
  letter: { burst: 10_000, perSecond: 1000 },
  signIn: { burst: 10_000, perSecond: 1000 },
};

export function expectOk<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed: ${outcome.failure.code} ${outcome.failure.detail ?? ''}`);
  return outcome.value;
}

export function set(kind: string, record: string, fields: Record<string, Value>): Change {
  return {
    kind,
    record,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { set: value }])),
  };
}

/** Opens a case and answers its id. */
export async function newCase(device: Device, alias: string, restrictedTo?: string[]): Promise<string> {
  const id = await device.vault.newId();
  const changes = [set('case', id, { alias, status: 'new' })];
  expectOk(
    await device.vault.save({
      dossier: id,
      changes,
      ...(restrictedTo === undefined ? {} : { restrictedTo }),
    }),
  );
  return id;
}

export const everyCase: CaseQuery = {
  text: '',
  filters: {},
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 200,
};

export async function aliases(device: Device): Promise<string[]> {
  return (await device.vault.cases(everyCase)).rows.map((row) => row.alias).sort();
}

/** One field of a case as a device sees it; undefined where it cannot open the case. */
export async function read(device: Device, dossier: string, field: string): Promise<Value | undefined> {
  const view = await device.vault.dossier(dossier);
  return view.ok
    ? view.value.records.find((record) => record.id === dossier)?.fields[field]?.value
    : undefined;
}

/** A device's database that outlives a lock, as on disk. */
export async function lastingDatabase(world: World): Promise<DatabaseHost> {
  const engine = await (await nodeSurroundings(world.server.url)).database.open(new Uint8Array(32));
  const kept = new Proxy(engine, {
    get: (target, name) => {
      if (name === 'close') return () => undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { storage: 'memory', open: () => Promise.resolve(kept), destroy: () => Promise.resolve() };
}

/** Brings everyone to one state: two rounds, so that what one round's answers caused is carried too. */
export async function settle(...devices: Device[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const { vault } of devices) await vault.syncNow();
}

/** Waits until something holds that comes about by itself. */
export async function until(holds: () => Promise<boolean>, seconds = 90): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about');
    // A pause between two looks; the state decides.
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** The server behind a liar: `twist` sees every answer and may change it. */
export function lyingTransport(
  origin: string,
  twist: (route: string, request: unknown, answer: unknown) => unknown,
): Transport {
  const honest = fetchTransport(origin);
  return {
    ...honest,
    async call(route, request, token) {
      const answer = await honest.call(route, request, token);
      return answer.ok ? { ok: true, value: twist(route, request, answer.value) as never } : answer;
    },
  };
}

/** A network over which nobody is told that there is something new: a device asks when its test says so. */
export function unheard(transport: Transport): Transport {
  const never: Transport['nudges'] = (_token, signal) => ({
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise<IteratorResult<void>>((ended) => {
          signal.addEventListener('abort', () => ended({ done: true, value: undefined }));
        }),
    }),
  });
  return { ...transport, nudges: never };
}

/** A network that can be cut. */
export function cuttableTransport(origin: string): Transport & { cut: boolean } {
  const honest = fetchTransport(origin);
  const transport: Transport & { cut: boolean } = {
    ...honest,
    cut: false,
    call: (route, request, token) =>
      transport.cut
        ? Promise.resolve({ ok: false, failure: { code: 'offline' }, code: 'offline' })
        : honest.call(route, request, token),
  };
  return transport;
}

/** Makes two organisations known to each other, as their keyholders do with a link. */
export async function acquaint(one: Device, other: Device): Promise<void> {
  const { link } = expectOk(await one.vault.introduce());
  expectOk(await other.vault.acceptIntroduction(link));
  await settle(one, other);
}

/** The organisation that a device works in. */
export async function spaceOfDevice(device: Device): Promise<string> {
  return (await device.vault.status()).space as string;
}

/** Hands a dossier with one record over to another organisation and answers its id. */
export async function handOver(
  from: Device,
  to: Device,
  fields: Record<string, Value>,
  barred: { spaces: string[]; accounts: string[] } = { spaces: [], accounts: [] },
): Promise<string> {
  const dossier = await from.vault.newId();
  const changes = [set('handover', dossier, fields)];
  expectOk(await from.vault.share({ dossier, to: await spaceOfDevice(to), changes, barred }));
  return dossier;
}

/** What a device lists of a shared dossier. */
export async function shared(device: Device, dossier: string): Promise<SharedRow | undefined> {
  return (await device.vault.shares()).find((row) => row.dossier === dossier);
}

/** The account behind a device, as its own holder has it. */
export async function accountOf(device: Device): Promise<Account> {
  const secret = readKit(device.kit);
  const kept = await readDevice(device.keep);
  if (!secret.ok || kept === null) throw new Error('no device');
  const unlock = await deriveUnlock(PASSPHRASE, secret.value);
  const root = await openRoot(unlock, kept.sealedRoot);
  if (!root.ok) throw new Error('no root');
  return openAccountKeys(unlock.id, new Secret(root.value.expose().slice()));
}

/** A device that sends something else than its vault means to: `forge` may replace every request. */
export function forgingTransport(
  origin: string,
  forge: (route: string, request: unknown) => unknown,
): Transport {
  const honest = fetchTransport(origin);
  return {
    ...honest,
    call: (route, request, token) => honest.call(route, forge(route, request) as typeof request, token),
  };
}
