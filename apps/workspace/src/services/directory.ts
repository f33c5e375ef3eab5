import { plainRecord } from '@dayaq/acts/record-values';
import {
  carefulReading,
  DIRECTORY_KINDS,
  type DirectoryRecord,
  directoryOf,
  type ServiceEntry,
} from '@dayaq/domain';
import type { DossierView, Id, ListedRecord, Vault, VaultConnection, VaultEvent } from '@dayaq/vault/client';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Records kept in memory: several times the directory of any country. What is over it is told, never hidden. */
export const DIRECTORY_LIMIT = 50_000;
const PAGE = 1000;
/** News of so many providers is fetched one by one; of more, everything is read again. */
const FEW = 20;

/** Whom the directory knows. */
export interface KnownProvider {
  /** Its dossier's. */
  id: Id;
  name: string;
}

export interface Directory {
  records: readonly DirectoryRecord[];
  services: readonly ServiceEntry[];
  byService: ReadonlyMap<Id, ServiceEntry>;
  providers: readonly KnownProvider[];
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
        if (!stopped) state.value = { step: 'here', directory: joined(dossiers, cut) };
      }
    } finally {
      running = false;
    }
  }

  function onEvent(event: VaultEvent): void {
    if (event.type !== 'changed') return;
    if (event.dossiers === 'many') wanted = 'everything';
    else if (event.kinds.some((kind) => DIRECTORY_KINDS.includes(kind))) {
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
    .map((record) => {
      const plain = plainRecord(record);
      return { id: record.id, kind: record.kind, dossier: id, deleted: false, fields: carefulReading(plain) };
    });
}

/** What one provider's dossier gives; made anew only when that provider changes. */
interface Part {
  records: readonly DirectoryRecord[];
  services: readonly ServiceEntry[];
  provider: KnownProvider | null;
  isSealed: boolean;
}

function partOf(records: readonly DirectoryRecord[], isSealed: boolean): Part {
  const head = records.find((record) => record.kind === 'provider');
  const name = head?.fields.name;
  return {
    records,
    services: directoryOf(records),
    provider: head === undefined ? null : { id: head.dossier, name: typeof name === 'string' ? name : '' },
    isSealed,
  };
}

function joined(parts: ReadonlyMap<Id, Part>, cut: boolean): Directory {
  const all = [...parts.values()];
  const services = all.flatMap((part) => part.services);
  return {
    records: all.flatMap((part) => part.records),
    services,
    byService: new Map(services.map((service) => [service.id, service])),
    providers: all.flatMap((part) => part.provider ?? []),
    sealed: new Set([...parts].flatMap(([dossier, { isSealed }]) => (isSealed ? [dossier] : []))),
    cut,
  };
}
