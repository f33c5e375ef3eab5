/**
 * Activities as IATI 2.03 has them (iatistandard.org): what of the standard we write, in its own terms. Codes are those of its code
 * lists. Money is a decimal with a point; days are YYYY-MM-DD and exact: what is known less closely stands beside them in words.
 */

/** Words, and in which language (ISO 639-1); null: in that of the activity. */
export interface Narrative {
  readonly language: string | null;
  readonly text: string;
}

export const ROLES = { funding: '1', accountable: '2', extending: '3', implementing: '4' } as const;
export const STATUSES = {
  pipeline: '1',
  implementation: '2',
  finalisation: '3',
  closed: '4',
  cancelled: '5',
  suspended: '6',
} as const;
export const DATES = { plannedStart: '1', actualStart: '2', plannedEnd: '3', actualEnd: '4' } as const;
export const DESCRIPTIONS = { general: '1', objectives: '2', targetGroups: '3', other: '4' } as const;
export const TRANSACTIONS = { expenditure: '4', incomingCommitment: '11', incomingPledge: '13' } as const;
export const BUDGETS = { indicative: '1', committed: '2' } as const;
export const RESULTS = { output: '1', outcome: '2', impact: '3', other: '9' } as const;
export const MEASURES = { unit: '1', percentage: '2' } as const;

/** A code of one of the lists above. */
export type CodeIn<List> = List[keyof List];

export interface Value {
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** An amount that was found or aimed at, as a decimal: the standard has no ranges. */
export interface Amount {
  readonly value: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly comment: readonly Narrative[];
}

export interface Period {
  readonly start: string;
  readonly end: string;
}

export interface ActivityIndicator {
  readonly measure: CodeIn<typeof MEASURES>;
  /** Whether more is better. */
  readonly ascending: boolean;
  readonly title: readonly Narrative[];
  readonly description: readonly Narrative[];
  /** `day`: only where it is known to the day. */
  readonly baseline: (Amount & { readonly day: string | null; readonly year: string }) | null;
  readonly periods: readonly (Period & {
    readonly targets: readonly Amount[];
    readonly actuals: readonly Amount[];
  })[];
}

export interface Activity {
  readonly identifier: string;
  /** 1: the plan; 2: what is in it. */
  readonly hierarchy: 1 | 2;
  readonly updated: string;
  readonly title: readonly Narrative[];
  readonly descriptions: readonly {
    readonly type: CodeIn<typeof DESCRIPTIONS>;
    readonly words: readonly Narrative[];
  }[];
  readonly participants: readonly {
    readonly role: CodeIn<typeof ROLES>;
    readonly words: readonly Narrative[];
  }[];
  readonly status: CodeIn<typeof STATUSES>;
  readonly dates: readonly {
    readonly type: CodeIn<typeof DATES>;
    readonly day: string;
    readonly words: readonly Narrative[];
  }[];
  /** ISO 3166-1. */
  readonly country: string;
  /** Purpose code of the DAC, five digits; null where nobody said. */
  readonly sector: string | null;
  readonly budgets: readonly (Period & Value & { readonly status: CodeIn<typeof BUDGETS> })[];
  readonly transactions: readonly (Value & {
    readonly type: CodeIn<typeof TRANSACTIONS>;
    readonly day: string;
    readonly words: readonly Narrative[];
    /** Empty where they may not be named, or nobody knows. */
    readonly provider: readonly Narrative[];
  })[];
  /** `parent`: what it is a part of; `child`: a part of it. */
  readonly related: readonly { readonly as: 'parent' | 'child'; readonly identifier: string }[];
  readonly results: readonly {
    readonly type: CodeIn<typeof RESULTS>;
    readonly title: readonly Narrative[];
    /** At least one. */
    readonly indicators: readonly ActivityIndicator[];
  }[];
}

/** A file of activities, all told by one organisation. */
export interface ActivityFile {
  /** The day it was made. */
  readonly day: string;
  /** In which its words are where they say nothing else. */
  readonly language: string;
  readonly reporter: {
    readonly identifier: string;
    /** Code of OrganisationType. */
    readonly type: string;
    readonly name: string;
  };
  /** At least one. */
  readonly activities: readonly Activity[];
}

/** What an identifier may be made of: the standard forbids `/ & | ?`, and everything else that could be misread is left out, too. */
export const isIatiIdentifier = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{2,79}$/.test(text);
