import type { NotificationWords } from './notification-words.ts';

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface NotificationEvent extends ExtendableEvent {
  notification: Notification;
}
interface SubscriptionChange extends ExtendableEvent {
  oldSubscription?: PushSubscription | null;
  newSubscription?: PushSubscription | null;
}
interface WindowOfOurs {
  visibilityState: DocumentVisibilityState;
  focus(): Promise<unknown>;
}
/** What is used of a service worker's scope. */
export interface PushScope {
  addEventListener(type: 'push', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NotificationEvent) => void): void;
  addEventListener(type: 'pushsubscriptionchange', listener: (event: SubscriptionChange) => void): void;
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<WindowOfOurs[]>;
    openWindow(path: string): Promise<unknown>;
  };
}

/** Several that nobody looked at yet are one. */
const TAG = 'notes';
const ICON = '/icon-192.png';

/**
 * Shows, when a message comes, that something waits, and opens the pages at a touch. The message itself holds nothing,
 * so it is not even read. Of this only the service worker may import: what both share would become a file that it cannot load.
 */
export function listenForPushes(scope: PushScope): void {
  const windows = (): Promise<WindowOfOurs[]> =>
    scope.clients.matchAll({ type: 'window', includeUncontrolled: true });

  async function show(): Promise<void> {
    // Whoever is looking at the pages sees there what waits.
    if ((await windows()).some(({ visibilityState }) => visibilityState === 'visible')) return;
    const { title, language } = await readWords();
    await scope.registration.showNotification(title, { tag: TAG, icon: ICON, lang: language });
  }

  async function open(): Promise<void> {
    const [first] = await windows();
    // An open page stays where it is: it may be unlocked, and somebody may have been typing.
    if (first === undefined) await scope.clients.openWindow('/today');
    else await first.focus();
  }

  /** The browser changed the address by itself: asks for one with the same key. The page tells the server when it opens. */
  async function subscribeAgain({ oldSubscription, newSubscription }: SubscriptionChange): Promise<void> {
    const key = oldSubscription?.options.applicationServerKey;
    if (newSubscription || !key) return;
    await scope.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  }

  scope.addEventListener('push', (event) => event.waitUntil(show()));
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open());
  });
  scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAgain(event)));
}

/** Those that the page kept (`notification-words.ts`), else a word that every language knows. */
async function readWords(): Promise<NotificationWords> {
  const kept = await (await caches.open('words')).match('/notification');
  return kept === undefined ? { title: 'Notes', language: 'en' } : ((await kept.json()) as NotificationWords);
}
