import type { Survey } from '@dayaq/domain/survey';
import { xlsFormSheets } from '@dayaq/register/xlsform';
import { workbook, XLSX } from '../costs/report/workbook.ts';

const NAME = 'form.xlsx';
/** Characters of a column. */
const WIDTH = 24;

/** Saves a survey as a workbook that other programs of the field read, and so do we. */
export const saveForm = (survey: Survey): void => saveAs(new Blob([formFile(survey)], { type: XLSX }), NAME);

/** The survey as an XLSForm. */
export function formFile(survey: Survey): Uint8Array<ArrayBuffer> {
  const sheets = xlsFormSheets(survey).map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((text) => (text === '' ? null : { text }))),
    widths: (rows[0] ?? []).map(() => WIDTH),
  }));
  return workbook(sheets);
}

/** Saves bytes as a file. They never leave the device but by this press. */
export function saveAs(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
