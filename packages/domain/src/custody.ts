import type { FuzzyDate } from './kind.ts';
import type { PlainRecord } from './plain-record.ts';
import { readSealedFile } from './sealed-file.ts';

/** A step on a file's way, as its sheet shows it. Texts are empty where nothing was said. */
export interface CustodyStep {
  /** Id of the record. */
  id: string;
  /** Code of the list `custody-steps`. */
  step: string;
  stepOther: string;
  when: FuzzyDate | null;
  /** Account of whoever of us did it. */
  by: string;
  from: string;
  how: string;
  howOther: string;
  to: string;
  /** Code of the list `file-copies`. */
  copy: string;
  why: string;
  /** Hex SHA-256 of the bytes that it is about. */
  sha256: string;
  /** Whoever signed that it was so, and when (ms, by their clock). */
  recorded: { by: string; at: number };
}

/** Whether another one signed the step than it names: the sheet says both. */
export const isSignedByAnother = ({ by, recorded }: Pick<CustodyStep, 'by' | 'recorded'>): boolean =>
  recorded.by !== '' && by !== recorded.by;

/** The custody sheet of a file: its steps in the order in which they happened, those of one day in which they were noted. */
export function custodyOf(file: PlainRecord, records: readonly PlainRecord[]): CustodyStep[] {
  return records
    .filter(({ kind, deleted, fields }) => kind === 'custody' && !deleted && fields.file === file.id)
    .map((record) => stepOf(record, file))
    .sort(
      (a, b) =>
        compare(dayOf(a), dayOf(b)) ||
        a.recorded.at - b.recorded.at ||
        compare(rank(a), rank(b)) ||
        compare(a.id, b.id),
    );
}

/** What one entry notes together, in the order in which it happens. */
const ORDER = ['received', 'copied', 'original-not-kept'];
/**
 * What goes along with a file that is passed on: how it came and what was made of it. To whom else it was given is nobody
 * else's business, not even the day.
 */
export function isOfItsComing({ fields }: PlainRecord): boolean {
  return ORDER.includes(textOf(fields.step));
}

const rank = ({ step }: CustodyStep): string => String(ORDER.indexOf(step) < 0 ? 9 : ORDER.indexOf(step));

function stepOf({ id, fields, created }: PlainRecord, file: PlainRecord): CustodyStep {
  const copy = textOf(fields.copy);
  return {
    id,
    step: textOf(fields.step),
    stepOther: textOf(fields.stepOther),
    when: dateOf(fields.when),
    by: textOf(fields.by),
    from: textOf(fields.from),
    how: textOf(fields.how),
    howOther: textOf(fields.howOther),
    to: textOf(fields.to),
    copy,
    why: textOf(fields.why),
    sha256: textOf(fields.sha256) || fingerprintOf(file, copy),
    recorded: created,
  };
}

/** Hex SHA-256 of the original or the clean copy of a file; empty where there is no such copy. */
export function fingerprintOf({ fields }: PlainRecord, copy: string): string {
  if (copy === 'clean-copy') return readSealedFile(fields.workingCopy)?.sha256 ?? '';
  return copy === 'original' ? (readSealedFile(fields.file)?.sha256 ?? '') : '';
}

/** What nobody dated happened when it was noted, as far as anybody knows. */
const dayOf = ({ when, recorded }: CustodyStep): string =>
  when?.day ?? new Date(recorded.at).toISOString().slice(0, 10);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const dateOf = (value: unknown): FuzzyDate | null =>
  typeof value === 'object' && value !== null && 'day' in value && typeof value.day === 'string'
    ? (value as FuzzyDate)
    : null;
