import type { FuzzyDate, Language } from '../../kind.ts';
import type { CountryCode } from '../index.ts';

type InEach = Readonly<Record<Language, string>>;

/** A commitment as its document has it; `en` is how the document names it, the other languages are worded by us. */
export interface PackCommitment {
  /** The same in every organisation; never changes. */
  key: string;
  what: 'action' | 'recommendation' | 'our-recommendation' | 'promise' | 'achievement' | 'challenge';
  number?: string;
  name: InEach;
  /** In the document's own words. */
  text?: string;
  /** Where in the document. */
  place: string;
  /** For how many it stands while their own words are not here. */
  count?: number;
  /** When, as it is written, and where that lies. */
  written?: string;
  start?: FuzzyDate;
  regular?: FuzzyDate;
  partners?: string;
  annexText?: string;
  annexWritten?: string;
  annexStart?: FuzzyDate;
  annexRegular?: FuzzyDate;
  annexLacks?: string;
  askedBy?: string;
  answer?: 'supported' | 'noted' | 'pending' | 'not-known';
  /** What is known to have been said of it, by whom. */
  said?: readonly PackUpdate[];
}

/** What is known to have been said of a commitment. */
interface PackUpdate {
  key: string;
  voice: 'state' | 'organisation' | 'independent';
  who?: string;
  rating: 'not-begun' | 'begun' | 'partly' | 'done' | 'gone-back' | 'cannot-say';
  date: FuzzyDate;
  words: string;
  source: string;
}

export interface PackTheme {
  key: string;
  number?: string;
  name: InEach;
  goal?: string;
  commitments: readonly PackCommitment[];
}

export interface PackFramework {
  key: string;
  country: CountryCode;
  name: InEach;
  type: 'plan' | 'strategy' | 'review-cycle' | 'treaty-body' | 'agreement' | 'law-reform';
  body: string;
  period?: FuzzyDate;
  state?: 'draft' | 'consulted' | 'approved' | 'ended';
  approvedBy?: string;
  vision?: string;
  mission?: string;
  source: string;
  note?: string;
  themes: readonly PackTheme[];
}

/** What is written as "early", "mid" or "late" in a year, or only as the year. Thirds of it, and said as about. */
export const early = (year: number): FuzzyDate => ({ day: `${year}-01`, until: `${year}-04`, about: true });
export const mid = (year: number): FuzzyDate => ({ day: `${year}-05`, until: `${year}-08`, about: true });
export const late = (year: number): FuzzyDate => ({ day: `${year}-09`, until: `${year}-12`, about: true });
export const inYear = (year: number): FuzzyDate => ({ day: String(year) });
/** "By" a year: some time in it, no later than its end. */
export const byEndOf = (year: number): FuzzyDate => ({ day: `${year}-12` });
