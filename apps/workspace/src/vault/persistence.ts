import { signal } from '@preact/signals';
import { whenPhaseChanges } from './session.ts';

/** Whether the browser has promised not to clear what is kept here; null while it was not asked or cannot say. */
export const persisted = signal<boolean | null>(null);

/** Asks at the first opening, when there is something to keep. Answers a function that stops it. */
export function startPersistence(): () => void {
  return whenPhaseChanges((phase) => {
    if (phase === 'open' && persisted.value !== true) void askForPersistence();
  });
}

/** Asks the browser not to clear what is kept here when the device runs out of room. It may refuse, without a word. */
export async function askForPersistence(): Promise<void> {
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  if (storage?.persist === undefined || storage.persisted === undefined) return;
  try {
    persisted.value = (await storage.persisted()) || (await storage.persist());
  } catch {
    persisted.value = false;
  }
}
