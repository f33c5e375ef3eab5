import type { SealedFile } from '@dayaq/domain';
import type { Outcome } from './failure.ts';
import type { Id } from './values.ts';

export interface SurveyAnswers {
  /** In which they stand, one for each list of readers that was named to those who answered. A sheet counts once, whatever it stands in. */
  dossiers: Id[];
  /** Came today: they come in together when the day is over, so that no hour of theirs is kept. */
  today: number;
}

/** How an interview ended without answers. */
export type InterviewEnd = 'refused' | 'broken-off';

/**
 * Why answers wait on a device. `not-tried`: nothing got as far as sending them since they were kept, as without a network. `away`: no network, or a server that does not answer now. `shut`: the
 * public page is closed, or who reads changed in a way that this device has not seen. `old`: this program is older than the server.
 * `full`: the server has no room. `refused`: it does not take them, for what they are.
 */
export type InterviewWhy = 'not-tried' | 'away' | 'shut' | 'old' | 'full' | 'refused';
export interface InterviewsWaiting {
  why: InterviewWhy;
  /** People. */
  count: number;
}

/** What it takes to ask a survey on a locked device: it opens nothing. */
export interface InterviewRound {
  /** Its hash, base64url. */
  survey: string;
  /** What is asked, as `writeSurvey` wrote it. */
  made: string;
  space: Id;
  epoch: number;
  /** Of the space's public door, by its charter here. */
  dropKey: Uint8Array;
  readers: { account: Id; name: string; encKey: Uint8Array }[];
  /** Of the record in which the round is counted. */
  record: Id;
  /** Under which it is counted until somebody unlocks: 32 bytes, for that alone. */
  key: Uint8Array;
}

/** Surveys that are asked at the public door. What they ask stands in dossiers of kind `survey`. */
export interface Surveys {
  /** Puts a survey where visitors, and whoever signs for it, read it. Answers its SHA-256 in base64url. */
  publishSurvey(survey: string, at?: Id): Promise<Outcome<string>>;
  /** What was published under a hash. Failure: `not-found`; `server-lies` where the server gave something else. */
  publishedSurvey(hash: string, at?: Id): Promise<Outcome<string>>;
  /** Puts a recorded question where visitors hear it. Answers its SHA-256 in base64url. Failures: `too-large`, and those of `openFile`. */
  publishSound(file: SealedFile, at?: Id): Promise<Outcome<string>>;
  /** A sound that was published under a hash. Failures as of `publishedSurvey`. */
  publishedSound(hash: string, at?: Id): Promise<Outcome<Uint8Array>>;
  surveyAnswers(hash: string, at?: Id): Promise<SurveyAnswers | null>;
  /**
   * Begins a round of interviews on this device. `dossier`: the survey's, in which its count will stand. Failures: `not-found` where it is not
   * asked at an open door, `not-allowed`.
   */
  beginRound(request: { dossier: Id; hash: string }, at?: Id): Promise<Outcome<InterviewRound>>;
  /** How many people's answers wait on this device until they can be sent, of all organisations, by what keeps them. */
  interviewsWaiting(): Promise<InterviewsWaiting[]>;
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
