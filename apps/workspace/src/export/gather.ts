import { ROOT_KINDS } from '@dayaq/domain';
import type { Id, Vault } from '@dayaq/vault/client';
import type { Export } from './files.ts';

type Room = Pick<Vault, 'dossiers' | 'dossier' | 'roster'>;

const PAGE = 200;
/** Dossiers of one export: what a phone has room for. */
export const MOST_DOSSIERS = 20_000;

export type Gathered = { is: 'whole' } | { is: 'cut' } | { is: 'stopped' } | { is: 'locked' };

/** Everything that this member may see of a space, dossier by dossier, so that it moves and can be stopped. */
export async function gather(
  vault: Room,
  space: Id,
  into: Pick<Export, 'add'>,
  tell: (done: number, total: number) => void,
  isStopped: () => boolean,
): Promise<Gathered> {
  let done = 0;
  for (const { kind } of ROOT_KINDS) {
    for (let offset = 0; ; offset += PAGE) {
      const { rows, total } = await vault.dossiers({
        kinds: [kind],
        text: '',
        filters: {},
        sort: 'updated',
        descending: true,
        offset,
        limit: PAGE,
        space,
      });
      for (const { id } of rows) {
        if (isStopped()) return { is: 'stopped' };
        if (done === MOST_DOSSIERS) return { is: 'cut' };
        const view = await vault.dossier(id);
        if (!view.ok && view.failure.code === 'locked') return { is: 'locked' };
        if (view.ok) into.add(view.value);
        done += 1;
        if (done % 20 === 0) tell(done, Math.max(done, total));
      }
      if (rows.length < PAGE) break;
    }
  }
  return { is: 'whole' };
}
