/** The case of a row that stands for a part of it. */
export interface CaseMention {
  reference: string;
  alias: string;
  status: string;
}

/** The case over a row that says what is to be done in it: what it is called, and what it is about. */
export interface CaseSketch extends CaseMention {
  /** The beginning of what was written about it; at most 160 characters. */
  summary: string;
  /** Codes of what happened, first-level ones too; at most 6. */
  violations: string[];
}
