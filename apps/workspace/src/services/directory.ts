import { type DirectoryRecord, directoryOf, namesIn, type ServiceEntry } from '@dayaq/domain';
import type { DossierView, Id, ListedRecord, Vault, VaultConnection, VaultEvent } from '@dayaq/vault/client';
import { type ReadonlySignal, signal } from '@preact/signals';

/** The kinds that a directory is made of. */
export const DIRECTORY_KINDS = [
  'provider',
  'service',
  'location',
  'schedule',
  'capacity',
  'service-event',
] as const;
/** Records kept in memory: several times the directory of any country. What is over it is told, never hidden. */
export const DIRECTORY_LIMIT = 50_000;
const PAGE = 1000;
/** News of so many providers is fetched one by one; of more, everything is read again. */
const FEW = 20;

/** One line of the list: a service, or a provider of whom no service is written down yet. */
export interface Listed {
  /** Of the service, else of the provider. */
  id: Id;
  provider: Id;
  name: string;
  providerName: string;
  /** Its provider's name in the languages in which somebody wrote it. */
  providerNames: ServiceEntry['providerNames'];
  service: ServiceEntry | null;
  state: ServiceEntry['state'];
  /** What else it may be found by: other names, what it is in short, how to reach it first. */
  told: readonly string[];
}

export interface Directory {
  records: readonly DirectoryRecord[];
  services: readonly ServiceEntry[];
  byService: ReadonlyMap<Id, ServiceEntry>;
  listed: readonly Listed[];
  /** Providers whom only named members may open. */
  sealed: ReadonlySet<Id>;
  /** There are more records than this device keeps in memory. */
  cut: boolean;
}

export type DirectoryState =
  | { step: 'loading' }
  | { step: 'failed' }
  | { step: 'here'; directory: Directory };

type Source = Pick<Vault, 'records' | 'dossier'> & Pick<VaultConnection, 'subscribe'>;

export interface OpenDirectory {
  state: ReadonlySignal<DirectoryState>;
  /** Reads everything once more. */
  again(): void;
  stop(): void;
}

/** Reads the whole directory once, then follows what changes. */
export function openDirectory(vault: Source): OpenDirectory {
  const state = signal<DirectoryState>({ step: 'loading' });
  const dossiers = new Map<Id, Part>();
  let cut = false;
  let stopped = false;
  let running = false;
  /** What has changed since the last reading began. */
  let wanted: 'everything' | Set<Id> = 'everything';

  async function everything(): Promise<void> {
    const fresh = new Map<Id, DirectoryRecord[]>();
    const sealed = new Set<Id>();
    let after: string | null = null;
    let count = 0;
    do {
      const page: { records: ListedRecord[]; next: string | null } = await vault.records({
        kinds: [...DIRECTORY_KINDS],
        after,
        limit: PAGE,
      });
      for (const { record, dossier, kind, fields, restricted } of page.records) {
        if (restricted) sealed.add(dossier);
        const held = fresh.get(dossier) ?? [];
        if (held.length === 0) fresh.set(dossier, held);
        held.push({ id: record, kind, dossier, deleted: false, fields });
      }
      count += page.records.length;
      after = page.next;
    } while (after !== null && count < DIRECTORY_LIMIT);
    cut = after !== null;
    dossiers.clear();
    for (const [dossier, records] of fresh) dossiers.set(dossier, partOf(records, sealed.has(dossier)));
  }

  async function some(ids: ReadonlySet<Id>): Promise<void> {
    for (const id of ids) {
      const outcome = await vault.dossier(id);
      const records = outcome.ok ? recordsOf(outcome.value) : [];
      if (records.length === 0) dossiers.delete(id);
      else dossiers.set(id, partOf(records, outcome.ok && outcome.value.restricted));
    }
  }

  async function follow(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (!stopped && (wanted === 'everything' || wanted.size > 0)) {
        const now = wanted;
        wanted = new Set();
        try {
          if (now === 'everything' || now.size > FEW) await everything();
          else await some(now);
        } catch {
          wanted = 'everything';
          if (!stopped && state.value.step !== 'here') state.value = { step: 'failed' };
          return;
        }
        if (!stopped) state.value = { step: 'here', directory: joined([...dossiers.values()], cut) };
      }
    } finally {
      running = false;
    }
  }

  function onEvent(event: VaultEvent): void {
    if (event.type !== 'changed') return;
    if (event.dossiers === 'many') wanted = 'everything';
    else if (event.kinds.some((kind) => (DIRECTORY_KINDS as readonly string[]).includes(kind))) {
      if (wanted !== 'everything') wanted = new Set([...wanted, ...event.dossiers]);
    } else return;
    void follow();
  }

  const unsubscribe = vault.subscribe(onEvent);
  void follow();
  return {
    state,
    again() {
      wanted = 'everything';
      if (state.value.step === 'failed') state.value = { step: 'loading' };
      void follow();
    },
    stop() {
      stopped = true;
      unsubscribe();
    },
  };
}

/** The live records of a provider's dossier; none where it is no provider's. */
function recordsOf({ id, kind, records }: DossierView): DirectoryRecord[] {
  const isGone = records.some((record) => record.id === id && record.deleted);
  if (kind !== 'provider' || isGone) return [];
  return records
    .filter((record) => !record.deleted)
    .map((record) => ({
      id: record.id,
      kind: record.kind,
      dossier: id,
      deleted: false,
      fields: Object.fromEntries(Object.entries(record.fields).map(([name, { value }]) => [name, value])),
    }));
}

/** What one provider's dossier gives; made anew only when that provider changes. */
interface Part {
  records: readonly DirectoryRecord[];
  services: readonly ServiceEntry[];
  listed: readonly Listed[];
  /** Its dossier, where only named members may open it. */
  sealed: readonly Id[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function partOf(records: readonly DirectoryRecord[], isSealed = false): Part {
  const services = directoryOf(records);
  const provider = records.find((record) => record.kind === 'provider');
  const about = (record: DirectoryRecord | undefined): string[] =>
    [record?.fields.about, record?.fields.alternateNames, record?.fields.frontGate]
      .map(text)
      .filter((words) => words !== '');
  const listed: Listed[] = services.map((service) => ({
    id: service.id,
    provider: service.provider,
    name: service.name,
    providerName: service.providerName,
    providerNames: service.providerNames,
    service,
    state: service.state,
    told: [
      ...about(records.find((record) => record.id === service.id)),
      ...about(provider),
      ...Object.values(service.providerNames),
    ],
  }));
  if (services.length === 0 && provider !== undefined) {
    const state = text(provider.fields.state);
    listed.push({
      id: provider.id,
      provider: provider.id,
      name: text(provider.fields.name),
      providerName: '',
      providerNames: namesIn(provider.fields),
      service: null,
      state: state === 'paused' || state === 'ended' ? state : 'active',
      told: [...about(provider), ...Object.values(namesIn(provider.fields))],
    });
  }
  const sealed = isSealed ? records.slice(0, 1).map(({ dossier }) => dossier) : [];
  return { records, services, listed, sealed };
}

function joined(parts: readonly Part[], cut: boolean): Directory {
  const services = parts.flatMap((part) => part.services);
  return {
    records: parts.flatMap((part) => part.records),
    services,
    byService: new Map(services.map((service) => [service.id, service])),
    listed: parts.flatMap((part) => part.listed),
    sealed: new Set(parts.flatMap((part) => part.sealed)),
    cut,
  };
}

/** A directory from plain records, as `openDirectory` would show it. For tests. */
export function directoryFrom(records: readonly DirectoryRecord[]): Directory {
  const byDossier = new Map<Id, DirectoryRecord[]>();
  for (const record of records) {
    const held = byDossier.get(record.dossier);
    if (held === undefined) byDossier.set(record.dossier, [record]);
    else held.push(record);
  }
  return joined(
    [...byDossier.values()].map((part) => partOf(part)),
    false,
  );
}
