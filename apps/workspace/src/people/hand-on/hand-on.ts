import { handOnChanges, isKeptFrom, takeBackChanges } from '@dayaq/acts/hand-on';
import type { Failure, Id, MemberView, Outcome, SaveTogether, Vault } from '@dayaq/vault/client';
import { type Given, givenIn, type HandedOn, noteGiven, noteHandedOn } from './handed-on.ts';

/** Dossiers that are handed on together: a fraction of a second, after which it can be stopped. */
const SLICE = 25;

type Room = Pick<Vault, 'dossier' | 'saveTogether' | 'restrict' | 'preference' | 'setPreference'>;

export type Ended =
  /** `kept`: of which the client said that this colleague must not come near them; they stay where they were. */
  | { is: 'done'; given: number; kept: Id[] }
  | { is: 'stopped'; given: number }
  | { is: 'failed'; given: number; failure: Failure };

/**
 * Hands on what one member holds, case by case to whom it was chosen for. What is done already is not there any more, so that
 * what was interrupted is gone on with by doing it again.
 */
export async function handOn(
  vault: Room,
  begun: HandedOn,
  choices: readonly { dossier: Id; to: Pick<MemberView, 'account' | 'name'> }[],
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Ended> {
  let note = begun;
  const kept: Id[] = [];
  for (let at = 0; at < choices.length; at += SLICE) {
    if (isStopped()) return { is: 'stopped', given: note.done };
    const given: Given[] = [];
    const acts: SaveTogether[] = [];
    for (const { dossier, to } of choices.slice(at, at + SLICE)) {
      const view = await vault.dossier(dossier);
      if (!view.ok && view.failure.code === 'locked')
        return { is: 'failed', given: note.done, failure: view.failure };
      if (!view.ok) continue;
      if (isKeptFrom(view.value, to)) {
        kept.push(dossier);
        continue;
      }
      const changes = handOnChanges(view.value, note.from, to.account);
      if (changes.length === 0) continue;
      const { restricted, readers } = view.value;
      const isAdded = restricted && !readers.includes(to.account);
      given.push({
        dossier,
        to: to.account,
        records: changes.map(({ record }) => record),
        readers: isAdded ? readers : null,
      });
      acts.push({ dossier, changes });
    }
    await noteGiven(vault, note, given);
    await noteHandedOn(vault, { ...note, done: note.done + given.length, lists: note.lists + 1 });
    for (const { dossier, to, readers } of given) {
      if (readers === null) continue;
      const opened = await vault.restrict({ dossier, to: [...readers, to] });
      if (!opened.ok) return { is: 'failed', given: note.done, failure: opened.failure };
    }
    const saved = await vault.saveTogether(acts);
    if (!saved.ok) return { is: 'failed', given: note.done, failure: saved.failure };
    note = { ...note, done: note.done + given.length, lists: note.lists + 1 };
    tell(Math.min(choices.length, at + SLICE));
  }
  return { is: 'done', given: note.done, kept };
}

export interface TakenBack {
  back: number;
  /** Somebody has worked on these since; they stay where they are. */
  worked: number;
}

/** Takes a handing on back, but for what somebody has worked on since. Who was added as a reader is one no longer. */
export async function takeBack(vault: Room, note: HandedOn, me: Id): Promise<Outcome<TakenBack>> {
  const given = await givenIn(vault, note);
  let worked = 0;
  let back = 0;
  for (let at = 0; at < given.length; at += SLICE) {
    const acts: SaveTogether[] = [];
    const readersOf: { dossier: Id; to: Id[] }[] = [];
    for (const { dossier, to, records, readers } of given.slice(at, at + SLICE)) {
      const view = await vault.dossier(dossier);
      if (!view.ok) {
        if (view.failure.code === 'locked') return view;
        continue;
      }
      const changes = takeBackChanges(view.value, {
        records,
        from: note.from,
        to,
        by: me,
        since: note.began,
      });
      if (changes === null) worked += 1;
      if (changes === null || changes.length === 0) continue;
      acts.push({ dossier, changes });
      if (readers !== null) readersOf.push({ dossier, to: readers });
    }
    const saved = await vault.saveTogether(acts);
    if (!saved.ok) return saved;
    back += acts.length;
    for (const each of readersOf) {
      const closed = await vault.restrict(each);
      if (!closed.ok) return closed;
    }
  }
  await noteHandedOn(vault, { ...note, state: 'undone' });
  return { ok: true, value: { back, worked } };
}
