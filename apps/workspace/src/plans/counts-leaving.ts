import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { readQuestion } from '@dayaq/domain/count';
import { countsThatLeave, isSmall } from '@dayaq/domain/disclosure';
import type { RecordView } from '@dayaq/vault/client';
import { type MeasuredView, OF_WHOM, type SheetView, whomIn } from './indicators.ts';

/** By which disaggregations a measurement says of whom it is. */
function brokenDownBy(record: RecordView): string[] {
  const said = new Set(whomIn(valuesOf(record)).map(([field]) => field));
  return Object.entries(OF_WHOM).flatMap(([code, fields]) =>
    fields.some((field) => said.has(field)) ? [code] : [],
  );
}

/**
 * Whether a number that was counted of our own cases may leave: a small one does not, whatever its sheet calls what it counts, nor one
 * whose question cannot be asked as it was.
 */
function mayLeave({ record, least, most }: MeasuredView): boolean {
  const asked = textIn(record, 'asked');
  if (asked === '') return true;
  return !isSmall(least) && !isSmall(most) && readQuestion(asked).lost.length === 0;
}

/** What of a sheet's numbers may leave. */
export interface Left {
  sheet: SheetView;
  shown: readonly MeasuredView[];
  baseline: SheetView['baseline'];
}

export function whatLeaves(sheet: SheetView): Omit<Left, 'sheet'> {
  const unit = textIn(sheet.record, 'unit');
  const { baseline } = sheet;
  const leave = countsThatLeave(
    unit,
    sheet.measured.map(({ id, date, record, least, most }) => ({
      id,
      day: date.day,
      by: brokenDownBy(record),
      least,
      most,
    })),
  );
  const isSaid =
    baseline !== null &&
    countsThatLeave(unit, [{ id: 'baseline', day: '', by: [], ...baseline }]).has('baseline');
  return {
    shown: sheet.measured.filter((each) => leave.has(each.id) && mayLeave(each)),
    baseline: isSaid ? baseline : null,
  };
}
