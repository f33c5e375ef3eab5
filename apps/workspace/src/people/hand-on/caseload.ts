import { heldIn } from '@dayaq/acts/hand-on';
import { plainRecord } from '@dayaq/acts/record-values';
import { gravestDanger, type Kind, kindOf, KINDS } from '@dayaq/domain';
import type { DossierView, Id, Vault } from '@dayaq/vault/client';

/** Where somebody holds something, as far as this device may open it. */
export interface Held {
  dossier: Id;
  /** Of its root. */
  kind: string;
  title: string;
  reference: string;
  /** They lead it; else something in it waits for them. */
  leads: boolean;
  /** How many things: the case itself, its tasks, matters, responses, referrals. */
  things: number;
  restricted: boolean;
  /** How dangerous it stands, as its page says; null where nothing in it is. */
  danger: 'high' | 'critical' | null;
}

type Room = Pick<Vault, 'cases' | 'tasks' | 'records' | 'dossier'>;

const PAGE = 200;
const MOST_TASKS = 500;
/** Dossiers that are looked at; of a larger caseload the rest follows when these are handed on. */
const MOST = 2000;
/** Characters. */
const LONGEST_TITLE = 120;

/** Kinds that are held and of which the device has a list. */
const LISTED = Object.values<Kind>(KINDS)
  .filter(({ held, listed }) => held !== undefined && listed === true)
  .map(({ kind }) => kind);

/**
 * Everything that a member holds and that is not ended.
 * @param tell how many dossiers were looked at, of how many
 * @param isStopped asked between two of them: then null
 */
export async function caseloadOf(
  vault: Room,
  of: Id,
  tell: (done: number, total: number) => void,
  isStopped: () => boolean,
): Promise<{ held: Held[]; more: boolean } | null> {
  const found = await dossiersOf(vault, of, isStopped);
  const dossiers = found.slice(0, MOST);
  const held: Held[] = [];
  for (const [i, dossier] of dossiers.entries()) {
    if (isStopped()) return null;
    if (i % 10 === 0) tell(i, dossiers.length);
    const view = await vault.dossier(dossier);
    const each = view.ok ? heldThere(view.value, of) : null;
    if (each !== null) held.push(each);
  }
  return { held: held.sort(byDanger), more: found.length > MOST };
}

export function heldThere(view: DossierView, of: Id): Held | null {
  const things = heldIn(view, of);
  const root = view.records.find(({ id }) => id === view.id);
  if (things.length === 0 || root === undefined || root.deleted) return null;
  const text = (field: string): string => {
    const value = root.fields[field]?.value;
    return typeof value === 'string' ? value : '';
  };
  const title = kindOf(view.kind)?.title.map(text).find(Boolean) ?? '';
  return {
    dossier: view.id,
    kind: view.kind,
    title: title.slice(0, LONGEST_TITLE),
    reference: text('reference'),
    leads: things.some(({ id }) => id === view.id),
    things: things.length,
    restricted: view.restricted,
    danger: gravestDanger(view.records.filter(({ deleted }) => !deleted).map(plainRecord)),
  };
}

const GRAVITY = ['critical', 'high', null];
/** The gravest first: somebody else has to take these at once. */
const byDanger = (a: Held, b: Held): number => GRAVITY.indexOf(a.danger) - GRAVITY.indexOf(b.danger);

async function dossiersOf(vault: Room, of: Id, isStopped: () => boolean): Promise<Id[]> {
  const found = new Set<Id>();
  for (let offset = 0; found.size <= MOST && !isStopped(); offset += PAGE) {
    const { rows } = await vault.cases({
      text: '',
      filters: { owner: [of] },
      sort: 'updated',
      descending: true,
      offset,
      limit: PAGE,
    });
    for (const { id } of rows) found.add(id);
    if (rows.length < PAGE) break;
  }
  for (const { dossier } of await vault.tasks({ owner: of, until: null, limit: MOST_TASKS }))
    found.add(dossier);
  for (let after: string | null = null; found.size <= MOST && !isStopped(); ) {
    const page = await vault.records({ kinds: LISTED, after, limit: 1000 });
    for (const { dossier, fields } of page.records)
      if (Object.values(fields).includes(of)) found.add(dossier);
    if (page.next === null) break;
    after = page.next;
  }
  return [...found];
}
