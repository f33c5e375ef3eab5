import { fieldOf, kindOf } from '@dayaq/domain';
import type { DossierView, Id, LinkRow, Vault } from '@dayaq/vault/client';

/** Dossiers that are looked at around one. */
const MOST = 60;
const MOST_LINKS = 500;

/** What belongs to the people of one dossier beside it, as far as this member may open it. */
export interface Belonging {
  /** What went before it: joined into it, or into what was. */
  before: DossierView[];
  /** Where it goes on itself, step by step. */
  onward: DossierView[];
  /** Others about the same people, and what stands beside any of these. */
  others: DossierView[];
  /** There is more than was looked at. */
  more: boolean;
}

type Room = Pick<Vault, 'linked' | 'dossier'>;
type Sort = 'before' | 'onward' | 'others';

/** Finds it by what the kinds say of their links: where one goes on, who is the same in another, what it stands beside. */
export async function belongingTo(vault: Room, id: Id): Promise<Belonging> {
  const sorts = new Map<Id, Sort | 'self'>([[id, 'self']]);
  let more = false;
  for (const [at, sort] of sorts) {
    const { to, from, more: isCut } = await vault.linked({ id: at, limit: MOST_LINKS });
    more ||= isCut;
    const found = [
      ...from.flatMap((row) => sortOfFrom(row, at, sort)),
      ...to.flatMap((row) => sortOfTo(row, at, sort)),
    ];
    for (const [dossier, as] of found) {
      if (sorts.has(dossier)) continue;
      if (sorts.size > MOST) more = true;
      else sorts.set(dossier, as);
    }
  }
  const belonging: Belonging = { before: [], onward: [], others: [], more };
  for (const [dossier, sort] of sorts) {
    if (sort === 'self') continue;
    const opened = await vault.dossier(dossier);
    if (opened.ok && !opened.value.closed) belonging[sort].push(opened.value);
  }
  return belonging;
}

/** What leads to a dossier, and as what that belongs to the one that was asked about. */
function sortOfFrom({ field, end }: LinkRow, at: Id, of: Sort | 'self'): [Id, Sort][] {
  if (end.dossier === at) return [];
  const isRoot = end.id === end.dossier;
  const known = kindOf(end.kind);
  if (isRoot && known?.counts?.into === field)
    return of === 'onward' ? [[end.dossier, 'others']] : [[end.dossier, of === 'self' ? 'before' : of]];
  if (isRoot && known?.beside === field) return [[end.dossier, 'others']];
  return isOfTheSame(end.kind, field) && of !== 'others' ? [[end.dossier, 'others']] : [];
}

function sortOfTo({ kind, record, field, end }: LinkRow, at: Id, of: Sort | 'self'): [Id, Sort][] {
  if (end.dossier === at) return [];
  if (record === at && kindOf(kind)?.counts?.into === field && of !== 'before' && of !== 'others')
    return [[end.dossier, 'onward']];
  return isOfTheSame(kind, field) && of !== 'others' ? [[end.dossier, 'others']] : [];
}

/** Whether a link says that somebody stands in another dossier too: of a kind that is known again, to where it is. */
function isOfTheSame(kind: string, field: string): boolean {
  const type = fieldOf(kind, field)?.type;
  if (kindOf(kind)?.counts?.same === undefined || type?.is !== 'links') return false;
  return type.to.reach.includes('space') && !type.to.reach.includes('account');
}

/** What goes along where a dossier is destroyed, and what cannot, as another organisation has or had it. */
export const canGo = ({ shared }: Pick<DossierView, 'shared'>): boolean => shared === null;
