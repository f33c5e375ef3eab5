import { textIn, valuesOf } from '@dayaq/acts/record-values';
import { countsThatLeave } from '@dayaq/domain/disclosure';
import type { RecordView } from '@dayaq/vault/client';
import { type MeasuredView, OF_WHOM, type SheetView, whomIn } from './indicators.ts';

/** By which disaggregations a measurement says of whom it is. */
function brokenDownBy(record: RecordView): string[] {
  const said = new Set(whomIn(valuesOf(record)).map(([field]) => field));
  return Object.entries(OF_WHOM).flatMap(([code, fields]) =>
    fields.some((field) => said.has(field)) ? [code] : [],
  );
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
  return { shown: sheet.measured.filter(({ id }) => leave.has(id)), baseline: isSaid ? baseline : null };
}
