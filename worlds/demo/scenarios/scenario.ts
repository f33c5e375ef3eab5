import type { CountryCode } from '@dayaq/domain';

/** Codes of `gender-identities` with how often. */
type Genders = Partial<Record<'woman' | 'man' | 'trans-woman' | 'trans-man' | 'non-binary', number>>;
type Ages = Partial<Record<'14-17' | '18-24' | '25-34' | '35-49' | '50-plus', number>>;

export interface Act {
  /** Codes of `violation-types`: one is chosen. */
  type: readonly string[];
  /** Codes of `place-types`. */
  place: readonly string[];
  /** Codes of `perpetrator-types`. */
  by: readonly string[];
  barrierTo?: readonly string[];
  state: readonly string[];
}

/** What happened, without words: everything about an invented case that is the same in every language. */
export interface Scenario {
  /** How often, against the others. */
  weight: number;
  /** Only there. */
  only?: CountryCode;
  /** Each a set of codes of `populations`; the first is the one counted. */
  populations: readonly (readonly string[])[];
  genders: Genders;
  ages?: Ages;
  /** The first is what it is about; a second, where there is one, followed from it. */
  acts: readonly [Act, ...Act[]];
  wants: readonly string[];
  danger: 'low' | 'mixed' | 'high';
  /** Codes of `response-types`, in the order in which they would be done. */
  responses: readonly string[];
  rights: readonly string[];
  remedies: readonly string[];
  /** A child of the client belongs to the case, that often. */
  child?: number;
  /** Restricted to a few members, that often. */
  restricted?: number;
}
