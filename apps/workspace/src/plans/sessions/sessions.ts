import {
  shownAt,
  submissionEnds,
  type SubmissionState,
  submissionState,
  underEmbargo,
  fuzzyRange,
  isFuzzyDate,
} from '@dayaq/domain';
import { valuesOf } from '@dayaq/acts/record-values';
import { formatDate, relativeDay, type Translator } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { codeLabel, type Surroundings, valueText } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { offsetIn } from '../../services/clock.ts';

type Values = Readonly<Record<string, Value>>;

/** A session with what stands around it. */
export interface SessionView {
  record: RecordView;
  values: Values;
  submission: SubmissionState;
  embargo: boolean;
  signings: readonly RecordView[];
}

/** The next one first; behind those that are to come those that were, the newest first. @param now ms */
export function sessionsOf(records: readonly RecordView[], now: number): SessionView[] {
  const dayOf = ({ values }: SessionView): string => {
    for (const day of [values['submitBy'], values['opens']]) if (isFuzzyDate(day)) return fuzzyRange(day).to;
    return '';
  };
  const isOver = ({ values, submission }: SessionView): boolean =>
    submission === 'submitted' || (values['outcome'] ?? null) !== null;
  return records
    .filter(({ kind, deleted }) => kind === 'session' && !deleted)
    .map((record) => {
      const values = valuesOf(record);
      return {
        record,
        values,
        submission: submissionState(values, now),
        embargo: underEmbargo(values, now),
        signings: records.filter(
          ({ kind, deleted, ...each }) =>
            kind === 'signing' && !deleted && each.fields['session']?.value === record.id,
        ),
      };
    })
    .sort((a, b) => {
      if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
      return (dayOf(a) < dayOf(b) ? -1 : 1) * (isOver(a) ? -1 : 1);
    });
}

/** By when it has to be there, in the body's time and in ours where they differ; empty where no day is known. */
export function submitWords(values: Values, { translator, country }: Surroundings): string {
  const { submitBy, zone } = values;
  const { t } = translator;
  if (!isFuzzyDate(submitBy)) return '';
  const day = sayDate(translator, submitBy);
  if (typeof zone !== 'string') return t('plans.sessions.zoneUnknown', { day });
  const around = { translator, members: [], records: [], country };
  const hour = valueText({ ...around, kind: 'session', field: 'submitHour', value: values['submitHour'] });
  const there = t('plans.sessions.there', {
    day,
    hour: hour || t('plans.sessions.dayEnd'),
    place: codeLabel(translator, 'time-zones', zone),
  });
  const ends = submissionEnds(values);
  if (ends === null) return there;
  const here = shownAt(ends, offsetIn(country, ends));
  const clock = [Math.floor(here.minute / 60), here.minute % 60].map((part) => String(part).padStart(2, '0'));
  return t('plans.sessions.here', {
    there,
    day: formatDate(translator.language, here.day),
    hour: clock.join(':'),
  });
}

/** How soon it has to be there. @param today YYYY-MM-DD */
export function soonWords({ values, submission }: SessionView, around: Surroundings, today: string): string {
  const { submitBy } = values;
  if (submission === 'late') return around.translator.t('plans.sessions.late');
  if (submission !== 'open' || !isFuzzyDate(submitBy)) return '';
  const ends = submissionEnds(values);
  const day = ends === null ? fuzzyRange(submitBy).to : shownAt(ends - 1, offsetIn(around.country, ends)).day;
  return relativeDay(around.translator.language, day, today);
}

/** Until when nothing of it may be published; empty where nothing holds it any more. */
export function embargoWords({ values, embargo }: SessionView, { translator }: Surroundings): string {
  return embargo && isFuzzyDate(values['embargo'])
    ? translator.t('plans.sessions.embargo', { day: sayDate(translator, values['embargo']) })
    : '';
}

/** Who signs: those who agreed, the unnamed as a number; of those who have not said yes nobody is counted. */
export function signedWords({ t }: Translator, signings: readonly { name: string; signs: string }[]): string {
  const signed = signings.filter(({ signs }) => signs === 'yes');
  if (signed.length === 0) return '';
  const named = signed.map(({ name }) => name).filter(Boolean);
  return t('plans.sessions.signed', {
    count: signed.length,
    names: named.join(', ') || t('plans.sessions.noNames'),
    unnamed: signed.length - named.length,
  });
}
