import { type FuzzyDate, fuzzyRange, type Range } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import { type Activity, type ActivityIndicator, type Amount, MEASURES, RESULTS } from '@dayaq/domain/iati';
import type { RecordView } from '@dayaq/vault/client';
import { fieldLabel, type Surroundings } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { whatLeaves } from '../counts-leaving.ts';
import { rangeText, unitOf, whomText } from '../indicator-words.ts';
import { type IndicatorView, OF_WHOM, type SheetView } from '../indicators.ts';
import { Leaving } from '../leaving.ts';
import type { LeftOut } from './left.ts';
import { asWeSay, asWritten, decimal, exactDay, titled } from './words.ts';

/** By code of the list `indicator-aspects`: what is laid down has no place of its own there. */
const TYPES: Readonly<Record<string, Activity['results'][number]['type']>> = {
  process: RESULTS.output,
  outcome: RESULTS.outcome,
};

/** Indicators of a commitment; each definition is an indicator of its own, so that nothing counted otherwise is joined. */
export function resultsOf(
  indicators: readonly IndicatorView[],
  around: Surroundings,
  name: string,
  left: LeftOut,
): Activity['results'] {
  return indicators.flatMap(({ record, sheets }) => {
    const of = new Leaving(record, around);
    if (sheets.length === 0) {
      left.add('no-definition', name);
      return [];
    }
    return [
      {
        type: TYPES[of.text('aspect')] ?? RESULTS.other,
        title: titled(of.text('name'), around),
        indicators: sheets.map((sheet) => indicatorOf(sheet, around, name, left)),
      },
    ];
  });
}

const isOne = ({ least, most }: Range): boolean => least === most;

function indicatorOf(sheet: SheetView, around: Surroundings, name: string, left: LeftOut): ActivityIndicator {
  const of = new Leaving(sheet.record, around);
  const { shown, baseline } = whatLeaves(sheet);
  const kept = sheet.measured.length - shown.length + (sheet.baseline === null || baseline !== null ? 0 : 1);
  for (let i = 0; i < kept; i += 1) left.add('small', name);
  const inWords: string[] = [];
  const ranged = (words: readonly string[]): void => {
    left.add('range', name);
    inWords.push(words.filter(Boolean).join(', '));
  };
  const label = (field: string): string => fieldLabel(around.translator, 'indicator-sheet', field);
  if (baseline !== null && !isOne(baseline))
    ranged([
      `${label('baselineLeast')}: ${rangeText(around, baseline)}`,
      sayDate(around.translator, baseline.date),
      of.text('baselineSource'),
    ]);
  for (const each of shown)
    if (!isOne(each))
      ranged([
        rangeText(around, each),
        whomText(around, each.record),
        sayDate(around.translator, each.date),
        new Leaving(each.record, around).text('source'),
      ]);
  const facts = [`${label('unit')}: ${unitOf(around, sheet.record)}`, ...inWords].join('\n');
  return {
    measure: textIn(sheet.record, 'unit') === 'percent' ? MEASURES.percentage : MEASURES.unit,
    ascending: sheet.aim !== 'less',
    title: titled(of.text('definition'), around),
    description: [...asWritten(of.text('method')), ...asWeSay(around, facts)],
    baseline:
      baseline === null || !isOne(baseline)
        ? null
        : {
            ...amount(baseline.least, baseline.date, of.text('baselineSource'), [], around),
            day: exactDay(baseline.date),
            year: baseline.date.day.slice(0, 4),
          },
    periods: periodsOf(sheet, shown.filter(isOne), around),
  };
}

/** What was aimed at and found at one time stands together. */
function periodsOf(
  { targets }: SheetView,
  shown: readonly SheetView['measured'][number][],
  around: Surroundings,
): ActivityIndicator['periods'] {
  const periods = new Map<string, { start: string; end: string; targets: Amount[]; actuals: Amount[] }>();
  const at = (date: FuzzyDate) => {
    const { from, to } = fuzzyRange(date);
    const found = periods.get(`${from} ${to}`) ?? { start: from, end: to, targets: [], actuals: [] };
    periods.set(`${from} ${to}`, found);
    return found;
  };
  for (const { amount: aim, by, record } of targets)
    at(by).targets.push(amount(aim, by, new Leaving(record, around).text('source'), [], around));
  for (const { least, date, record } of shown)
    at(date).actuals.push(
      amount(least, date, new Leaving(record, around).text('source'), dimensionsOf(record, around), around),
    );
  return [...periods.values()].sort((a, b) =>
    a.start < b.start || (a.start === b.start && a.end < b.end) ? -1 : 1,
  );
}

/** Where a date is not known to the day, the words say as what it is known. */
function amount(
  value: number,
  date: FuzzyDate,
  source: string,
  dimensions: Amount['dimensions'],
  around: Surroundings,
): Amount {
  return {
    value: decimal(value),
    dimensions,
    comment: [
      ...(exactDay(date) === null ? asWeSay(around, sayDate(around.translator, date)) : []),
      ...asWritten(source),
    ],
  };
}

function dimensionsOf(record: RecordView, around: Surroundings): Amount['dimensions'] {
  const of = new Leaving(record, around);
  return Object.values(OF_WHOM).flatMap(([field]) => {
    const value = field === undefined ? '' : of.words(field);
    return field === undefined || value === ''
      ? []
      : [{ name: fieldLabel(around.translator, 'measurement', field), value }];
  });
}
