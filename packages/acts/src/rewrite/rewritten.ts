import {
  fieldOf,
  gravestLevel,
  isHead,
  kindOf,
  LEVELS,
  linksIn,
  type SealedFile,
  weighedFieldsOf,
} from '@dayaq/domain';
import type { Change, DossierView, Id, RecordView, Value } from '@dayaq/vault/client';
import { recordChange, textsOf, type Values } from '../changes-between.ts';
import { safestValues } from '../join.ts';
import { plainRecord, standingValues, valuesOf } from '../record-values.ts';

/**
 * A case written anew without somebody, so that the old one can be destroyed for good with all that was ever said of them in
 * it. Who wrote what and when is lost: it was signed together with what has to go. What was an answer to what stays so, and
 * where that is in doubt the danger stands and the no holds.
 */

/** Why a case cannot be written anew. */
export type RewriteRefusal =
  /** A referral is under way: its hand-over would lead nowhere. */
  'unended';

export function rewriteRefusal({ records }: Pick<DossierView, 'records'>): RewriteRefusal | null {
  const isUnended = records.some(
    ({ kind, deleted, fields }) =>
      kind === 'referral' &&
      !deleted &&
      ['done', 'declined', 'revoked'].every((name) => (fields[name]?.value ?? null) === null),
  );
  return isUnended ? 'unended' : null;
}

/**
 * What goes along with records that are left out: whatever is about them alone, and what is about that. Never the case's own
 * record.
 */
export function goesAlong(view: Pick<DossierView, 'id' | 'records'>, without: ReadonlySet<Id>): Set<Id> {
  const gone = new Set(without);
  for (;;) {
    const also = view.records.filter(
      (record) => !record.deleted && record.id !== view.id && !gone.has(record.id) && isOnlyOf(record, gone),
    );
    if (also.length === 0) break;
    for (const { id } of also) gone.add(id);
  }
  for (const id of without) gone.delete(id);
  return gone;
}

/** Whether a record is about what is gone and about nothing else. */
function isOnlyOf({ kind, fields }: RecordView, gone: ReadonlySet<Id>): boolean {
  return Object.entries(fields).some(([name, { value }]) => {
    const is = fieldOf(kind, name)?.type.is;
    if (is === 'reference') return typeof value === 'string' && gone.has(value);
    if (is !== 'references') return false;
    const named = textsOf(value);
    return named.length > 0 && named.every((id) => gone.has(id));
  });
}

/** Texts of records that stay in which one of these names stands, in any case: what has to be looked at by somebody. */
export function naming(
  view: Pick<DossierView, 'records'>,
  gone: ReadonlySet<Id>,
  names: readonly string[],
): RecordView[] {
  const sought = names.map((name) => name.trim().toLowerCase()).filter((name) => name.length > 2);
  if (sought.length === 0) return [];
  return view.records.filter(
    ({ id, deleted, fields }) =>
      !deleted &&
      !gone.has(id) &&
      Object.values(fields).some(
        ({ value }) => typeof value === 'string' && sought.some((name) => value.toLowerCase().includes(name)),
      ),
  );
}

export interface Rewritten {
  /** One after the other, each by who has seen the one before: so what was answered stays so, and nothing else. */
  acts: Change[][];
  /** Of each record that stays, its id in the new case. */
  ids: ReadonlyMap<Id, Id>;
}

/**
 * @param gone records that are left out, with what goes along
 * @param idOf a new id of each record; of the case's own, the new case's
 * @param fileOf each file as it lies in the new case, by its old blob
 * @param now milliseconds since 1970
 */
export function rewritten(
  view: Pick<DossierView, 'id' | 'records'>,
  gone: ReadonlySet<Id>,
  idOf: (record: Id) => Id,
  fileOf: (blob: string) => SealedFile | undefined,
  now: number,
): Rewritten {
  const staying = view.records.filter(({ id, deleted }) => !deleted && !gone.has(id));
  const ids = new Map(staying.map(({ id }) => [id, idOf(id)]));
  const layers: Change[][] = [];
  const put = (layer: number, kind: string, record: Id, values: Values): void => {
    if (Object.keys(values).length === 0) return;
    (layers[layer] ??= []).push(recordChange(kind, record, values));
  };
  for (const record of staying) {
    const id = ids.get(record.id) ?? '';
    const values = moved(record, ids, fileOf);
    if (record.id !== view.id) {
      put(layerOf(record, staying), record.kind, id, values);
      continue;
    }
    const { before, closing, danger } = parted(record, { ...values, rewritten: now });
    (layers[0] ??= []).unshift(recordChange(record.kind, id, before));
    put(CLOSING, record.kind, id, closing);
    put(dangerLayer(record) === OPEN ? HEAD : dangerLayer(record), record.kind, id, danger);
  }
  return { acts: layers.filter((layer) => layer !== undefined && layer.length > 0), ids };
}

/** What was met or replaced; what was done; what only the closing settled; the closing; what is open; what the case itself says. */
const [MET, DONE, SETTLED, CLOSING, OPEN, HEAD] = [0, 1, 2, 3, 4, 5] as const;

function dangerLayer({ met, replaced, judged, settled }: RecordView): number {
  if (met === true || replaced === true || judged === true) return MET;
  return settled === true ? SETTLED : OPEN;
}

function layerOf(record: RecordView, all: readonly RecordView[]): number {
  const { kind } = record;
  if (kind === 'risk') return isOutweighed(record, all) ? MET : dangerLayer(record);
  if (kind === 'consent' && record.replaced !== true) return isNo(record) ? OPEN : DONE;
  if (record.replaced === true) return MET;
  const { danger, deed } = weighedFieldsOf(kind);
  if (danger.length > 0) return dangerLayer(record);
  return deed.length > 0 ? DONE : MET;
}

const isNo = (consent: RecordView): boolean =>
  standingValues(consent, 'decision').includes('no') || standingValues(consent, 'withdrawn').length > 0;

/** Of assessments that did not know of each other the gravest stands alone: written at once, one would take the other's place. */
function isOutweighed(risk: RecordView, all: readonly RecordView[]): boolean {
  const rank = (record: RecordView): number => LEVELS.indexOf(gravestLevel(plainRecord(record)) ?? 'low');
  const about = (record: RecordView): string => `${textOf(record, 'of')} ${textOf(record, 'instrument')}`;
  const standing = all.filter(
    (other) =>
      other.kind === 'risk' &&
      other.replaced !== true &&
      dangerLayer(other) === dangerLayer(risk) &&
      about(other) === about(risk),
  );
  const [gravest] = [...standing].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  return gravest !== undefined && gravest.id !== risk.id;
}

const textOf = ({ fields }: RecordView, name: string): string => {
  const value = fields[name]?.value;
  return typeof value === 'string' ? value : '';
};

/** What a case's own record says of its end and of danger stands in acts of its own. */
function parted(root: RecordView, values: Values): Record<'before' | 'closing' | 'danger', Values> {
  const dangers = isHead(plainRecord(root)) ? weighedFieldsOf(root.kind).danger : [];
  const ends = (kindOf(root.kind)?.held?.until ?? []).map(({ field }) => field);
  const only = (names: readonly string[]): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
  const rest = Object.entries(values).filter(([name]) => !dangers.includes(name) && !ends.includes(name));
  return { before: Object.fromEntries(rest), closing: only(ends), danger: only(dangers) };
}

/** What a record says, naming what is where it is now; what names something that is gone says nothing there. */
function moved(
  record: RecordView,
  ids: ReadonlyMap<Id, Id>,
  fileOf: (blob: string) => SealedFile | undefined,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(safestValues(record))) {
    const field = fieldOf(record.kind, name);
    if (field === undefined || value === null) continue;
    const { type } = field;
    const own = type.is === 'link' || type.is === 'links' ? type.to.reach.includes('dossier') : false;
    if (type.is === 'references' || (type.is === 'links' && own))
      values[name] = textsOf(value).flatMap((id) => ids.get(id) ?? []);
    else if (type.is === 'reference' || (type.is === 'link' && own))
      values[name] = typeof value === 'string' ? (ids.get(value) ?? null) : null;
    else if (type.is === 'link' || type.is === 'links') {
      const led = linksIn(record.kind, name, value).map((id) => ids.get(id) ?? id);
      values[name] = type.is === 'links' ? led : (led[0] ?? null);
    } else if (type.is === 'blob') values[name] = { ...fileOf(blobIn(value)) };
    else if (type.is === 'fields')
      values[name] = Object.fromEntries(
        Object.entries(value as Record<string, Value>).flatMap(([id, fields]) => {
          const there = ids.get(id);
          return there === undefined ? [] : [[there, fields]];
        }),
      );
    else values[name] = value;
  }
  return values;
}

/** What makes the links of another dossier lead to where things are now. */
export function relinkedTo({ records }: Pick<DossierView, 'records'>, ids: ReadonlyMap<Id, Id>): Change[] {
  return records.flatMap((record): Change[] => {
    if (record.deleted || kindOf(record.kind) === undefined) return [];
    const before = valuesOf(record);
    const after: Record<string, Value> = {};
    for (const [name, value] of Object.entries(before)) {
      const led = linksIn(record.kind, name, value);
      if (!led.some((id) => ids.has(id))) continue;
      const now = [...new Set(led.map((id) => ids.get(id) ?? id))];
      after[name] = fieldOf(record.kind, name)?.type.is === 'links' ? now : (now[0] ?? null);
    }
    return Object.keys(after).length === 0 ? [] : [recordChange(record.kind, record.id, after, before)];
  });
}

const blobIn = (value: Value): string =>
  typeof value === 'object' && value !== null && 'blob' in value && typeof value['blob'] === 'string'
    ? value['blob']
    : '';
