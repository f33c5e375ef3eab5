import type { ExpressionPart, SurveyFaultReason } from '@dayaq/domain/survey';

/** Why a form cannot be asked before somebody mends it. */
export type FormFault =
  | SurveyFaultReason
  | 'no-sheet'
  | 'no-column'
  | 'no-questions'
  | 'no-name'
  | 'bad-name'
  | 'no-list'
  | 'bad-choice'
  | 'not-begun'
  | 'not-ended'
  | 'repeat-within'
  | 'too-many'
  | 'too-long-label'
  | 'too-large'
  | 'unknown-type';

/** What was mended, or left out, and may stay so. */
export type FormRemark =
  /** It would tell who answers, or when: never asked by us. */
  | 'metadata'
  | 'unsupported'
  | 'column'
  | 'language'
  | 'name-mended'
  | 'quotes-mended'
  | 'date-mended'
  | 'required'
  | 'repeat-bounded'
  | 'unknown-in-label';

interface Place {
  /** As the workbook names it. */
  readonly sheet: string;
  /** As a spreadsheet numbers it; 0 where it is the whole sheet. */
  readonly row: number;
  /** A name, a type, a column, a function: as it stands in the file. */
  readonly detail?: string;
  readonly part?: ExpressionPart;
}
export interface FoundFault extends Place {
  readonly fault: FormFault;
}
export interface FoundRemark extends Place {
  readonly remark: FormRemark;
}
