import type { Instrument, RiskAnswer } from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';

/** An assessment that is not finished: kept on this device, so that a lock or a crash in the middle loses no answer. */
export interface AssessDraft extends Record<string, Value> {
  /** Edition of the questions. */
  version: number;
  person: Id;
  answers: Record<string, RiskAnswer>;
  /** Index of the question that is asked next. */
  at: number;
  /** The worker's own judgement and plan. */
  judged: Record<string, Value>;
}

const ANSWERS: readonly RiskAnswer[] = ['yes', 'no', 'unknown', 'prefers-not'];

/** Answers to questions that this edition does not ask are left out; an older edition's draft is none. */
export function readDraft(data: Value, instrument: Instrument): AssessDraft | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const { version, person, answers, at, judged } = data;
  if (version !== instrument.version || typeof person !== 'string') return null;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
  const read: Record<string, RiskAnswer> = {};
  for (const { question } of instrument.questions) {
    const said = ANSWERS.find((answer) => answer === answers[question]);
    if (said !== undefined) read[question] = said;
  }
  const last = instrument.questions.length;
  const place = typeof at === 'number' && Number.isInteger(at) ? Math.min(Math.max(0, at), last) : 0;
  const own = typeof judged === 'object' && judged !== null && !Array.isArray(judged) ? judged : {};
  return { version, person, answers: read, at: place, judged: own };
}
