import type { Id } from '@dayaq/vault/client';
import { ownStore } from '../vault/shelves.ts';

/** Milliseconds that another tab has to write down its words; one that sleeps is not waited for. */
const PATIENCE = 2000;
const ASK_EVERY = 200;

const CHANNEL = `${ownStore} forms`;
const lockOf = (id: Id): string => `${ownStore} ${id}`;

/**
 * Takes a form's words for this tab. Whichever tab had them is asked to write down what it has not yet and to let go; it is
 * taken from one that does not answer. Until `release`, this tab is asked the same.
 * @param letGo called once when another tab wants them: resolves when everything is written
 * @returns gives them up, when the form is gone; safe to call more than once
 */
export async function takeForm(id: Id, letGo: () => Promise<void>): Promise<() => void> {
  // Without locks no vault opens either: only a part that is tried alone has none.
  const locks: LockManager | null = navigator.locks;
  if (locks === null) return () => undefined;
  let release = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    release = resolve;
  });
  const channel = new BroadcastChannel(CHANNEL);
  let isTaken = false;
  let isGone = false;
  const end = (): void => {
    isGone = true;
    channel.close();
    release();
  };
  const goAway = (): void => {
    if (isGone) return;
    isGone = true;
    void letGo().finally(end);
  };
  const ask = (): void => channel.postMessage(id);
  ask();
  // Whoever only waited for them, too, when they were first asked for, is asked again.
  const asking = setInterval(ask, ASK_EVERY);
  await new Promise<void>((resolve) => {
    const hold = (): Promise<void> => {
      isTaken = true;
      clearInterval(asking);
      channel.onmessage = ({ data }) => {
        if (data === id) goAway();
      };
      resolve();
      return given;
    };
    const request = (how: LockOptions): Promise<void> => locks.request(lockOf(id), how, hold);
    request({ signal: AbortSignal.timeout(PATIENCE) })
      .catch(() => (isTaken ? goAway() : request({ steal: true })))
      // Another tab waited long enough and took them.
      .catch(goAway);
  });
  return end;
}
