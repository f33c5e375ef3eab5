import {
  addDays,
  answerFields,
  type Answers,
  assess,
  type Instrument,
  INSTRUMENTS,
  type RiskAnswer,
} from '@dayaq/domain';
import type { Change } from '@dayaq/vault/client';
import { dayThere } from '../days.ts';
import { record } from '../record.ts';
import { type Known, later, type Writing } from './known.ts';
import { ACTED, MAKE_PLAN, OVERRIDE_WHY, SAFETY_PLAN, type Threatened, THREATENED } from './said.ts';

const CLOSE_ONES = ['partner', 'family'];
const CHANNELS = ['call', 'message', 'face-to-face', 'through-others', 'social-media'] as const;
/** What each kind of person threatens with. */
const BY_OFFENDER: Readonly<Record<string, readonly Threatened[]>> = {
  partner: ['kill', 'injure', 'forced-return', 'vague'],
  family: ['forced-return', 'injure', 'outing', 'kill'],
  police: ['arrest', 'outing', 'vague'],
  stranger: ['injure', 'outing', 'vague'],
};

const isViolent = ({ branches, offenders }: Known): boolean =>
  branches.includes('violence') && offenders.some((type) => CLOSE_ONES.includes(type));

/** Past threats with what was done about them, and assessments with their plan: of those cases where there was danger. */
export function inventSafety(of: Known, writing: Writing): void {
  const { chance, danger, acted, opened } = of;
  const threatened = danger === 'high' ? 0.6 : danger === 'some' ? 0.15 : 0;
  // An intake that said "high", and that somebody has answered.
  let endangered = danger === 'high' && acted > 0 ? opened : 0;
  if (chance.maybe(threatened)) endangered = Math.max(endangered, answeredThreat(of, writing));
  const assessed = isViolent(of) ? 0.8 : danger === 'high' ? 0.35 : 0;
  if (chance.maybe(assessed)) endangered = Math.max(endangered, assessment(of, writing));
  if (endangered > 0) protectedFrom(of, writing, endangered);
}

/** What kept the person safe from a danger that was written down then: without it, somebody would have to act today. */
function protectedFrom(of: Known, writing: Writing, since: number): void {
  const { chance, client, author, country } = of;
  const at = Math.min(later(chance, since, 0, 1), of.now - 60_000);
  const fields = {
    type: 'protection',
    forWhom: [client],
    owner: author.account,
    done: { day: dayThere(at, country) },
    byWhom: 'us',
    result: 'worked',
    safe: 'for-now',
    note: of.say(ACTED),
  };
  writing.write(at, [record('response', chance.id(), fields)]);
}

/** A threat of these days that nobody has acted on, or that somebody has only just taken. */
export function inventOpenThreat(of: Known, writing: Writing, hoursAgo: number, taken: boolean): void {
  const { chance, now, coordinator, language } = of;
  const at = now - hoursAgo * 3_600_000;
  const threat = chance.id();
  writing.write(at, [threatRecord(of, threat, at, 'likely')]);
  if (!taken) return;
  const act = at + 90 * 60_000;
  const fields = {
    what: MAKE_PLAN[language],
    rule: 'threat-act',
    about: threat,
    owner: coordinator.account,
    taken: act,
    due: { day: dayThere(act, of.country) },
  };
  writing.write(act, [record('task', chance.id(), fields)], coordinator);
}

function threatRecord(of: Known, id: string, at: number, credible: string): Change {
  const { chance, offenders, client, country } = of;
  const by = offenders.find((type) => Object.hasOwn(BY_OFFENDER, type));
  const type: Threatened = chance.one(BY_OFFENDER[by ?? 'stranger'] ?? ['vague']);
  return record('threat', id, {
    date: { day: dayThere(at, country) },
    type: [type],
    byWhom: by ?? 'stranger',
    channel: chance.one(CHANNELS),
    words: THREATENED[type][of.language],
    against: ['the-person'],
    people: [client],
    credible,
  });
}

/** @returns when it was written down (ms); 0 where it was not */
function answeredThreat(of: Known, writing: Writing): number {
  const { chance, opened, country } = of;
  const id = chance.id();
  const heard = later(chance, opened, 0, 2);
  const acted = later(chance, heard, 0, 1);
  const reported = chance.maybe(0.3);
  const credible = chance.weighed({ likely: 3, possible: 4, unlikely: 1, unknown: 1 });
  const threat = threatRecord(of, id, heard, credible);
  const answer = {
    action: of.say(ACTED),
    actionDate: { day: dayThere(acted, country) },
    reported: reported ? 'yes' : 'no',
    ...(reported
      ? { reportedTo: ['police'], answer: chance.one(['written-down', 'not-taken', 'opened', 'no-answer']) }
      : {}),
  };
  // What was written on one day stands there at once; only what we know the answer to is written down.
  if (acted > of.now || !writing.write(heard, [threat])) return 0;
  writing.write(acted, [record('threat', id, answer)]);
  return credible === 'unlikely' ? 0 : heard;
}

function answersTo({ chance, danger }: Known, instrument: Instrument): Answers {
  const grave = danger === 'high' ? 0.24 : 0.1;
  const answers: Record<string, RiskAnswer> = {};
  for (const { question, critical } of instrument.questions)
    answers[question] = chance.maybe(critical === true ? grave / 3 : grave * 1.6)
      ? 'yes'
      : chance.weighed({ no: 9, unknown: 2, 'prefers-not': 1 });
  return answers;
}

/** @returns when a grave result was written down (ms), else 0 */
function assessment(of: Known, writing: Writing): number {
  const { chance, opened, isOpen, today, client, author, country, language, acted } = of;
  const instrument = INSTRUMENTS[isViolent(of) ? 'partner-family' : 'defender'];
  const answers = answersTo(of, instrument);
  const { level } = assess(instrument, answers);
  const isGrave = level === 'high' || level === 'critical';
  const at = later(chance, opened, 1, 3);
  // A grave result that nobody acted on would call for somebody today: those are invented apart, and few.
  if (isOpen && isGrave && acted <= at) return 0;
  const id = chance.id();
  const override = isGrave && chance.maybe(0.25) ? 'raised' : undefined;
  const day = dayThere(at, country);
  const review = isOpen ? addDays(today, chance.whole(-2, 18)) : addDays(day, instrument.reviewDays[level]);
  const risk = record('risk', id, {
    of: client,
    instrument: instrument.instrument,
    version: instrument.version,
    ...answerFields(instrument, answers),
    level,
    override,
    overrideWhy: override === undefined ? undefined : OVERRIDE_WHY[language],
    plan: isGrave || chance.maybe(0.5) ? of.say(SAFETY_PLAN) : undefined,
    nextReview: { day: review },
    assessed: { day },
    assessedBy: author.account,
  });
  if (!writing.write(at, [risk]) || !isGrave || override !== undefined) return 0;
  const done = later(chance, at, 0, 1);
  const task = {
    what: MAKE_PLAN[language],
    rule: 'risk-act',
    about: id,
    owner: author.account,
    due: { day },
    done,
    doneBy: author.account,
  };
  writing.write(done, [record('task', chance.id(), task)]);
  return at;
}
