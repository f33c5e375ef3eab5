import {
  CODE_LISTS,
  type FuzzyDate,
  groupOf,
  isEmpty,
  isFuzzyDate,
  type Measured,
  rangeOf,
  type Sheet,
  sheetsInOrder,
  stands,
} from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { Id, RecordView } from '@dayaq/vault/client';

interface TargetView {
  id: Id;
  record: RecordView;
  amount: number;
  by: FuzzyDate;
}

export interface MeasuredView extends Measured {
  record: RecordView;
}

/** One definition of an indicator, with what was measured by it. */
export interface SheetView extends Sheet {
  record: RecordView;
  measured: readonly MeasuredView[];
  targets: readonly TargetView[];
}

/** An indicator with its definitions, the one that counts now last. */
export interface IndicatorView {
  record: RecordView;
  sheets: readonly SheetView[];
}

/** Fields of a measurement that say of whom it is, by what it is disaggregated by. */
export const OF_WHOM: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  CODE_LISTS.disaggregations.codes.map(({ code }) => [code, groupOf('measurement', code)]),
);

/** What a measurement says of whom it is, as far as it stands. */
export const whomIn = (values: ReturnType<typeof valuesOf>): [field: string, value: unknown][] =>
  Object.values(OF_WHOM)
    .flat()
    .flatMap((field) =>
      isEmpty(values[field]) || !stands('measurement', field, values) ? [] : [[field, values[field]]],
    );

/** The indicators of a commitment. @param records of its framework, none of them deleted */
export function indicatorsOf(commitment: Id, records: readonly RecordView[]): IndicatorView[] {
  const of = (kind: string, field: string, id: Id): RecordView[] =>
    records.filter((record) => record.kind === kind && textIn(record, field) === id);
  return of('indicator', 'commitment', commitment)
    .sort((a, b) => a.created.at - b.created.at)
    .map((record) => ({
      record,
      sheets: sheetsInOrder(
        of('indicator-sheet', 'indicator', record.id).map((sheet) => ({
          ...sheetIn(sheet),
          record: sheet,
          measured: of('measurement', 'sheet', sheet.id).flatMap(measuredIn),
          targets: of('indicator-target', 'sheet', sheet.id).flatMap(targetIn),
        })),
      ),
    }));
}

function sheetIn(record: RecordView): Sheet {
  const { since, baselineLeast, baselineMost, baselineDate } = valuesOf(record);
  const range = rangeOf(baselineLeast, baselineMost);
  return {
    id: record.id,
    since: isFuzzyDate(since) ? since : { day: '1900' },
    aim: textIn(record, 'aim'),
    // A baseline of no day is none: nobody knows what came after it.
    baseline: range !== null && isFuzzyDate(baselineDate) ? { ...range, date: baselineDate } : null,
  };
}

function measuredIn(record: RecordView): MeasuredView[] {
  const values = valuesOf(record);
  const range = rangeOf(values['least'], values['most']);
  const { date } = values;
  if (range === null || !isFuzzyDate(date)) return [];
  const whom = whomIn(values);
  const of = whom.length === 0 ? '' : JSON.stringify(whom);
  return [{ ...range, id: record.id, record, sheet: textIn(record, 'sheet'), date, of }];
}

function targetIn(record: RecordView): TargetView[] {
  const { amount, by } = valuesOf(record);
  return typeof amount === 'number' && isFuzzyDate(by) ? [{ id: record.id, record, amount, by }] : [];
}

/** Sheets that count in the same unit, so that they have one scale, each run of them for itself. */
export function byUnit(sheets: readonly SheetView[]): SheetView[][] {
  const runs: SheetView[][] = [];
  let last: string | null = null;
  for (const sheet of sheets) {
    const unit = `${textIn(sheet.record, 'unit')} ${textIn(sheet.record, 'unitOther')}`;
    if (unit === last) runs.at(-1)?.push(sheet);
    else runs.push([sheet]);
    last = unit;
  }
  return runs;
}
