import { addDays, deadlineOf, deadlineRule } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { DAY, dayThere } from '../days.ts';
import { record } from '../record.ts';
import { type Known, later, type Writing } from './known.ts';
import { ANSWERED, type Institution, INSTITUTIONS, MATTER_ABOUT, PROMISED, TALKED_ABOUT } from './said.ts';

/** Before whom one goes about what happened, by the first level of `violation-types`. */
const BEFORE: Readonly<Record<string, readonly Institution[]>> = {
  health: ['health-facility', 'ombudsman'],
  liberty: ['police', 'ombudsman'],
  violence: ['police', 'ombudsman'],
  documents: ['registration-office', 'social-service'],
  work: ['head-of-institution'],
  family: ['social-service'],
};

function institutionFor({ chance, branches, types }: Known): Institution {
  if (types.includes('care-conditional')) return 'narcology-centre';
  const branch = branches.find((each) => Object.hasOwn(BEFORE, each));
  return chance.one(BEFORE[branch ?? 'work'] ?? ['head-of-institution']);
}

/** Complaints with their legal time, and talks with institutions and what was promised there. */
export function inventAuthorities(of: Known, writing: Writing): void {
  const { chance, wants } = of;
  const institution = institutionFor(of);
  const complains = wants.some((want) => ['complaint', 'court', 'legal-advice'].includes(want));
  if (chance.maybe(complains ? 0.45 : 0.05)) complaint(of, writing, institution);
  if (chance.maybe(0.18)) talk(of, writing, institution);
}

function complaint(of: Known, writing: Writing, forum: Institution): void {
  const { chance, now, opened, isOpen, pack, country, language, author, client } = of;
  // What is still open was filed of late: some of it is due in these days, a little of it too late.
  const filedAt =
    isOpen && chance.maybe(0.7)
      ? Math.max(opened + DAY, now - chance.whole(4, 24) * DAY)
      : later(chance, opened, 3, 20);
  if (filedAt > now) return;
  const filed = dayThere(filedAt, country);
  const rule = deadlineRule('complaint-answer', pack);
  const due = rule === undefined ? undefined : deadlineOf(filed, rule, pack).day;
  const id = chance.id();
  const begun = record('matter', id, {
    type: chance.weighed({ complaint: 5, request: 2 }),
    forWhom: [client],
    forum,
    forumName: INSTITUTIONS[forum][language],
    about: of.say(MATTER_ABOUT),
    owner: author.account,
    filed: { day: filed },
    ...(due === undefined ? {} : { deadline: { day: due }, deadlineRule: 'complaint-answer' }),
  });
  if (!writing.write(filedAt, [begun])) return;
  const answeredAt = later(chance, filedAt, 6, 30);
  if (answeredAt > now || (isOpen && chance.maybe(0.4))) return;
  const answer = chance.weighed({ granted: 3, refused: 3, formal: 3 });
  const closes = answer === 'granted' || !isOpen;
  const values: Record<string, Value> = {
    answer,
    answered: { day: dayThere(answeredAt, country) },
    answerWords: ANSWERED[answer][language],
    ...(closes
      ? {
          closed: { day: dayThere(answeredAt, country) },
          result: answer === 'granted' ? chance.one(['remedy', 'remedy-partly']) : 'no-remedy',
        }
      : {}),
  };
  writing.write(answeredAt, [record('matter', id, values)]);
}

function talk(of: Known, writing: Writing, forum: Institution): void {
  const { chance, now, opened, isOpen, today, country, language, author } = of;
  const at = isOpen ? Math.max(opened + DAY, now - chance.whole(1, 12) * DAY) : later(chance, opened, 2, 25);
  if (at > now) return;
  const id = chance.id();
  const promised = chance.maybe(0.7);
  const day = dayThere(at, country);
  const by = addDays(day, chance.whole(2, 10));
  const known = by < today;
  writing.write(at, [
    record('contact', id, {
      institution: INSTITUTIONS[forum][language],
      institutionType: forum,
      ours: author.account,
      date: { day },
      how: chance.weighed({ call: 5, meeting: 3, letter: 1 }),
      about: of.say(TALKED_ABOUT),
      ...(promised ? { promised: of.say(PROMISED), promisedBy: { day: by } } : {}),
    }),
  ]);
  // Of what is long past it is known whether it was kept; of the last ones somebody has to ask.
  if (!promised || !known || (isOpen && chance.maybe(0.35))) return;
  const kept = chance.weighed({ kept: 5, 'kept-partly': 2, broken: 3 });
  writing.write(Math.min(now, Date.parse(by) + DAY), [record('contact', id, { kept })]);
}
