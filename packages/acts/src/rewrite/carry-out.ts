import { readSealedFile, type SealedFile } from '@dayaq/domain';
import type { Change, DossierView, Failure, Id, Outcome, Vault } from '@dayaq/vault/client';
import { relinkedTo, type RewriteRefusal, rewriteRefusal, rewritten } from './rewritten.ts';

type Room = Pick<
  Vault,
  | 'newId'
  | 'syncNow'
  | 'status'
  | 'openFile'
  | 'addFile'
  | 'dropFile'
  | 'linked'
  | 'dossier'
  | 'save'
  | 'erase'
>;

export type RewriteOutcome =
  | { is: 'done'; dossier: Id }
  | { is: 'refused'; refusal: RewriteRefusal | 'too-many-links' | 'file-not-here' | Unseen }
  /** Somebody wrote in the old one while it was written anew: it was not destroyed, and both stand. */
  | { is: 'both-stand'; dossier: Id }
  | { is: 'failed'; failure: Failure };

/** Why it cannot be said that everything that was written stands in the view: `unseen` where the server is not to be had. */
type Unseen = 'unseen' | 'moved';

/** Changes of one act; what is larger goes in several, each behind the one before. */
const IN_ONE_ACT = 100;
const MOST_LINKS = 500;

/**
 * Writes a case anew without some of its records, for the same readers, leads to the new one what led to the old, and destroys the
 * old one for good. Cut off before the last step, both are there, and nothing is lost. What colleagues wrote and nobody has looked at
 * is asked for first and last: it would be destroyed, and perhaps it is a danger.
 * @param gone the records, with what goes along
 * @param why code of the list `erasure-reasons`
 * @param now milliseconds since 1970
 */
export async function rewriteCase(
  vault: Room,
  view: DossierView,
  gone: ReadonlySet<Id>,
  { why, now }: { why: string; now: number },
): Promise<RewriteOutcome> {
  const refusal = rewriteRefusal(view);
  if (refusal !== null) return { is: 'refused', refusal };
  const unseen = await unseenIn(vault, view);
  if (unseen !== null) return { is: 'refused', refusal: unseen };
  const { from: linked, more } = await vault.linked({ id: view.id, limit: MOST_LINKS });
  if (more && linked.length >= MOST_LINKS) return { is: 'refused', refusal: 'too-many-links' };

  const dossier = await vault.newId();
  const ids = new Map<Id, Id>([[view.id, dossier]]);
  for (const { id } of view.records) if (id !== view.id) ids.set(id, await vault.newId());
  const files = await filesAnew(vault, view, gone, dossier);
  if (!files.ok) {
    const isAway = files.failure.code === 'file-not-here';
    return isAway ? { is: 'refused', refusal: 'file-not-here' } : { is: 'failed', failure: files.failure };
  }
  const { acts, ids: there } = rewritten(
    view,
    gone,
    (record) => ids.get(record) ?? '',
    (blob) => files.value.get(blob),
    now,
  );
  const fail = async (failure: Failure): Promise<RewriteOutcome> => {
    for (const { blob } of files.value.values()) await vault.dropFile({ dossier, blob });
    return { is: 'failed', failure };
  };
  let isFirst = true;
  for (const changes of acts.flatMap((changes) => [...inParts(changes)])) {
    const closed = isFirst && view.restricted ? { restrictedTo: [...view.readers] } : {};
    const saved = await vault.save({ dossier, changes, ...closed });
    if (!saved.ok) return isFirst ? fail(saved.failure) : { is: 'failed', failure: saved.failure };
    isFirst = false;
  }
  const others = new Set(linked.map(({ end }) => end.dossier).filter((other) => other !== view.id));
  for (const other of others) {
    const opened = await vault.dossier(other);
    const changes = opened.ok ? relinkedTo(opened.value, there) : [];
    const led = changes.length === 0 ? null : await vault.save({ dossier: other, changes });
    if (led !== null && !led.ok) return { is: 'failed', failure: led.failure };
  }
  if ((await unseenIn(vault, view)) !== null) return { is: 'both-stand', dossier };
  const erased = await vault.erase({ dossier: view.id, why, instead: dossier });
  return erased.ok ? { is: 'done', dossier } : { is: 'failed', failure: erased.failure };
}

async function unseenIn(vault: Room, view: DossierView): Promise<Unseen | null> {
  await vault.syncNow();
  if ((await vault.status()).sync.state === 'offline') return 'unseen';
  const now = await vault.dossier(view.id);
  const isSame = now.ok && JSON.stringify(now.value.records) === JSON.stringify(view.records);
  return isSame && now.value.complete ? null : 'moved';
}

function* inParts(changes: readonly Change[]): Generator<Change[]> {
  for (let at = 0; at < changes.length; at += IN_ONE_ACT) yield changes.slice(at, at + IN_ONE_ACT);
}

/** The files that stay, sealed anew for the new case, by their old blob. */
async function filesAnew(
  vault: Room,
  view: DossierView,
  gone: ReadonlySet<Id>,
  dossier: Id,
): Promise<Outcome<Map<string, SealedFile>>> {
  const made = new Map<string, SealedFile>();
  const all = view.records
    .filter(({ id, deleted }) => !deleted && !gone.has(id))
    .flatMap(({ fields }) => Object.values(fields).flatMap(({ value }) => readSealedFile(value) ?? []));
  for (const file of all) {
    if (made.has(file.blob)) continue;
    const opened = await vault.openFile({ dossier: view.id, file });
    const added = opened.ok
      ? await vault.addFile({ dossier, name: file.name, mediaType: file.mediaType, bytes: opened.value })
      : opened;
    if (added.ok) {
      made.set(file.blob, added.value);
      continue;
    }
    for (const { blob } of made.values()) await vault.dropFile({ dossier, blob });
    return added;
  }
  return { ok: true, value: made };
}
