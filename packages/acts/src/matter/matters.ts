import {
  codeOf,
  type CountryPack,
  deadlineOf,
  deadlineRule,
  type FuzzyDate,
  fuzzyRange,
  isEmpty,
  isFuzzyDate,
} from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';

/** The fields of a matter or contact, as a case or a list over cases holds them. */
export type Fields = Readonly<Record<string, Value>>;
export type MatterState = 'draft' | 'open' | 'overdue' | 'answered' | 'closed';

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const dateOf = (value: Value | undefined): FuzzyDate | null => (isFuzzyDate(value) ? value : null);
const isPast = (date: FuzzyDate | null, today: string): boolean =>
  date !== null && fuzzyRange(date).to < today;

/** Where a matter stands; it follows from its days. @param today YYYY-MM-DD */
export function matterState(fields: Fields, today: string): MatterState {
  if (!isEmpty(fields.closed) || !isEmpty(fields.result)) return 'closed';
  if (!isEmpty(fields.answered) || !isEmpty(fields.answer)) return 'answered';
  if (isEmpty(fields.filed)) return 'draft';
  return isPast(dateOf(fields.deadline), today) ? 'overdue' : 'open';
}

/** Rules (list `deadline-rules`) by which somebody has to answer, the usual one first. */
const ANSWER_RULES: Readonly<Record<string, readonly string[]>> = {
  complaint: ['complaint-answer', 'complaint-answer-long'],
  request: ['information-answer', 'complaint-answer'],
  appeal: ['complaint-answer', 'complaint-answer-long'],
  'administrative-fine': ['fine-appeal'],
};
/** Rules by which we have to go on after an answer. */
const APPEAL_RULES: Readonly<Record<string, readonly string[]>> = {
  complaint: ['administrative-appeal', 'court-claim'],
  request: ['administrative-appeal', 'court-claim'],
  appeal: ['court-claim'],
  lawsuit: ['court-appeal'],
  'protection-order': ['court-appeal'],
};
const NOT_IN_FULL = ['granted-partly', 'refused', 'formal', 'passed-on', 'no-answer'];

export interface Proposal {
  /** Code of the list `deadline-rules`. */
  rule: string;
  /** YYYY-MM-DD. */
  day: string;
  /** It leans on a holiday that is not announced yet. */
  estimated: boolean;
}

function reckoned(begun: FuzzyDate | null, rules: readonly string[], pack: CountryPack): Proposal[] {
  if (begun === null) return [];
  return rules.flatMap((code) => {
    const rule = deadlineRule(code, pack);
    if (rule === undefined) return [];
    const { day, estimated } = deadlineOf(fuzzyRange(begun).to, rule, pack);
    return [{ rule: code, day, estimated }];
  });
}

/** Forums (list `forums`) that owe nobody an answer by the rules of an authority. */
const OWES_NO_ANSWER: readonly string[] = ['shelter', 'bank', 'employer', 'company-platform'];

/**
 * Days by which they have to answer, reckoned from the day of filing; none where no rule of the country says so, or where it
 * lies before somebody whom it does not bind.
 */
export function answerProposals(fields: Fields, pack: CountryPack): Proposal[] {
  const isBound = !OWES_NO_ANSWER.includes(text(fields.forum));
  const rules = (ANSWER_RULES[text(fields.type)] ?? []).filter(
    (rule) => isBound || deadlineRule(rule, pack)?.whose === 'ours',
  );
  return reckoned(dateOf(fields.filed), rules, pack);
}

/** Whether something was filed of which no rule of the country says when it has to be answered, and no other day is known. */
export function hasNoRule(fields: Fields, pack: CountryPack): boolean {
  const isDated = ['deadline', 'hearing', 'orderUntil'].some((name) => !isEmpty(fields[name]));
  return (
    !isEmpty(fields.filed) &&
    !isDated &&
    fields.type !== 'advocacy' &&
    answerProposals(fields, pack).length === 0
  );
}

/** Whether a rule holds of what was said alone: our own time, or that of an authority which somebody named. */
function holdsBySaid(fields: Fields, { rule }: Proposal, pack: CountryPack): boolean {
  const isAuthority = codeOf('forums', text(fields.forum))?.special === undefined && !isEmpty(fields.forum);
  return isAuthority || deadlineRule(rule, pack)?.whose === 'ours';
}

/** Days until which we may go on, reckoned from the day of an answer that did not give all that was asked. */
export function appealProposals(fields: Fields, pack: CountryPack): Proposal[] {
  if (!NOT_IN_FULL.includes(text(fields.answer))) return [];
  return reckoned(dateOf(fields.answered), APPEAL_RULES[text(fields.type)] ?? [], pack);
}

/** What the rule that a deadline was reckoned by says of it; null for a day that somebody set, or changed since. */
export function ruleBehind(fields: Fields, pack: CountryPack): Proposal | null {
  const day = dateOf(fields.deadline)?.day;
  return answerProposals(fields, pack).find((p) => p.rule === fields.deadlineRule && p.day === day) ?? null;
}

/**
 * A deadline that the rule reckoned follows the day on which it was filed, before whom, and what it is; one that somebody chose
 * stays, and is called theirs.
 * @param before the form as it stood
 * @param after the form as it stands now
 */
export function followDeadline(before: Fields, after: Fields, pack: CountryPack): Fields {
  const isSame = (name: string): boolean =>
    JSON.stringify(before[name] ?? null) === JSON.stringify(after[name] ?? null);
  if (!isSame('deadline')) {
    const isChosen = !isEmpty(after.deadline) && ruleBehind(after, pack) === null;
    return isChosen ? { ...after, deadlineRule: 'by-hand' } : after;
  }
  if (['filed', 'type', 'forum', 'deadlineRule'].every(isSame)) return after;
  const followed = isEmpty(before.deadline)
    ? before.deadlineRule !== 'by-hand'
    : ruleBehind(before, pack) !== null;
  if (!followed && isSame('deadlineRule')) return after;
  if (after.deadlineRule === 'by-hand') return after;
  // What somebody chose, or took over, goes on being reckoned; of itself the rule comes where it holds by what was said.
  const isTaken = !isSame('deadlineRule') || (!isEmpty(before.deadline) && isSame('forum'));
  const proposals = answerProposals(after, pack).filter((one) => isTaken || holdsBySaid(after, one, pack));
  const wanted = isSame('deadlineRule') && !isSame('type') ? undefined : after.deadlineRule;
  const found = proposals.find(({ rule }) => rule === wanted) ?? proposals[0];
  if (found === undefined) return { ...after, deadline: null, deadlineRule: null };
  return { ...after, deadline: { day: found.day }, deadlineRule: found.rule };
}

/** How matters of one kind came out. */
export interface Outcomes {
  /** Code of the list `matter-types`. */
  type: string;
  all: number;
  /** Put right in full, and in part. */
  remedy: number;
  partly: number;
  /** Closed, and nothing was put right. */
  without: number;
  /** Of these, those for which there was no ground to go on. */
  noGround: number;
  open: number;
}

/** How matters came out, by kind, the most frequent first: "none of 15". Those that were never filed are not counted. */
export function outcomesOf(matters: readonly Fields[], today: string): Outcomes[] {
  const byType = new Map<string, Outcomes>();
  for (const fields of matters) {
    const state = matterState(fields, today);
    if (state === 'draft') continue;
    const type = text(fields.type);
    const sum = byType.get(type) ?? { type, all: 0, remedy: 0, partly: 0, without: 0, noGround: 0, open: 0 };
    byType.set(type, sum);
    sum.all += 1;
    if (state !== 'closed') sum.open += 1;
    else if (fields.result === 'remedy') sum.remedy += 1;
    else if (fields.result === 'remedy-partly') sum.partly += 1;
    else {
      sum.without += 1;
      if (fields.result === 'no-ground') sum.noGround += 1;
    }
  }
  return [...byType.values()].sort((a, b) => b.all - a.all || (a.type < b.type ? -1 : 1));
}

/** Whether to propose an appeal: refused in whole or in part, or left without an answer, and nobody appealed yet. */
export function mayAppeal(
  id: Id,
  fields: Fields,
  others: readonly { id: Id; fields: Fields }[],
  today: string,
): boolean {
  if (!Object.hasOwn(APPEAL_RULES, text(fields.type))) return false;
  if (others.some((other) => other.id !== id && other.fields.appealOf === id)) return false;
  if (isPast(dateOf(fields.appealUntil), today)) return false;
  const state = matterState(fields, today);
  return state === 'overdue' || (state === 'answered' && NOT_IN_FULL.includes(text(fields.answer)));
}

/** Courts that hear appeals against each other (list `forums`). */
const COURT_ABOVE: Readonly<Record<string, string>> = {
  court: 'court-of-appeal',
  'court-of-appeal': 'supreme-court',
  'supreme-court': 'constitutional-court',
};

/** What an appeal begins with; on which day it is filed, somebody says when it is. */
export function appealPreset(id: Id, fields: Fields, me: Id): Record<string, Value> {
  const forum = COURT_ABOVE[text(fields.forum)];
  return {
    type: 'appeal',
    appealOf: id,
    owner: me,
    ...(forum === undefined ? {} : { forum }),
    ...pick(fields, ['forWhom', 'about', 'lawyer']),
  };
}

function pick(fields: Fields, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      return isEmpty(value) || value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Open ones first, those that press most on top; closed ones last, the latest first. */
export function byPress(
  today: string,
): (a: { id: Id; fields: Fields }, b: { id: Id; fields: Fields }) => number {
  const rank = (fields: Fields): number =>
    ['overdue', 'answered', 'open', 'draft', 'closed'].indexOf(matterState(fields, today));
  const day = (fields: Fields): string => {
    const date = dateOf(fields.appealUntil) ?? dateOf(fields.deadline);
    return date === null ? '9999' : fuzzyRange(date).to;
  };
  return (a, b) => {
    if (rank(a.fields) !== rank(b.fields)) return rank(a.fields) - rank(b.fields);
    if (day(a.fields) !== day(b.fields)) return day(a.fields) < day(b.fields) ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
}

export type PromiseState = 'none' | 'open' | 'overdue' | 'settled';

/** Where a promise of a conversation stands. @param today YYYY-MM-DD */
export function promiseState(fields: Fields, today: string): PromiseState {
  const kept = text(fields.kept);
  if (kept === 'none') return 'none';
  if (kept === 'kept' || kept === 'kept-partly' || kept === 'broken') return 'settled';
  if (kept !== 'waiting' && isEmpty(fields.promised) && isEmpty(fields.promisedBy)) return 'none';
  return isPast(dateOf(fields.promisedBy), today) ? 'overdue' : 'open';
}
