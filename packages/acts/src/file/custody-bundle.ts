import {
  custodyOf,
  type CustodyStep,
  isSignedByAnother,
  readSealedFile,
  type SealedFile,
} from '@dayaq/domain';
import type { Change, Id, RecordView } from '@dayaq/vault/client';
import { applyChanges } from '../changes-between.ts';
import { plainRecord } from '../record-values.ts';
import { stepChange, type Writer } from './custody-steps.ts';

/** One copy of a file: of its record, which of the two. */
export interface ChosenCopy {
  file: RecordView;
  copy: 'original' | 'clean-copy';
}

/** What a hand-over says: to whom, what for. Own words. */
export interface Giving {
  to: string;
  why: string;
}

/** The copies that a file has, each with its sealed bytes. */
export function copiesOf({ fields }: RecordView): { copy: ChosenCopy['copy']; sealed: SealedFile }[] {
  const original = readSealedFile(fields['file']?.value);
  const clean = readSealedFile(fields['workingCopy']?.value);
  return [
    ...(original === null ? [] : [{ copy: 'original' as const, sealed: original }]),
    ...(clean === null ? [] : [{ copy: 'clean-copy' as const, sealed: clean }]),
  ];
}

/** The steps that note it on the sheets of the files, one a copy; `ids` holds one id each. */
export function givingChanges(
  chosen: readonly ChosenCopy[],
  giving: Giving,
  ids: readonly Id[],
  { me, today }: Writer,
): Change[] {
  return chosen.map(({ file, copy }, index) =>
    stepChange(ids[index] ?? '', file.id, {
      step: 'handed-over',
      when: { day: today },
      by: me,
      to: giving.to.trim(),
      copy,
      why: giving.why.trim() || null,
      sha256: copiesOf(file).find((one) => one.copy === copy)?.sealed.sha256 ?? null,
    }),
  );
}

export interface Around {
  records: readonly RecordView[];
  /** What the case is called everywhere. */
  reference: string;
  /** Whether names and own words go along: from whom, to whom, who of us, what was described. */
  named: boolean;
  nameOf(account: Id): string;
}

/** Where a copy lies in the bundle: its name tells nothing of whom it shows. */
export function nameInside(at: number, { copy, sealed }: { copy: string; sealed: SealedFile }): string {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(sealed.name)?.[1]?.toLowerCase() ?? 'bin';
  return `files/${String(at + 1).padStart(3, '0')}-${copy}.${ending}`;
}

/** What `custody.json` holds: each file with its sheet, the steps that are noted with this bundle included. */
export function custodyDocument(chosen: readonly ChosenCopy[], added: readonly Change[], around: Around) {
  const { records, named, nameOf } = around;
  const noted = added.map(({ kind, record, fields }) => ({
    id: record,
    kind,
    deleted: false,
    fields: applyChanges({}, fields),
    created: { by: '', at: Number.MAX_SAFE_INTEGER },
    updated: { by: '', at: 0 },
  }));
  const known = [...records.map(plainRecord), ...noted];
  const files = [...new Set(chosen.map(({ file }) => file))];
  return {
    format: 'dayaq-custody/1',
    case: around.reference,
    files: files.map((file, at) => ({
      number: at + 1,
      role: text(file, 'role'),
      ...(named ? { description: text(file, 'description') } : {}),
      captured: {
        when: file.fields['capturedWhen']?.value ?? null,
        how: text(file, 'capturedHow'),
        ...(named
          ? { by: text(file, 'capturedBy'), where: file.fields['capturedWhere']?.value ?? null }
          : {}),
      },
      added: {
        at: new Date(file.created.at).toISOString(),
        ...(named ? { by: nameOf(file.created.by) } : {}),
      },
      copies: copiesOf(file).map(({ copy, sealed }) => ({
        copy,
        size: sealed.size,
        sha256: sealed.sha256,
        mediaType: sealed.mediaType,
        ...(named ? { name: sealed.name } : {}),
      })),
      steps: custodyOf(plainRecord(file), known).map((step) => stepDocument(step, around)),
      inside: chosen
        .filter((one) => one.file === file)
        .flatMap(({ copy }) => copiesOf(file).filter((one) => one.copy === copy))
        .map((one) => ({ name: nameInside(at, one), copy: one.copy, sha256: one.sealed.sha256 })),
    })),
  };
}

function stepDocument(step: CustodyStep, { named, nameOf }: Around) {
  const { from, to, why, by, recorded } = step;
  return {
    step: step.stepOther || step.step,
    when: step.when,
    ...(step.how === '' ? {} : { how: step.howOther || step.how }),
    ...(step.copy === '' ? {} : { copy: step.copy }),
    ...(step.sha256 === '' ? {} : { sha256: step.sha256 }),
    ...(named ? { from, to, why, by: by === '' ? '' : nameOf(by) } : {}),
    // Who is named is what somebody wrote; who signed it is certain.
    ...(isSignedByAnother(step)
      ? { signedByAnother: true, ...(named ? { signedBy: nameOf(recorded.by) } : {}) }
      : {}),
  };
}

function text(record: RecordView, field: string): string {
  const value = record.fields[field]?.value;
  return typeof value === 'string' ? value : '';
}
