/** Surveys as workbooks in the form that the field exchanges them in: XLSForm. */
export type { FormFault, FormRemark, FoundFault, FoundRemark } from './found.ts';
export { readXlsForm, type ReadForm } from './read.ts';
export { xlsFormSheets } from './write.ts';
