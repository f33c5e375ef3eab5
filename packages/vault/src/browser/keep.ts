import { type Keep, KeepFull, KeepLost } from '../adapters.ts';

const STORE = 'kept';
/** Milliseconds after which a store that says nothing counts as lost: a cheap phone's slowest write takes two seconds. */
const PATIENCE = 15_000;
/** What IndexedDB throws when the database was closed, cleared or broken under us. */
const GONE = new Set(['InvalidStateError', 'NotFoundError', 'AbortError', 'UnknownError']);

/** The small store beside the database, in IndexedDB under this name, durable at every write. */
export function openBrowserKeep(name: string): Keep {
  let opened: Promise<IDBDatabase> | null = null;
  /** Something that stood in it: when that is gone after an opening anew, the store was cleared. */
  let witness: string | null = null;
  let isToBeLookedAt = false;
  let tellEmptied: () => void = () => undefined;

  const database = () => {
    opened ??= withinPatience(openDatabase(name, letGo));
    opened.catch(() => (opened = null));
    return opened;
  };

  /** The browser closed it: because its data was cleared, perhaps. */
  function letGo(): void {
    opened = null;
    isToBeLookedAt = true;
  }

  async function once<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const db = await database();
    return withinPatience(
      new Promise<T>((resolve, reject) => {
        const transaction = db.transaction(STORE, mode, { durability: 'strict' });
        const request = work(transaction.objectStore(STORE));
        const fail = () => reject(transaction.error ?? request.error ?? new KeepLost('not kept'));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = fail;
        transaction.onabort = fail;
      }),
    );
  }

  /** A store that was closed or cleared under us is opened once more; what then still fails is said. */
  async function act<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    try {
      await noticeEmptied();
      return await once(mode, work);
    } catch (error) {
      if (!isGone(error)) throw worded(error);
      await database()
        .then((db) => db.close())
        .catch(() => undefined);
      letGo();
    }
    try {
      await noticeEmptied();
      return await once(mode, work);
    } catch (error) {
      throw worded(error);
    }
  }

  async function noticeEmptied(): Promise<void> {
    if (!isToBeLookedAt) return;
    isToBeLookedAt = false;
    const seen = witness;
    if (seen === null || (await once('readonly', (store) => store.count(seen))) > 0) return;
    witness = null;
    tellEmptied();
  }

  return {
    async get(key) {
      const value = await act<unknown>('readonly', (store) => store.get(key));
      if (!(value instanceof Uint8Array)) return null;
      witness ??= key;
      return value;
    },
    async put(key, bytes) {
      await act('readwrite', (store) => store.put(bytes, key));
      witness ??= key;
    },
    async putAll(kept) {
      await act<number>('readwrite', (store) => {
        for (const [key, bytes] of kept) store.put(bytes, key);
        // Answered behind them, in the one transaction that all of them stand or fall with.
        return store.count();
      });
      witness ??= kept[0]?.[0] ?? null;
    },
    delete(key) {
      if (witness === key) witness = null;
      return act('readwrite', (store) => store.delete(key));
    },
    names: async (prefix) =>
      (await act('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(
        String,
      ),
    async clear() {
      witness = null;
      await act('readwrite', (store) => store.clear());
    },
    onEmptied(tell) {
      tellEmptied = tell;
    },
  };
}

/** `closed`: the browser closed it, because its data was cleared or the file is not to be read any more. */
function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      request.result.onclose = closed;
      // Somebody wants to delete it: letting go is better than making them wait, and it is noticed at the next use.
      request.result.onversionchange = () => {
        request.result.close();
        closed();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new KeepLost('the browser refused its store'));
    request.onblocked = () => reject(new KeepLost('another window holds the store'));
  });
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new KeepLost('the store does not answer')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

function isGone(error: unknown): boolean {
  return error instanceof KeepLost || GONE.has(nameOf(error));
}

function worded(error: unknown): unknown {
  if (nameOf(error) === 'QuotaExceededError') return new KeepFull('no room');
  return isGone(error) ? new KeepLost(nameOf(error)) : error;
}
