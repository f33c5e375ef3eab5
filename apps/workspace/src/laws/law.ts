import { type LawStanding, type LawStep, isFuzzyDate } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { ListedRecord, RecordView, Value } from '@dayaq/vault/client';
import { codeLabel, type Surroundings } from '../fields/index.ts';
import { sayDate } from '../fields/say-date.ts';

/** A step with the record that says it. */
export interface Step extends LawStep {
  record: RecordView;
}

/** Those that have a day; a step without one, of a newer version of the program, has no place among them. */
export const stepsIn = (records: readonly RecordView[]): Step[] =>
  records
    .filter(({ kind }) => kind === 'law-step')
    .flatMap((record) => {
      const { date } = valuesOf(record);
      return isFuzzyDate(date) ? [{ record, id: record.id, stage: textIn(record, 'stage'), date }] : [];
    });

export const listedSteps = (rows: readonly ListedRecord[], law: string): LawStep[] =>
  rows
    .filter(({ kind, dossier }) => kind === 'law-step' && dossier === law)
    .flatMap(({ record, fields: { stage, date } }) =>
      isFuzzyDate(date) && typeof stage === 'string' ? [{ id: record, stage, date }] : [],
    );

export const monthsIn = (value: Value | undefined): number | null =>
  typeof value === 'number' ? value : null;

/** "Introduced to parliament (March 2025)"; each of them where nobody can say which came last. */
export const standingWords = (
  { now }: Pick<LawStanding<LawStep>, 'now'>,
  { translator }: Pick<Surroundings, 'translator'>,
): string =>
  now.length === 0
    ? translator.t('laws.nothing')
    : now
        .map(
          ({ stage, date }) => `${codeLabel(translator, 'law-stages', stage)} (${sayDate(translator, date)})`,
        )
        .join(translator.t('laws.or'));

/** What is said of how long nothing moved; empty where it moves, or nothing is waited for. */
export function silenceWords(
  { silence, months }: Pick<LawStanding<LawStep>, 'silence' | 'months'>,
  { translator: { t } }: Pick<Surroundings, 'translator'>,
): string {
  if (silence === 'not-asked') return t('laws.silence.notAsked');
  if (silence !== 'silent') return '';
  return months === null ? t('laws.silence.never') : t('laws.silence.months', { count: months });
}
