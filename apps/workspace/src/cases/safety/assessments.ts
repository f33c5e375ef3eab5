import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import {
  addDays,
  type Answers,
  answersOf,
  assess,
  type Assessment,
  fuzzyRange,
  type Instrument,
  instrumentOf,
  isFuzzyDate,
  isNewer,
  LEVELS,
  type Question,
  type RiskLevel,
  standingLevel,
} from '@dayaq/domain';
import type { Id, RecordView, Value } from '@dayaq/vault/client';

/** The assessments of one person by one instrument, the latest first. */
export interface Series {
  /** The person's record, or empty where nobody said for whom. */
  of: Id;
  /** Code of the list `risk-instruments`. */
  instrument: string;
  latest: RecordView;
  earlier: readonly RecordView[];
}

const laterFirst = (a: RecordView, b: RecordView): number => (isNewer(a, b) ? -1 : 1);

/** Every series of the case, the most dangerous first. */
export function seriesOf(records: readonly RecordView[]): Series[] {
  const found = new Map<string, RecordView[]>();
  for (const record of records) {
    if (record.kind !== 'risk' || record.deleted) continue;
    const key = `${textIn(record, 'of')} ${textIn(record, 'instrument')}`;
    found.set(key, [...(found.get(key) ?? []), record]);
  }
  return [...found.values()]
    .map((all) => all.sort(laterFirst))
    .flatMap(([latest, ...earlier]) =>
      latest === undefined
        ? []
        : [{ of: textIn(latest, 'of'), instrument: textIn(latest, 'instrument'), latest, earlier }],
    )
    .sort((a, b) => rank(b.latest) - rank(a.latest) || laterFirst(a.latest, b.latest));
}

function rank(record: RecordView): number {
  const level = levelOf(record);
  return level === null ? -1 : LEVELS.indexOf(level);
}

/** The level that an assessment stands for, or null for one that this version cannot read. */
export function levelOf(record: RecordView): RiskLevel | null {
  return standingLevel(plainRecord(record));
}

/** What was done or threatened since the last assessment of anybody; empty where there was none to be newer than. */
export function incidentsSince(records: readonly RecordView[]): RecordView[] {
  const assessed = records.filter((record) => record.kind === 'risk' && !record.deleted).sort(laterFirst)[0];
  if (assessed === undefined) return [];
  return records
    .filter((record) => !record.deleted && (record.kind === 'violation' || record.kind === 'threat'))
    .filter((record) => laterFirst(record, assessed) < 0)
    .sort(laterFirst);
}

/** Questions answered "yes", by what they say; and how many have no answer. */
export interface Reasons extends Assessment {
  yes: Readonly<Record<Question['part'], readonly string[]>>;
}

/** @param before the level that stands until now: what is not answered does not lower it */
export function reasonsOf(
  instrument: Instrument,
  answers: Answers,
  before: RiskLevel | null = null,
): Reasons {
  const assessment = assess(instrument, answers, before);
  const yesTo = (part: Question['part']): string[] =>
    instrument.questions
      .filter((q) => q.part === part && q.critical !== true && answers[q.question] === 'yes')
      .sort((a, b) => b.weight - a.weight)
      .map((q) => q.question);
  return {
    ...assessment,
    yes: { danger: yesTo('danger'), weakness: yesTo('weakness'), strength: yesTo('strength') },
  };
}

/** The reasons of a stored assessment, or null where its instrument is of a newer version. */
export function reasonsIn(record: RecordView): { instrument: Instrument; reasons: Reasons } | null {
  const instrument = instrumentOf(record.fields.instrument?.value);
  const version = record.fields.version?.value;
  if (instrument === undefined || (typeof version === 'number' && version > instrument.version)) return null;
  return { instrument, reasons: reasonsOf(instrument, answersOf(instrument, valuesOf(record))) };
}

/**
 * When to look again, by the instrument's rule; after an assessment that says too little no later than was meant before.
 * @param today YYYY-MM-DD
 * @param meant days on which somebody meant to look again before this, YYYY-MM-DD
 */
export function reviewDay(
  instrument: Instrument,
  level: RiskLevel,
  today: string,
  meant: readonly string[] = [],
): string {
  const byRule = addDays(today, instrument.reviewDays[level]);
  const soonest = [byRule, ...meant].sort()[0] ?? byRule;
  // What is past is looked at tomorrow.
  return soonest > today ? soonest : addDays(today, 1);
}

/** Days on which somebody means to look again, of the assessments that stand. */
export function meantLooks(records: readonly RecordView[]): string[] {
  return records.flatMap((record) => {
    const { value } = record.fields.nextReview ?? {};
    if (record.kind !== 'risk' || record.deleted || record.replaced === true) return [];
    return isFuzzyDate(value) ? [fuzzyRange(value).to] : [];
  });
}

/** A code as a level, or null. */
export function asLevel(value: Value | undefined): RiskLevel | null {
  return LEVELS.find((level) => level === value) ?? null;
}
