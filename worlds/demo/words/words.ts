import type { CountryCode } from '@dayaq/domain';
import type { ScenarioKey } from '../scenarios/index.ts';

/**
 * Sentences of one language, written by hand, from which a case's texts are put together. Two marks stand in them:
 * `[he|she|they]` is chosen by the client's gender (man, woman, other; where only two are given, there is no form for
 * others), `{sum}` and the like by chance from `slots`. Everything else stands as it is, so nothing has to be declined.
 */
export interface Words {
  /** No forms for people who are neither man nor woman: their cases are not written in this language. */
  binary: boolean;
  scenarios: Partial<Record<ScenarioKey, Telling>>;
  /** How they came to us, by channel. */
  came: Record<
    'outreach' | 'hotline' | 'walk-in' | 'third-party' | 'referral' | 'message',
    readonly string[]
  >;
  /** How they are, by code of `states-of-person`. */
  state: Record<string, readonly string[]>;
  /** What they want, in their words, by code of `wants`. */
  wants: Record<string, readonly string[]>;
  /** What was done, by code of `response-types`. */
  responses: Record<string, readonly string[]>;
  /** The next step, by code of `response-types`; `call` for everything else. */
  tasks: Record<string, readonly string[]>;
  /** The task that follows an intake. */
  followUp: { urgent: readonly string[]; usual: readonly string[] };
  /** How it ended, by code of `outcomes`. */
  endings: Record<string, readonly string[]>;
  qualified: Record<'yes' | 'no' | 'unclear', readonly string[]>;
  /** Notes that any case may have. */
  notes: readonly string[];
  /** Which of them they are, by code of `perpetrator-types`. */
  units: Partial<Record<string, readonly string[]>>;
  aliases: Record<
    CountryCode,
    { woman: readonly string[]; man: readonly string[]; other: readonly string[] }
  >;
  safeHours: readonly string[];
  codeWords: readonly string[];
  /** What a bystander, relative or colleague said. */
  witness: readonly string[];
  child: readonly string[];
  minorDecided: { who: readonly string[]; why: readonly string[] };
  shelterName: readonly string[];
  slots: Record<string, readonly string[] | Record<CountryCode, readonly string[]>>;
}

/** One kind of event, told. Each list holds whole sentences. */
export interface Telling {
  /** One sentence that says what happened; the summary begins with it. */
  what: readonly string[];
  /** More of it: the account takes one or two. */
  detail: readonly string[];
  /** What followed, where the scenario has a second act. */
  then?: readonly string[];
  /** What was given as the reason. */
  reason?: readonly string[];
}
