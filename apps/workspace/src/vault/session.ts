import { batch, computed, effect, signal, untracked, useSignal } from '@preact/signals';
import type {
  Failure,
  Id,
  SpaceSummary,
  Vault,
  VaultConnection,
  VaultEvent,
  VaultStatus,
} from '@dayaq/vault/client';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { inSpace } from './in-space.ts';

const STARTING: VaultStatus = {
  phase: 'starting',
  missing: [],
  storage: 'disk',
  account: null,
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

/** What the vault last said of itself. Reading it in a component makes the component follow it. */
export const status = signal<VaultStatus>(STARTING);
/** The connection to the vault's Worker; null only before `openSession`. */
export const vault = signal<VaultConnection | null>(null);

const listeners = new Set<(event: VaultEvent) => void>();

/** Called once, at the start of the page. Answers a function that lets go of the connection (tests use it). */
export function openSession(connection: VaultConnection): () => void {
  vault.value = connection;
  let told = false;
  const stop = connection.subscribe((event) => {
    if (event.type === 'status') {
      told = true;
      take(event.status);
    }
    for (const listener of listeners) listener(event);
  });
  connection.status().then(
    (first) => {
      // An event that overtook the answer is newer than the answer.
      if (!told) take(first);
    },
    () => {
      refuseSession(['worker']);
    },
  );
  return () => {
    stop();
    vault.value = null;
    chosen.value = null;
    status.value = STARTING;
  };
}

/** This browser cannot hold the vault: the pages say so and open nothing. */
export function refuseSession(missing: VaultStatus['missing']): void {
  status.value = { ...STARTING, phase: 'unsupported', missing };
}

/**
 * The space that this page works in: the one in which it came in, until somebody chooses another one here. What is chosen in
 * another tab moves nothing here.
 */
const chosen = signal<Id | null>(null);

function take(next: VaultStatus): void {
  batch(() => {
    status.value = next;
    // Locked, it keeps its place; another account has other spaces.
    const { spaces } = next;
    if (spaces.length > 0 && !spaces.some(({ id }) => id === chosen.value)) chosen.value = next.space;
  });
}

/** Works in a space from now on, and begins there next time. */
export function workIn(next: Id): void {
  chosen.value = next;
  void vault.value?.chooseSpace(next);
}

const here = computed(() =>
  vault.value === null || chosen.value === null ? vault.value : inSpace(vault.value, chosen.value),
);

/**
 * The vault, for event handlers and pages that are shown only when it is there. What is asked and done by it is meant in the
 * space that the page works in.
 */
export function useVault(): VaultConnection {
  const connection = here.value;
  if (connection === null) throw new Error('the session is not open yet');
  return connection;
}

/** The account that is open on this device. */
export const account = computed(() => status.value.account);

let lastSpace: SpaceSummary | null = null;
/** Told of many times in a turn of sync, and the same nearly always: a page is drawn anew only when it differs. */
const space = computed(() => {
  const { spaces } = status.value;
  const next = spaces.find((one) => one.id === chosen.value) ?? spaces[0] ?? null;
  if (JSON.stringify(next) !== JSON.stringify(lastSpace)) lastSpace = next;
  return lastSpace;
});

/** The space that is worked in, or null while there is none. */
export function currentSpace(): SpaceSummary | null {
  return space.value;
}

/** Which one that is: a component that reads only this is not drawn anew when something of the space changes. */
export function currentSpaceId(): Id | null {
  return chosen.value;
}

/** What a space is called where there are several; empty where there is only one, which needs no name. */
export function nameOfSpace(id: Id | null): string {
  const { spaces } = status.value;
  if (spaces.length < 2) return '';
  const named = spaces.find((one) => one.id === id);
  return named === undefined ? '' : named.name || t('people.peers.unnamed');
}

/** Names of the spaces whose exchange with the server goes wrong, where it does not in all of them. */
export function troubled(): string[] {
  const { spaces } = status.value;
  const some = spaces.filter(({ problem, removed }) => problem !== null && !removed);
  return some.length === spaces.length ? [] : some.map(({ id }) => nameOfSpace(id)).filter(Boolean);
}

/** A sentence with the organisations that it is about before it. */
export function inThese(sentence: string, names: readonly string[]): string {
  return names.length === 0 ? sentence : `${names.join(', ')}: ${sentence}`;
}

/** Calls back when another space is worked in. Answers a function that stops it. */
export function whenSpaceChanges(tell: () => void): () => void {
  let last = chosen.peek();
  return effect(() => {
    if (chosen.value === last) return;
    last = chosen.value;
    untracked(tell);
  });
}

export interface Query<T> {
  /** The last answer; undefined until the first one. It stays while a newer one is fetched. */
  data: T | undefined;
  /** The question could not be asked; `again` tries once more. */
  failed: boolean;
  again: () => void;
}

/**
 * Asks the vault, and asks again when `deps` change or when records of `kinds` (any, when omitted) have changed.
 * A burst of changes leads to one more question, not to many; an answer to an older question never replaces a newer one.
 */
export function useQuery<T>(
  ask: (vault: Vault) => Promise<T>,
  deps: readonly unknown[],
  kinds?: readonly string[],
): Query<T> {
  const connection = useVault();
  const data = useSignal<T | undefined>(undefined);
  const failed = useSignal(false);
  const latest = useRef(ask);
  latest.current = ask;
  const turn = useRef(0);
  const running = useRef(false);
  const wanted = useRef(false);

  const again = useCallback(() => {
    if (running.current) {
      wanted.current = true;
      return;
    }
    running.current = true;
    wanted.current = false;
    const mine = turn.current;
    void latest
      .current(connection)
      .then(
        (answer) => {
          if (mine !== turn.current) return;
          data.value = answer;
          failed.value = false;
        },
        () => {
          if (mine === turn.current) failed.value = true;
        },
      )
      .then(() => {
        running.current = false;
        if (wanted.current || mine !== turn.current) again();
      });
  }, [connection]);

  useEffect(() => {
    turn.current += 1;
    again();
  }, [connection, ...deps]);

  useEffect(() => {
    let mounted = true;
    const listener = (event: VaultEvent): void => {
      if (!mounted || event.type !== 'changed') return;
      if (
        kinds === undefined ||
        event.dossiers === 'many' ||
        event.kinds.some((kind) => kinds.includes(kind))
      )
        again();
    };
    listeners.add(listener);
    return () => {
      mounted = false;
      listeners.delete(listener);
    };
  }, [again, kinds?.join()]);

  return { data: data.value, failed: failed.value, again };
}

/** Calls back once for each time the vault opens or closes. Answers a function that stops it. */
export function whenPhaseChanges(tell: (phase: VaultStatus['phase']) => void): () => void {
  let last: VaultStatus['phase'] | null = null;
  return effect(() => {
    const { phase } = status.value;
    if (phase === last) return;
    last = phase;
    tell(phase);
  });
}

/** Which word of the kit is not in the list, and what it may have been. */
function sayKitWord(detail: string): string {
  const [word = '', ...near] = detail.split(' ');
  if (near.length === 0) return t('errors.wrong-kit-word', { word });
  return t('errors.wrong-kit-near', { word, near: near.join(', ') });
}

/** What a server showed that no honest one shows, and what this device does about it. */
function sayLie(detail: string | undefined): string {
  switch (detail) {
    case 'history':
    case 'charter':
    case 'parted':
    case 'stale':
      return t(`errors.server-lies-${detail}`);
    default:
      return t('errors.server-lies');
  }
}

/** A failure in the reader's language: what happened, and what to do. */
export function say(failure: Failure): string {
  switch (failure.code) {
    case 'wrong-kit':
      return failure.detail === undefined ? t('errors.wrong-kit') : sayKitWord(failure.detail);
    case 'rate-limited':
      return failure.detail !== undefined && /^\d+$/.test(failure.detail)
        ? t('errors.rate-limited-seconds', { seconds: Number(failure.detail) })
        : t('errors.rate-limited');
    case 'server-lies':
      return sayLie(failure.detail);
    default:
      return t(`errors.${failure.code}`);
  }
}
