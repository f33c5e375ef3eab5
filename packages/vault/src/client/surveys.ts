import type { Outcome } from './failure.ts';
import type { Id } from './values.ts';

export interface SurveyAnswers {
  /** In which they stand, one for each list of readers that was named to those who answered. A sheet counts once, whatever it stands in. */
  dossiers: Id[];
  /** Came today: they come in together when the day is over, so that no hour of theirs is kept. */
  today: number;
}

/** Surveys that are asked at the public door. What they ask stands in dossiers of kind `survey`. */
export interface Surveys {
  /** Puts a survey where visitors, and whoever signs for it, read it. Answers its SHA-256 in base64url. */
  publishSurvey(survey: string, at?: Id): Promise<Outcome<string>>;
  /** What was published under a hash. Failure: `not-found`; `server-lies` where the server gave something else. */
  publishedSurvey(hash: string, at?: Id): Promise<Outcome<string>>;
  surveyAnswers(hash: string, at?: Id): Promise<SurveyAnswers | null>;
  /**
   * Makes codes that admit one answer each, at most 500 at once; they are known to nobody but who is given them here. `key`: of the survey, or null, where it
   * has none yet; the one that is answered belongs into what it asks. Failure: `too-large` where there are as many as fit.
   */
  makeSurveyCodes(
    request: { key: string | null; count: number },
    at?: Id,
  ): Promise<Outcome<{ key: string; codes: string[] }>>;
  /** How many codes a key has, and how many were changed for the right to answer; by the server's word. */
  surveyCodes(key: string, at?: Id): Promise<Outcome<{ all: number; used: number }>>;
}
