import { newReference } from '@dayaq/domain';
import { type RowPlan, valueKey } from '@dayaq/register';
import type { Failure, Id, Vault } from '@dayaq/vault/client';
import { type Brought, noteBrought, noteCases } from './brought.ts';
import { actOf } from './to-act.ts';

/** Rows that are saved together: a fraction of a second, after which it can be stopped. */
const SLICE = 100;

type Room = Pick<Vault, 'idsFor' | 'numbered' | 'records' | 'saveTogether' | 'preference' | 'setPreference'>;

export type Ended =
  /** `elsewhere`: of `already`, those of whose old number or name something was here before that no such row made. */
  | { is: 'done'; brought: number; already: number; elsewhere: number }
  | { is: 'stopped'; done: number }
  | { is: 'failed'; done: number; failure: Failure };

/**
 * Saves what rows become, slice by slice. The ids follow from the rows and are the same for every member, so what is here
 * already, from before a cut, from another file or from a colleague, is left as it stands; and what two bring at once, neither
 * of whom knew of the other, is one.
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
  const known = new Elsewhere(vault);
  for (let at = 0; at < rows; at += SLICE) {
    await noteBrought(vault, note);
    if (isStopped()) return { is: 'stopped', done: at };
    const read = Array.from({ length: Math.min(SLICE, rows - at) }, (_, i) => planOf(at + i)).filter(
      ({ records }) => records.length > 0,
    );
    const plans = await known.without(read);
    elsewhere += read.length - plans.length;
    const names = plans.flatMap(({ name, records }) =>
      [...records.map(({ place }) => place), REFERENCE].map((place) => nameOf(name, place)),
    );
    const found = await vault.idsFor(names);
    const ids = new Map(names.map((name, i) => [name, found[i] as Id]));
    if (found.length !== names.length) return { is: 'failed', done: at, failure: { code: 'locked' } };
    const acts = plans.map((plan) => {
      const idOf = (place: string): Id => ids.get(nameOf(plan.name, place)) as Id;
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
    const done = at + read.length;
    note = { ...note, done, lists: note.lists + 1 };
    tell(Math.min(rows, at + SLICE));
  }
  await noteBrought(vault, { ...note, done: rows, state: 'done' });
  return { is: 'done', brought: saved, already: rows - saved, elsewhere };
}

/** Not the place of any record. */
const REFERENCE = 'reference';

/** The reference of a case that two bring at once is one: it follows from ids, which are as good as random. */
function referenceFrom(...ids: Id[]): string {
  const signs = ids.map((id) => atob(id.replaceAll('-', '+').replaceAll('_', '/'))).join('');
  return newReference(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)));
}

/** What is here under the number or name of a row and came otherwise: a colleague took it down. */
class Elsewhere {
  readonly #vault: Room;
  #providers: Map<string, Id> | null = null;

  constructor(vault: Room) {
    this.#vault = vault;
  }

  async without(plans: readonly RowPlan[]): Promise<RowPlan[]> {
    const known = await this.#vault.numbered(plans.map(oldNumber).filter(Boolean));
    const ids = await this.#vault.idsFor(plans.map(({ name, root }) => nameOf(name, root)));
    if (this.#providers === null && plans.some(({ root }) => root === 'provider'))
      this.#providers = await providersByName(this.#vault);
    return plans.filter((plan, i) => {
      const dossier =
        plan.root === 'provider'
          ? this.#providers?.get(valueKey(providerName(plan)))
          : known[oldNumber(plan)];
      return dossier === undefined || dossier === ids[i];
    });
  }
}

const PAGE = 500;

/** Every provider of the directory, by its name as it is compared. */
async function providersByName(vault: Room): Promise<Map<string, Id>> {
  const found = new Map<string, Id>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Room['records']>> = await vault.records({
      kinds: ['provider'],
      after,
      limit: PAGE,
    });
    for (const { dossier, fields } of page.records) {
      const { name } = fields;
      if (typeof name === 'string') found.set(valueKey(name), dossier);
    }
    after = page.next;
  } while (after !== null);
  return found;
}

function providerName({ records }: RowPlan): string {
  const name = records.find(({ kind }) => kind === 'provider')?.fields['name'];
  return typeof name === 'string' ? name : '';
}

function oldNumber({ records }: RowPlan): string {
  const number = records.find(({ kind }) => kind === 'case')?.fields['oldNumber'];
  return typeof number === 'string' ? number : '';
}

const nameOf = (row: string, place: string): string => `register/${place}/${row}`;
