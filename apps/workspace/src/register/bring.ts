import { newReference } from '@dayaq/domain';
import type { RowPlan } from '@dayaq/register';
import type { Failure, Id, Vault } from '@dayaq/vault/client';
import { type Brought, noteBrought, noteCases } from './brought.ts';
import { KnownHere, nameOf } from './known-here.ts';
import { actOf } from './to-act.ts';

/** Rows that are saved together: a fraction of a second, after which it can be stopped. */
const SLICE = 100;

type Room = Pick<
  Vault,
  'idsFor' | 'numbered' | 'records' | 'presence' | 'saveTogether' | 'preference' | 'setPreference'
>;

export type Ended =
  /**
   * `elsewhere`: of `already`, those of whose old number or name something was here before that no such row made. `gone`: what
   * was deleted or destroyed here, and is left so.
   */
  | { is: 'done'; brought: number; already: number; elsewhere: number; gone: number }
  | { is: 'stopped'; done: number }
  | { is: 'failed'; done: number; failure: Failure };

/**
 * Saves what rows become, slice by slice. The ids follow from the rows and are the same for every member, so what is here
 * already, from before a cut, from another file or from a colleague, is left as it stands; and what two bring at once, neither
 * of whom knew of the other, is one.
 * @param again whether what was brought before and deleted since comes in again; what was destroyed never does
 * @param planOf makes a row's records again: for all rows at once a phone has no room
 */
export async function bringIn(
  vault: Room,
  brought: Brought,
  rows: number,
  again: boolean,
  planOf: (at: number) => RowPlan,
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Ended> {
  let note: Brought = { ...brought, state: 'begun', total: brought.done + rows };
  let saved = 0;
  let elsewhere = 0;
  let gone = 0;
  const known = new KnownHere(vault);
  for (let at = 0; at < rows; at += SLICE) {
    await noteBrought(vault, note);
    if (isStopped()) return { is: 'stopped', done: at };
    const read = Array.from({ length: Math.min(SLICE, rows - at) }, (_, i) => planOf(at + i)).filter(
      ({ records }) => records.length > 0,
    );
    const plans: { plan: RowPlan; name: string }[] = [];
    for (const [i, found] of (await known.look(read)).entries()) {
      const plan = read[i];
      if (plan !== undefined && (found.is === 'new' || (found.is === 'deleted' && again)))
        plans.push({ plan, name: found.name });
      else if (found.is === 'elsewhere') elsewhere += 1;
      else if (found.is === 'deleted' || found.is === 'destroyed') gone += 1;
    }
    const names = plans.flatMap(({ name, plan }) =>
      [...plan.records.map(({ place }) => place), REFERENCE].map((place) => nameOf(name, place)),
    );
    const found = await vault.idsFor(names);
    const ids = new Map(names.map((name, i) => [name, found[i] as Id]));
    if (found.length !== names.length) return { is: 'failed', done: at, failure: { code: 'locked' } };
    const acts = plans.map(({ name, plan }) => {
      const idOf = (place: string): Id => ids.get(nameOf(name, place)) as Id;
      return actOf(plan, idOf, referenceFrom(idOf(plan.root), idOf(REFERENCE)));
    });
    await noteCases(
      vault,
      note,
      acts.map(({ dossier }) => dossier),
    );
    const outcome = await vault.saveTogether(acts);
    if (!outcome.ok) return { is: 'failed', done: at, failure: outcome.failure };
    saved += outcome.value.length;
    note = { ...note, done: brought.done + at + read.length, lists: note.lists + 1 };
    tell(Math.min(rows, at + SLICE));
  }
  await noteBrought(vault, { ...note, done: note.total, state: 'done' });
  return { is: 'done', brought: saved, already: rows - saved - gone, elsewhere, gone };
}

/** Not the place of any record. */
const REFERENCE = 'reference';

/** The reference of a case that two bring at once is one: it follows from ids, which are as good as random. */
function referenceFrom(...ids: Id[]): string {
  const signs = ids.map((id) => atob(id.replaceAll('-', '+').replaceAll('_', '/'))).join('');
  return newReference(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)));
}
