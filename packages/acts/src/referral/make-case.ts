import {
  newReference,
  readSealedFile,
  REFERENCE_BYTES,
  type SealedFile,
  TRAVELLING_KINDS,
} from '@dayaq/domain';
import type {
  Change,
  DossierView,
  Failure,
  Id,
  Outcome,
  RecordView,
  Value,
  Vault,
} from '@dayaq/vault/client';
import { stepChange, stepsOfAdding, type Writer } from '../file/custody-steps.ts';
import { remapped } from './hand-over.ts';
import { recordChange, type Values } from '../changes-between.ts';

export interface CaseIds {
  root: Id;
  source: Id;
  reference: string;
  /** Record of the hand-over → its copy in our case. */
  copies: Readonly<Record<Id, Id>>;
  /** Carried file → the step by which it came to us. */
  received: Readonly<Record<Id, Id>>;
}

export interface CaseContext {
  me: Id;
  /** The worker's day, YYYY-MM-DD. */
  today: string;
  /** Words of the source: who referred. */
  sourceWords: string;
}

/** Kinds that become records of the case; the case's own facts go into its head. */
const CARRIED: ReadonlySet<string> = new Set(TRAVELLING_KINDS.filter((kind) => kind !== 'case'));

/** What of a hand-over becomes records of the case. */
export function carriedRecords(handover: DossierView): RecordView[] {
  return handover.records.filter((record) => !record.deleted && CARRIED.has(record.kind));
}

/**
 * A received hand-over as the changes of one entry: a new case of ours, with the carried facts under new ids, where it
 * came from, and what both sides call it.
 * @param files carried `file` record → its bytes, sealed anew for this case
 */
export function caseFrom(
  handover: DossierView,
  ids: CaseIds,
  files: Readonly<Record<Id, SealedFile>>,
  { me, today, sourceWords }: CaseContext,
): Change[] {
  const head = handover.records.find((record) => record.id === handover.id);
  const told = handover.records.find((record) => record.kind === 'case' && !record.deleted);
  const carried = carriedRecords(handover);
  const person = carried.find(
    ({ kind, fields }) => kind === 'person' && fields['role']?.value !== 'dependant',
  );
  const { wantsWords, ...about } = valuesOf(told);
  const needWords = textOf(valuesOf(head)['needWords']);
  const root: Values = {
    ...about,
    wantsWords: [textOf(wantsWords), needWords].filter((words) => words !== '').join('\n') || null,
    reference: ids.reference,
    alias: person === undefined ? null : (valuesOf(person)['alias'] ?? null),
    opened: { day: today },
    status: 'new',
    channel: 'referral',
    owner: me,
    referredAs: valuesOf(head)['reference'] ?? null,
    handover: handover.id,
  };
  return [
    recordChange('case', ids.root, root),
    ...carried.map((record) => recordChange(record.kind, copyOf(ids, record.id), copied(record, ids, files))),
    ...receivedSteps(carried, head, ids, files, { me, today }),
    recordChange('source', ids.source, {
      connection: 'service',
      words: sourceWords,
      date: { day: today },
    }),
  ];
}

function copied(record: RecordView, ids: CaseIds, files: Readonly<Record<Id, SealedFile>>): Values {
  const values: Record<string, Value> = {};
  for (const [field, value] of Object.entries(valuesOf(record)))
    values[field] = remapped(record.kind, field, value, ids.copies);
  // Whoever comes along says so; whom it is about does not.
  if (record.kind === 'person' && values['role'] !== 'dependant') values['role'] = 'client';
  if (record.kind === 'file') {
    const file = files[record.id];
    values['workingCopy'] = null;
    values['file'] = file === undefined ? null : { ...file };
  }
  return values;
}

/** Each file came to us with the referral, from the organisation that its head names. */
function receivedSteps(
  carried: readonly RecordView[],
  head: RecordView | undefined,
  ids: CaseIds,
  files: Readonly<Record<Id, SealedFile>>,
  writer: Writer,
): Change[] {
  const from = textOf(valuesOf(head)['from']);
  return carried.flatMap(({ id }) => {
    const [file, step] = [files[id], ids.received[id]];
    if (file === undefined || step === undefined) return [];
    const receipt = { from, how: 'referral', sha256: file.sha256 };
    return stepsOfAdding({ file: { ...file } }, receipt, writer).map((values) =>
      stepChange(step, copyOf(ids, id), values),
    );
  });
}

function copyOf(ids: CaseIds, record: Id): Id {
  const copy = ids.copies[record];
  if (copy === undefined) throw new Error('no id was given to a carried record');
  return copy;
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value.trim() : '');
const valuesOf = (record: RecordView | undefined): Record<string, Value> =>
  Object.fromEntries(Object.entries(record?.fields ?? {}).map(([name, { value }]) => [name, value]));

/** Makes the case, with its files. Answers its id. */
export async function makeCase(
  vault: Pick<Vault, 'newId' | 'openFile' | 'addFile' | 'save'>,
  handover: DossierView,
  context: CaseContext,
): Promise<Outcome<Id>> {
  const carried = carriedRecords(handover);
  const fresh = await Promise.all([...carried.map(() => vault.newId()), vault.newId(), vault.newId()]);
  const [root = '', source = ''] = fresh.slice(carried.length);
  const ids = {
    root,
    source,
    reference: newReference(crypto.getRandomValues(new Uint8Array(REFERENCE_BYTES))),
    copies: Object.fromEntries(carried.map(({ id }, i) => [id, fresh[i] ?? ''])),
  };
  const files: Record<Id, SealedFile> = {};
  const received: Record<Id, Id> = {};
  for (const record of carried) {
    const file = record.kind === 'file' ? readSealedFile(record.fields['workingCopy']?.value) : null;
    if (file === null) continue;
    const opened = await vault.openFile({ dossier: handover.id, file });
    if (!opened.ok) return fail(opened.failure);
    const { name, mediaType } = file;
    const sealed = await vault.addFile({ dossier: root, name, mediaType, bytes: opened.value });
    if (!sealed.ok) return fail(sealed.failure);
    files[record.id] = sealed.value;
    received[record.id] = await vault.newId();
  }
  const kept = await vault.save({
    dossier: root,
    changes: caseFrom(handover, { ...ids, received }, files, context),
  });
  return kept.ok ? { ok: true, value: root } : fail(kept.failure);
}

function fail(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
