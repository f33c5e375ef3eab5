import { fieldOf, linkFieldsOf, linksIn } from '@dayaq/domain';
import type { Change, DossierView, FieldOp, Id, LinkRow, RecordView, Value } from '@dayaq/vault/client';
import { textsOf, type Values } from './changes-between.ts';
import { valuesOf } from './record-values.ts';

/**
 * What two joined cases lead to, and what leads to them. Which fields these are follows from the kinds' types: a kind that gets
 * a link tomorrow is joined with it.
 */

/** The case in which another goes on: it says that the two were joined, and is set by joining alone. */
const SAYS_JOINED = 'joinedInto';

/** Fields of a kind that lead to cases, or to what stands in them: not those of whom somebody does not want near. */
export function ledFields(kind: string): string[] {
  return linkFieldsOf(kind).filter((name) => {
    const type = fieldOf(kind, name)?.type;
    return name !== SAYS_JOINED && type !== undefined && 'to' in type && type.to.reach.includes('space');
  });
}

/** Where the links of a case lead once another was joined into it. */
export interface Moved {
  /** Ids of the case that ends and of what moves → those that they have in the other. */
  ids: ReadonlyMap<Id, Id>;
  /** What stands in the case that goes on: a link to it would lead in a circle. */
  own: ReadonlySet<Id>;
}

/** @param ids see `Moved.ids` */
export function movedTo(
  { into, from }: Record<'into' | 'from', Pick<DossierView, 'id' | 'records'>>,
  ids: ReadonlyMap<Id, Id>,
): Moved {
  const stood = [...into.records, ...from.records].map(({ id }) => id);
  return { ids, own: new Set([into.id, ...stood, ...ids.values()]) };
}

/** The links of a field as they are to be in the case that goes on. */
export function linksMoved(kind: string, name: string, value: Value, { ids, own }: Moved): Value {
  const led = [...new Set(linksIn(kind, name, value).map((id) => ids.get(id) ?? id))].filter(
    (id) => !own.has(id),
  );
  return fieldOf(kind, name)?.type.is === 'link' ? (led[0] ?? null) : led;
}

/** What both lead to; of a link that there is once, that of the case that goes on stands. */
export function withLinksOf(kind: string, ours: Values, theirs: Values, moved: Moved): Record<string, Value> {
  const after: Record<string, Value> = {};
  for (const name of ledFields(kind)) {
    const [own, other] = [ours, theirs].map((values) => linksMoved(kind, name, values[name] ?? null, moved));
    after[name] =
      fieldOf(kind, name)?.type.is === 'link'
        ? (own ?? other ?? null)
        : [...new Set([...textsOf(own), ...textsOf(other)])];
  }
  return after;
}

/** What led somewhere from the case that ends, and leads there from the other now. */
export function linksTaken(record: RecordView, after: Values): Record<string, Value> {
  const left: Record<string, Value> = {};
  for (const name of ledFields(record.kind)) {
    const value = record.fields[name]?.value ?? null;
    const isSet = fieldOf(record.kind, name)?.type.is === 'links';
    if (value === null) continue;
    // One that the other has no room for stays where it is known.
    left[name] = isSet ? [] : value === (after[name] ?? null) ? null : value;
  }
  return left;
}

/**
 * What led to the case that ends, or to what moves, leads to the one that goes on; and what takes that back.
 * @param linked also what leads to the one that goes on: what led to both leads there still once it is taken back
 */
export function relinked(
  linked: readonly LinkRow[],
  ids: ReadonlyMap<Id, Id>,
  own: readonly Id[],
): { dossier: Id; changes: Change[]; back: Change[] }[] {
  const keyOf = (end: Id, field: string, target: Id): string => `${end} ${field} ${target}`;
  const led = new Set(linked.map(({ record, field, end }) => keyOf(end.id, field, record)));
  const byDossier = new Map<Id, Map<Id, { there: Change; back: Change }>>();
  for (const { record, field, end } of linked) {
    const to = ids.get(record);
    const is = fieldOf(end.kind, field)?.type.is;
    if (to === undefined || (is !== 'link' && is !== 'links') || own.includes(end.dossier)) continue;
    const records = byDossier.get(end.dossier) ?? new Map<Id, { there: Change; back: Change }>();
    byDossier.set(end.dossier, records);
    const had = records.get(end.id);
    const isBoth = led.has(keyOf(end.id, field, to));
    const op = (now: Id | null, was: Id | null, before: FieldOp | undefined): FieldOp =>
      is === 'link'
        ? { set: now }
        : {
            add: [...addedBy(before), ...(now === null ? [] : [now])],
            del: [...takenBy(before), ...(was === null ? [] : [was])],
          };
    const change = (fields: Change['fields']): Change => ({ kind: end.kind, record: end.id, fields });
    records.set(end.id, {
      there: change({
        ...had?.there.fields,
        [field]: op(isBoth ? null : to, record, had?.there.fields[field]),
      }),
      back: change({ ...had?.back.fields, [field]: op(record, isBoth ? null : to, had?.back.fields[field]) }),
    });
  }
  return [...byDossier].map(([dossier, records]) => ({
    dossier,
    changes: [...records.values()].map(({ there }) => there),
    back: [...records.values()].map(({ back }) => back),
  }));
}

const addedBy = (op: FieldOp | undefined): Id[] => (op !== undefined && 'add' in op ? op.add : []);
const takenBy = (op: FieldOp | undefined): Id[] => (op !== undefined && 'add' in op ? op.del : []);

/** The record of the other case that somebody has said is the same person; undefined where nobody has. */
export function saidTheSame(record: RecordView, others: readonly RecordView[]): RecordView | undefined {
  const names = (one: RecordView, other: RecordView): boolean =>
    linksIn(one.kind, 'sameAs', valuesOf(one)['sameAs']).includes(other.id);
  return others.find(
    (other) => other.kind === record.kind && !other.deleted && (names(record, other) || names(other, record)),
  );
}
