import { type Keep, KeepFull } from '../adapters.ts';

const DATABASE = 'notes';
const STORE = 'kept';

/** The small store beside the database, in IndexedDB, durable at every write. */
export function openBrowserKeep(): Keep {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => {
    opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the browser refused its store'));
    });
    return opened;
  };

  async function act<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const db = await database();
    return new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      const fail = () => {
        const error = transaction.error ?? request.error;
        reject(
          error?.name === 'QuotaExceededError'
            ? new KeepFull(error.message)
            : (error ?? new Error('not kept')),
        );
      };
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = fail;
      transaction.onabort = fail;
    });
  }

  return {
    async get(name) {
      const value = await act<unknown>('readonly', (store) => store.get(name));
      return value instanceof Uint8Array ? value : null;
    },
    put: (name, bytes) => act('readwrite', (store) => store.put(bytes, name)).then(() => undefined),
    delete: (name) => act('readwrite', (store) => store.delete(name)),
    names: async (prefix) =>
      (await act('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(
        String,
      ),
    clear: () => act('readwrite', (store) => store.clear()),
  };
}
