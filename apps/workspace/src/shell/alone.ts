import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { afterKeeping } from '../drafts/keep-now.ts';
import { status, vault, whenPhaseChanges } from '../vault/session.ts';

/**
 * A page that stands alone: while it does, no other is there, no address leads anywhere, and the vault is locked. It is given all
 * that it shows before, in words. Reading it in a component makes the component follow it.
 */
export const alone = signal<ComponentType | null>(null);

/** Milliseconds for which the last words typed are waited for, and in which a lock has to be there. */
const KEEP_PATIENCE = 150;
const LOCK_PATIENCE = 10_000;

/** Locks in every tab, then shows the page. Answers whether it is shown: where the lock did not come, it is not. */
export async function showAlone(page: ComponentType): Promise<boolean> {
  if (!(await locked())) return false;
  alone.value = page;
  return true;
}

/** Back to the lock: whoever goes on needs the passphrase, also where another tab was opened meanwhile. */
export async function endAlone(): Promise<void> {
  if (await locked()) alone.value = null;
}

async function locked(): Promise<boolean> {
  const connection = vault.value;
  if (connection === null) return false;
  await new Promise<void>((done) => afterKeeping(KEEP_PATIENCE, done));
  await connection.lock().catch(() => undefined);
  return new Promise((answer) => {
    const ends: (() => void)[] = [];
    const end = (is: boolean): void => {
      for (const stop of ends) stop();
      answer(is);
    };
    const timer = setTimeout(() => end(status.value.phase === 'locked'), LOCK_PATIENCE);
    ends.push(() => clearTimeout(timer));
    ends.push(
      whenPhaseChanges((phase) => {
        if (phase === 'locked') queueMicrotask(() => end(true));
      }),
    );
  });
}
