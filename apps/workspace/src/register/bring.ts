import { newReference, REFERENCE_BYTES } from '@dayaq/domain';
import type { RowPlan } from '@dayaq/register';
import type { Failure, Id, Vault } from '@dayaq/vault/client';
import { type Brought, noteBrought, noteCases } from './brought.ts';
import { actOf } from './to-act.ts';

/** Rows that are saved together: a fraction of a second, after which it can be stopped. */
const SLICE = 100;

type Room = Pick<Vault, 'idsFor' | 'numbered' | 'saveTogether' | 'preference' | 'setPreference'>;

export type Ended =
  /** `elsewhere`: of `already`, those of whose old number a case was here before that no such row made. */
  | { is: 'done'; brought: number; already: number; elsewhere: number }
  | { is: 'stopped'; done: number }
  | { is: 'failed'; done: number; failure: Failure };

/**
 * Saves rows as cases, slice by slice. The ids follow from the rows, so one that is here already, from before a cut or from
 * another file, is left as it stands.
 * @param planOf makes a row's records again: for all rows at once a phone has no room
 */
export async function bringIn(
  vault: Room,
  brought: Brought,
  rows: number,
  planOf: (at: number) => RowPlan,
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Ended> {
  let note: Brought = { ...brought, state: 'begun', total: rows, done: 0 };
  let saved = 0;
  let elsewhere = 0;
  for (let at = 0; at < rows; at += SLICE) {
    await noteBrought(vault, note);
    if (isStopped()) return { is: 'stopped', done: at };
    const read = Array.from({ length: Math.min(SLICE, rows - at) }, (_, i) => planOf(at + i)).filter(
      ({ records }) => records.length > 0,
    );
    const plans = await notElsewhere(vault, read);
    elsewhere += read.length - plans.length;
    const names = plans.flatMap(({ name, records }) => records.map(({ place }) => nameOf(name, place)));
    const found = await vault.idsFor(names);
    const ids = new Map(names.map((name, i) => [name, found[i] as Id]));
    if (found.length !== names.length) return { is: 'failed', done: at, failure: { code: 'locked' } };
    const acts = plans.map((plan) =>
      actOf(
        plan,
        (place) => ids.get(nameOf(plan.name, place)) as Id,
        newReference(crypto.getRandomValues(new Uint8Array(REFERENCE_BYTES))),
      ),
    );
    await noteCases(
      vault,
      note,
      acts.map(({ dossier }) => dossier),
    );
    const outcome = await vault.saveTogether(acts);
    if (!outcome.ok) return { is: 'failed', done: at, failure: outcome.failure };
    saved += outcome.value.length;
    const done = at + read.length;
    note = { ...note, done, lists: note.lists + 1 };
    tell(Math.min(rows, at + SLICE));
  }
  await noteBrought(vault, { ...note, done: rows, state: 'done' });
  return { is: 'done', brought: saved, already: rows - saved, elsewhere };
}

/** Rows without those whose old number a case has that came otherwise: a colleague brought the same file, or took it down. */
async function notElsewhere(vault: Room, plans: readonly RowPlan[]): Promise<RowPlan[]> {
  const numbers = plans.map(oldNumber).filter(Boolean);
  const known = await vault.numbered(numbers);
  const ids = await vault.idsFor(plans.map(({ name }) => nameOf(name, 'case')));
  return plans.filter((plan, i) => {
    const dossier = known[oldNumber(plan)];
    return dossier === undefined || dossier === ids[i];
  });
}

function oldNumber({ records }: RowPlan): string {
  const number = records.find(({ kind }) => kind === 'case')?.fields['oldNumber'];
  return typeof number === 'string' ? number : '';
}

const nameOf = (row: string, place: string): string => `register/${place}/${row}`;
