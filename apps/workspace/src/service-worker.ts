/**
 * Keeps the program on the device, so that it opens with no network. It never sees or keeps an answer of the server's
 * API: those are sealed entries, and the vault keeps them itself.
 */
import { listenForPushes, type PushScope } from './reminders/worker-push.ts';

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface MessageToWorker extends ExtendableEvent {
  data: unknown;
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
const scope = globalThis as unknown as WorkerScope;
listenForPushes(globalThis as unknown as PushScope);
/** All three are put in by the build (`build/offline-list.ts`). */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;
declare const __PAGES__: readonly string[];

const FILES = new Set(__FILES__);
/** Beginnings of the addresses that the one page answers. Others (public pages) are the server's. */
const PAGES = new Set(__PAGES__);
const PREFIX = 'notes-';
const CACHE = `${PREFIX}${__VERSION__}`;
scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => scope.clients.claim())));
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (FILES.has(url.pathname)) event.respondWith(kept(url.pathname, request));
  else if (request.mode === 'navigate' && PAGES.has(url.pathname.split('/')[1] ?? ''))
    event.respondWith(kept('/', request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache: a version is kept whole, never mixed from two.
  await cache.addAll([...FILES].map((path) => new Request(path, { cache: 'reload' })));
}

async function dropOlder(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
