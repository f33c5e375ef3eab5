import type { DirectoryRecord } from '@dayaq/domain';
import type { Failure, Id, Vault } from '@dayaq/vault/client';
import { type Act, type Here, standingOf } from './plan.ts';
import { UNFINISHED } from './unfinished.ts';

type Told = (done: number, total: number) => void;

/** What of the file's dossiers stands here already. */
export async function readHere(
  vault: Pick<Vault, 'dossier'>,
  records: readonly DirectoryRecord[],
  tell: Told,
): Promise<Here> {
  const ids = [...new Set(records.map(({ dossier }) => dossier))];
  const here = new Map<Id, ReturnType<typeof standingOf>>();
  for (const [index, id] of ids.entries()) {
    const outcome = await vault.dossier(id);
    if (outcome.ok) here.set(id, standingOf(outcome.value));
    if (index % 20 === 0) tell(index, ids.length);
  }
  return here;
}

export type Ended =
  | { is: 'done' }
  | { is: 'stopped'; done: number }
  | { is: 'failed'; done: number; failure: Failure };

/**
 * Saves a plan act by act. While it runs, the device remembers that it is unfinished; choosing the same file again goes
 * on where it stopped, because what was saved is "the same" by then.
 */
export async function runImport(
  vault: Pick<Vault, 'save' | 'setPreference'>,
  acts: readonly Act[],
  tell: Told,
  isStopped: () => boolean,
): Promise<Ended> {
  if (acts.length === 0) {
    await vault.setPreference(UNFINISHED, null);
    return { is: 'done' };
  }
  await vault.setPreference(UNFINISHED, { total: acts.length });
  for (const [done, act] of acts.entries()) {
    if (isStopped()) return { is: 'stopped', done };
    const outcome = await vault.save(act);
    if (!outcome.ok) return { is: 'failed', done, failure: outcome.failure };
    tell(done + 1, acts.length);
  }
  await vault.setPreference(UNFINISHED, null);
  return { is: 'done' };
}
