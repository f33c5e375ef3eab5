import { readSealedFile } from '@dayaq/domain';
import type { Change, Id, Value } from '@dayaq/vault/client';
import { recordChange, type Values } from '../changes-between.ts';

/** What is said of how a file came to us. */
export interface Receipt {
  /** From whom, in own words; empty where nobody is to be named. */
  from: string;
  /** Code of the list `received-ways`, and what goes with an "other" of it. */
  how?: Value;
  howOther?: Value;
  /** Hex SHA-256 of what came, also where only the clean copy of it was kept. */
  sha256: string;
}

/** Who writes a step, and on which day (YYYY-MM-DD). */
export interface Writer {
  me: Id;
  today: string;
}

/** The values of the steps that the adding of a file comes to: received, a clean copy made, the original not kept. */
export function stepsOfAdding(file: Values, receipt: Receipt, { me, today }: Writer): Values[] {
  const [original, copy] = [readSealedFile(file['file']), readSealedFile(file['workingCopy'])];
  if (original === null) return [];
  const common = { when: { day: today }, by: me };
  const received: Values = {
    ...common,
    step: 'received',
    from: receipt.from.trim() || null,
    how: receipt.how ?? null,
    howOther: receipt.howOther ?? null,
    copy: 'original',
    sha256: receipt.sha256,
  };
  const clean = { ...common, copy: 'clean-copy' };
  if (original.sha256 !== receipt.sha256)
    return [
      received,
      { ...clean, step: 'copied', sha256: original.sha256 },
      { ...common, copy: 'original', step: 'original-not-kept', sha256: receipt.sha256 },
    ];
  return copy === null ? [received] : [received, { ...clean, step: 'copied', sha256: copy.sha256 }];
}

/** A step as a change of its dossier. */
export function stepChange(id: Id, file: Id, values: Values): Change {
  return recordChange('custody', id, { ...values, file });
}
