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
}
