/** What a person said to a question of an instrument. A question that nobody asked has no answer at all. */
export type RiskAnswer = 'yes' | 'no' | 'unknown' | 'prefers-not';
export type RiskLevel = 'low' | 'raised' | 'high' | 'critical';
/** From the least to the most. */
export const LEVELS: readonly RiskLevel[] = ['low', 'raised', 'high', 'critical'];

export interface Question {
  /** Code of the instrument's list of questions. */
  question: string;
  /** `danger`: what is done or threatened. `weakness`: what makes it easier. `strength`: what protects. */
  part: 'danger' | 'weakness' | 'strength';
  /** How much a "yes" weighs. */
  weight: number;
  /** A "yes" alone makes the level high at least. */
  critical?: true;
}

/** A set of questions in our own words. A change of questions or weights makes a new version. */
export interface Instrument {
  instrument: 'partner-family' | 'defender';
  version: number;
  /** List of its questions; also the source of their words. */
  list: 'risk-partner' | 'risk-defender';
  /** What the fields of a `risk` record that hold its answers begin with. */
  prefix: 'partner' | 'defender';
  questions: readonly Question[];
  /** How the parts make one number. Weaknesses and strengths count from this base, so that none divides by nothing. */
  combine: { way: 'sum' } | { way: 'product'; base: number };
  /** From which number on the level is reached; any "yes" to a danger makes it raised. */
  reaches: { high: number; critical: number };
  /** Codes of the list `risk-limits`, shown with every result. */
  limits: readonly string[];
  /** Days until somebody looks again, by level. */
  reviewDays: Readonly<Record<RiskLevel, number>>;
}

/** Answers by question code. */
export type Answers = Readonly<Record<string, RiskAnswer>>;
