import type { PlainRecord } from '../plain-record.ts';
import type { Answers, Instrument, Question, RiskAnswer, RiskLevel } from './instrument.ts';
import { LEVELS } from './instrument.ts';

export interface Assessment {
  level: RiskLevel;
  /** What the questions came to; it has no meaning outside its instrument. */
  score: number;
  /** Critical questions answered "yes", in the order of the instrument. */
  critical: readonly string[];
  /** Questions with no "yes" or "no": not known, not said, not asked. */
  open: readonly string[];
  /** More than half of what is dangerous is not known: the level is not called low. */
  tooLittleKnown: boolean;
}

/**
 * What is not known never counts in favour: an unknown strength is none, and too many unknowns are not "low", nor lower than
 * what stood before.
 * @param before the level that stands until now, or null
 */
export function assess(
  instrument: Instrument,
  answers: Answers,
  before: RiskLevel | null = null,
): Assessment {
  const said = (question: Question): RiskAnswer | undefined =>
    Object.hasOwn(answers, question.question) ? answers[question.question] : undefined;
  const sum = (part: Question['part']): number =>
    instrument.questions
      .filter((q) => q.part === part && said(q) === 'yes')
      .reduce((total, q) => total + q.weight, 0);
  const isOpen = (question: Question): boolean => said(question) !== 'yes' && said(question) !== 'no';

  const danger = sum('danger');
  const score =
    instrument.combine.way === 'sum'
      ? danger
      : (danger * (instrument.combine.base + sum('weakness'))) / (instrument.combine.base + sum('strength'));
  const critical = instrument.questions
    .filter((q) => q.critical === true && said(q) === 'yes')
    .map((q) => q.question);
  const dangers = instrument.questions.filter((q) => q.part === 'danger');
  const tooLittleKnown = dangers.filter(isOpen).length * 2 > dangers.length;
  const level = levelOf(instrument, score, critical.length > 0, danger > 0 || tooLittleKnown);
  return {
    level: tooLittleKnown ? graver(level, before) : level,
    score,
    critical,
    open: instrument.questions.filter(isOpen).map((q) => q.question),
    tooLittleKnown,
  };
}

/** The graver of two levels; null says nothing. */
export function graver(a: RiskLevel, b: RiskLevel | null): RiskLevel {
  return b !== null && LEVELS.indexOf(b) > LEVELS.indexOf(a) ? b : a;
}

function levelOf(instrument: Instrument, score: number, critical: boolean, raised: boolean): RiskLevel {
  if (score >= instrument.reaches.critical) return 'critical';
  if (critical || score >= instrument.reaches.high) return 'high';
  return raised ? 'raised' : 'low';
}

const SUFFIXES: Readonly<Record<RiskAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
  'prefers-not': 'PrefersNot',
};
/** Which of two answers to one question stands, where colleagues answered apart: the more worrying one. */
const WORST_FIRST: Readonly<Record<'danger' | 'strength', readonly RiskAnswer[]>> = {
  danger: ['yes', 'unknown', 'prefers-not', 'no'],
  strength: ['no', 'unknown', 'prefers-not', 'yes'],
};

/** The answers as the fields of a `risk` record hold them: every one of the instrument's four, in its order. */
export function answerFields(instrument: Instrument, answers: Answers): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [answer, suffix] of Object.entries(SUFFIXES))
    fields[`${instrument.prefix}${suffix}`] = instrument.questions
      .map((q) => q.question)
      .filter((question) => Object.hasOwn(answers, question) && answers[question] === answer);
  return fields;
}

/** The answers that a `risk` record holds. */
export function answersOf(instrument: Instrument, fields: Readonly<Record<string, unknown>>): Answers {
  const said = (answer: RiskAnswer, question: string): boolean => {
    const set = fields[`${instrument.prefix}${SUFFIXES[answer]}`];
    return Array.isArray(set) && set.includes(question);
  };
  const answers: Record<string, RiskAnswer> = {};
  for (const { question, part } of instrument.questions) {
    const order = WORST_FIRST[part === 'strength' ? 'strength' : 'danger'];
    const found = order.find((answer) => said(answer, question));
    if (found !== undefined) answers[question] = found;
  }
  return answers;
}

const isLevel = (value: unknown): value is RiskLevel => LEVELS.some((level) => level === value);

/**
 * The level that a `risk` record stands for: the worker's own where there is one, else the computed one. A worker may
 * set a lower one only with a reason; where two people disagree unseen, the higher stands. Null where neither is a
 * level of this version.
 */
export function standingLevel(record: Pick<PlainRecord, 'fields' | 'conflict'>): RiskLevel | null {
  const { level, override } = record.fields;
  const computed = isLevel(level) ? level : null;
  if (!isLevel(override)) return computed;
  if (computed === null) return override;
  const lowers = LEVELS.indexOf(override) < LEVELS.indexOf(computed);
  return lowers && (!isExplained(record.fields) || record.conflict === true) ? computed : override;
}

/** Whether the worker judged otherwise than the questions, and said why. */
export function isExplained({ override, overrideWhy }: Readonly<Record<string, unknown>>): boolean {
  return isLevel(override) && typeof overrideWhy === 'string' && overrideWhy.trim() !== '';
}
