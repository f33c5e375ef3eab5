import type { DossierView, Failure, Id, SaveTogether, Vault } from '@dayaq/vault/client';
import { type Brought, casesOf, noteBrought } from './brought.ts';

const SLICE = 100;

type Room = Pick<Vault, 'dossier' | 'linked' | 'saveTogether' | 'preference' | 'setPreference'>;

export type Undone =
  | { is: 'done'; deleted: number; worked: number }
  | { is: 'stopped' }
  | { is: 'failed'; failure: Failure };

/**
 * Deletes every case of an import on which nobody has worked since, neither in it nor beside it: what a colleague writes unseen
 * brings it back. What was interrupted is gone on with by doing it again.
 */
export async function undoImport(
  vault: Room,
  me: Id,
  brought: Brought,
  tell: (done: number, total: number) => void,
  isStopped: () => boolean,
): Promise<Undone> {
  const cases = await casesOf(vault, brought);
  let deleted = 0;
  let worked = 0;
  for (let at = 0; at < cases.length; at += SLICE) {
    if (isStopped()) return { is: 'stopped' };
    const views = await Promise.all(cases.slice(at, at + SLICE).map((id) => vault.dossier(id)));
    const acts: SaveTogether[] = [];
    for (const view of views) {
      if (!view.ok) {
        if (view.failure.code === 'locked') return { is: 'failed', failure: view.failure };
        continue;
      }
      const state = standing(view.value, me, brought.began);
      const { id, kind } = view.value;
      const isLedTo = state === 'brought' && (await isNamedElsewhere(vault, id));
      if (state === 'worked' || isLedTo) worked += 1;
      if (state !== 'brought' || isLedTo) continue;
      acts.push({ dossier: id, changes: [{ kind, record: id, fields: {}, deleted: true }] });
    }
    const outcome = await vault.saveTogether(acts);
    if (!outcome.ok) return { is: 'failed', failure: outcome.failure };
    deleted += outcome.value.length;
    tell(Math.min(cases.length, at + SLICE), cases.length);
  }
  await noteBrought(vault, { ...brought, state: 'undone' });
  return { is: 'done', deleted, worked };
}

/** Whether notes, a matter, somebody in another case lead to it. */
async function isNamedElsewhere(vault: Room, id: Id): Promise<boolean> {
  const { from } = await vault.linked({ id, limit: 50 });
  return from.some(({ end }) => end.dossier !== id);
}

/** Whether a case stands as this import brought it, was there before it, is gone, or was worked on since. */
function standing(
  { id, records }: DossierView,
  me: Id,
  began: number,
): 'brought' | 'older' | 'gone' | 'worked' {
  const root = records.find((record) => record.id === id);
  if (root === undefined || root.deleted) return 'gone';
  if (root.created.by !== me || root.created.at < began) return 'older';
  const isAsBrought = records.every(
    ({ created, updated, deleted }) =>
      !deleted && created.at === root.created.at && updated.at === root.created.at && updated.by === me,
  );
  return isAsBrought ? 'brought' : 'worked';
}
