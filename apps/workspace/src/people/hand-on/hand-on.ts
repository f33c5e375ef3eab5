import { handOnChanges, type KeptBecause, keptBecause, takeBackChanges } from '@dayaq/acts/hand-on';
import type { DossierView, Failure, Id, MemberView, Outcome, SaveTogether, Vault } from '@dayaq/vault/client';
import { type Given, givenIn, type HandedOn, noteGiven, noteHandedOn } from './handed-on.ts';

/** Dossiers that are handed on together: a fraction of a second, after which it can be stopped. */
const SLICE = 25;

type Room = Pick<
  Vault,
  'dossier' | 'history' | 'saveTogether' | 'restrict' | 'preference' | 'setPreference' | 'members'
>;

/** To whom something goes. `asked`: where it was in doubt, somebody has asked. */
export interface Choice {
  dossier: Id;
  to: Pick<MemberView, 'account' | 'name'>;
  asked?: true;
}

/** What stays where it was, and why. */
export interface Kept extends Choice {
  because: KeptBecause;
}

export type Ended = { given: number; kept: Kept[] } & (
  | { is: 'done' }
  | { is: 'stopped' }
  | { is: 'failed'; failure: Failure }
);

/**
 * Hands on what one member holds, case by case to whom it was chosen for. What is done already is not there any more, so that
 * what was interrupted is gone on with by doing it again.
 */
export async function handOn(
  vault: Room,
  begun: HandedOn,
  choices: readonly Choice[],
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Ended> {
  let note = begun;
  const kept: Kept[] = [];
  const failed = (failure: Failure): Ended => ({ is: 'failed', given: note.done, kept, failure });
  for (let at = 0; at < choices.length; at += SLICE) {
    if (isStopped()) return { is: 'stopped', given: note.done, kept };
    const given: Given[] = [];
    const acts: SaveTogether[] = [];
    for (const choice of choices.slice(at, at + SLICE)) {
      const { dossier, to, asked } = choice;
      const view = await vault.dossier(dossier);
      if (!view.ok && view.failure.code === 'locked') return failed(view.failure);
      if (!view.ok) continue;
      const changes = handOnChanges(view.value, note.from, to.account);
      if (changes.length === 0) continue;
      const because = keptBecause(view.value, to);
      if (because !== null && !(because === 'doubt' && asked === true)) {
        kept.push({ ...choice, because });
        continue;
      }
      const { restricted, readers } = view.value;
      const isAdded = restricted && !readers.includes(to.account);
      given.push({
        dossier,
        to: to.account,
        records: changes.map(({ record }) => record),
        entries: await entriesOf(vault, dossier),
        readers: isAdded ? readers : null,
      });
      acts.push({ dossier, changes });
    }
    await noteGiven(vault, note, given);
    await noteHandedOn(vault, { ...note, done: note.done + given.length, lists: note.lists + 1 });
    for (const { dossier, to, readers } of given) {
      if (readers === null) continue;
      const opened = await vault.restrict({ dossier, to: [...readers, to] });
      if (!opened.ok) return failed(opened.failure);
    }
    const saved = await vault.saveTogether(acts);
    if (!saved.ok) return failed(saved.failure);
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

/**
 * Takes a handing on back, but for what somebody has worked on since. Who was added as a reader is one no longer. Where somebody
 * has decided since who reads, that is left as it is, and nothing goes back to one who may read it no more.
 */
export async function takeBack(vault: Room, note: HandedOn): Promise<Outcome<TakenBack>> {
  const given = await givenIn(vault, note);
  const here = new Set(
    (await vault.members()).filter(({ removed }) => !removed).map(({ account }) => account),
  );
  let worked = 0;
  let back = 0;
  for (let at = 0; at < given.length; at += SLICE) {
    const acts: SaveTogether[] = [];
    const readersOf: { dossier: Id; to: Id[] }[] = [];
    for (const each of given.slice(at, at + SLICE)) {
      const { dossier, to, records } = each;
      const view = await vault.dossier(dossier);
      if (!view.ok) {
        if (view.failure.code === 'locked') return view;
        continue;
      }
      const mayGoBack = !here.has(note.from) || isOpenTo(view.value, note.from);
      // The handing on itself is one; no clock says what came after it.
      const isWorkedOn = (await entriesOf(vault, dossier)) !== each.entries + 1;
      const changes =
        mayGoBack && !isWorkedOn ? takeBackChanges(view.value, { records, from: note.from, to }) : null;
      if (changes === null) worked += 1;
      if (changes === null || changes.length === 0) continue;
      acts.push({ dossier, changes });
      if (each.readers !== null && isAsLeft(view.value, [...each.readers, to], here))
        readersOf.push({ dossier, to: view.value.readers.filter((reader) => reader !== to) });
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

async function entriesOf(vault: Room, dossier: Id): Promise<number> {
  const history = await vault.history(dossier);
  return history.ok ? history.value.length : -1;
}

const isOpenTo = ({ restricted, readers }: DossierView, account: Id): boolean =>
  !restricted || readers.includes(account);

/** Whether those read whom the handing on left as readers, but for whoever is no member any more. */
function isAsLeft({ restricted, readers }: DossierView, left: readonly Id[], here: ReadonlySet<Id>): boolean {
  return (
    restricted &&
    readers.every((reader) => left.includes(reader)) &&
    left.every((reader) => readers.includes(reader) || !here.has(reader))
  );
}
