import { type DirectoryRecord, kindOf } from '@dayaq/domain';
import type { Change, DossierView, FieldOp, Id, Value } from '@dayaq/vault/client';
import { changesBetween, type Values } from '@dayaq/acts/changes-between';

/** Changes in one entry: well below what an entry may hold, however long the texts are. */
const CHANGES_AN_ACT = 50;

/** A record as it stands here already. */
export interface Standing {
  kind: string;
  deleted: boolean;
  fields: Values;
}
/** The dossiers of the file that are here already: id → its root's kind and its records. */
export type Here = ReadonlyMap<Id, { kind: string; records: ReadonlyMap<Id, Standing> }>;

export interface Act {
  dossier: Id;
  changes: Change[];
}

export interface ImportPlan {
  /** New records, each of them whole. */
  fresh: readonly Act[];
  /** What the file says otherwise than what stands here. */
  changed: readonly Act[];
  /** New records by kind. */
  counts: Readonly<Record<string, number>>;
  /** Records that differ, with the fields in which they do. */
  differing: readonly { kind: string; name: string; fields: readonly string[] }[];
  same: number;
  /** Deleted here; an import does not bring them back. */
  deleted: number;
  /** Ids that mean something else here: nothing of the file may be taken. */
  clashes: readonly Id[];
}

/** What stands here, in the form that `planImport` reads. */
export function standingOf(view: DossierView): { kind: string; records: Map<Id, Standing> } {
  const standing = view.records.map(({ id, kind, deleted, fields }): [Id, Standing] => [
    id,
    {
      kind,
      deleted,
      fields: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
    },
  ]);
  return { kind: view.kind, records: new Map(standing) };
}

/**
 * What an import would do, worked out before anything is saved. Applying it and planning the same file again gives a
 * plan in which nothing is left to do. Fields of which the file says nothing stay as they are.
 */
export function planImport(records: readonly DirectoryRecord[], here: Here): ImportPlan {
  const fresh = new Map<Id, Change[]>();
  const changed = new Map<Id, Change[]>();
  const counts: Record<string, number> = {};
  const differing: { kind: string; name: string; fields: string[] }[] = [];
  const clashes: Id[] = [];
  let same = 0;
  let deleted = 0;
  for (const { id, kind, dossier, fields } of records) {
    const there = here.get(dossier);
    if (there !== undefined && there.kind !== 'provider') {
      clashes.push(id);
      continue;
    }
    const standing = there?.records.get(id);
    if (standing !== undefined && standing.kind !== kind) clashes.push(id);
    else if (standing?.deleted === true || there?.records.get(dossier)?.deleted === true) deleted += 1;
    else {
      const ops = opsOf(kind, standing?.fields ?? {}, fields);
      const names = Object.keys(ops);
      if (standing === undefined) {
        push(fresh, dossier, { kind, record: id, fields: ops });
        counts[kind] = (counts[kind] ?? 0) + 1;
      } else if (names.length === 0) same += 1;
      else {
        push(changed, dossier, { kind, record: id, fields: ops });
        const name = standing.fields.name ?? fields.name;
        differing.push({ kind, name: typeof name === 'string' ? name : '', fields: names });
      }
    }
  }
  return { fresh: acts(fresh), changed: acts(changed), counts, differing, same, deleted, clashes };
}

function opsOf(kind: string, before: Values, after: Record<string, unknown>): Record<string, FieldOp> {
  const known = kindOf(kind);
  if (known === undefined) return {};
  // The importer has checked every value against its field.
  const values = { ...after } as Record<string, Value>;
  // A hidden place leaves without its district; "not known" must not come back in its stead.
  if (before.area !== undefined && isUnknownPlace(values.area)) delete values.area;
  return changesBetween(known, before, values);
}

const isUnknownPlace = (value: Value | undefined): boolean =>
  typeof value === 'object' && value !== null && 'area' in value && value.area === 'unknown';

function push(to: Map<Id, Change[]>, dossier: Id, change: Change): void {
  const held = to.get(dossier);
  if (held === undefined) to.set(dossier, [change]);
  else held.push(change);
}

/** The provider comes first in its dossier: an interruption leaves no parts without a head. */
function acts(changes: ReadonlyMap<Id, Change[]>): Act[] {
  return [...changes].flatMap(([dossier, all]) => {
    const sorted = [...all].sort((a, b) => Number(b.record === dossier) - Number(a.record === dossier));
    const cut: Act[] = [];
    for (let at = 0; at < sorted.length; at += CHANGES_AN_ACT)
      cut.push({ dossier, changes: sorted.slice(at, at + CHANGES_AN_ACT) });
    return cut;
  });
}
