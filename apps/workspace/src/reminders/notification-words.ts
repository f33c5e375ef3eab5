/** What a notification says, in the language used last: nothing that tells what it is about or from which program. */
export interface NotificationWords {
  title: string;
  language: string;
}

/**
 * Keeps the words where the service worker reads them (`worker-push.ts`): in the open, since it can read nothing else.
 * They are the same on every device of that language.
 */
export async function keepWords(words: NotificationWords): Promise<void> {
  const cache = await caches.open('words');
  await cache.put('/notification', new Response(JSON.stringify(words)));
}
