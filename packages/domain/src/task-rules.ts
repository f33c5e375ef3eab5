import { LONGEST_HELP_DAYS } from './rape-response.ts';

/** When a task is due, reckoned from a day of its record. */
export type Offset =
  | { days: number }
  | { workDays: number }
  /** A legal time of the country pack, by its code of the list `deadline-rules`. */
  | { deadline: string };

/** The field has one of these codes; for a field of several codes, at least one of them. */
interface Has {
  field: string;
  in: readonly string[];
}

/** Another live record of the case. */
interface Beside extends Has {
  kind: string;
  by?: string;
}

/** A rule that makes a task out of a record. */
export interface TaskRule {
  /** Code of the list `task-rules`; its label words the task. One code may have several rows: the first that applies. */
  rule: string;
  kind: string;
  /** The field that it is reckoned from, a date (its last day) or a moment; `created` is when it was written down. */
  from: string;
  due: Offset;
  /** So many days before it is due it stands among what is to be done; else on the day itself. */
  ahead?: number;
  /** All of these hold. */
  when?: readonly Has[];
  /** None of these holds. */
  unless?: readonly Has[];
  /** These fields are empty: nobody has done it, or made it unnecessary. */
  empty?: readonly string[];
  /** These say something. */
  filled?: readonly string[];
  /** Only the latest record of its kind with the same values in these fields. */
  latestBy?: readonly string[];
  /** Only where the case has a record of that kind that is older than this one, and none that is newer. */
  newerThan?: string;
  /** Only while the case has no record of these kinds that is newer than this one. */
  noneNewer?: readonly string[];
  /** Only where the day that it is reckoned from lies so many days or fewer before it was written down. */
  within?: number;
  /** Also in a case that is closed. */
  evenClosed?: true;
  /** Not where somebody protected the person after it was written down. */
  untilSafe?: true;
  /** Another record of the case is like this; and none is like any of those. `by`: the field in which it names this one. */
  beside?: Beside;
  without?: readonly Beside[];
  /** What it waits for is owed by somebody outside: an answer, a promise. */
  owed?: true;
  /** It is counted in hours, and stands before everything else that is to be done. */
  urgent?: true;
}

const GRAVE = ['high', 'critical'];
const review = (level: string, days: number): TaskRule => ({
  rule: 'risk-review',
  kind: 'risk',
  from: 'assessed',
  due: { days },
  when: [{ field: 'level', in: [level] }],
  empty: ['nextReview'],
  latestBy: ['of', 'instrument'],
});

/** Matters that an authority has to answer within a time that the country's pack knows. */
const AUTHORITY_ANSWERS = ['complaint', 'request', 'appeal'];

const HELD = ['police', 'remand-prison', 'prison', 'closed-hospital', 'deportation-centre'];
const ON = ['takes', 'interrupted'];

/** Somebody who is held and takes, or took, what must not break off, while nobody has written down which and since when. */
function heldOnTreatment(status: string, treatment: string): TaskRule[] {
  const known: Beside = { kind: 'detention', field: 'treatment', in: [treatment] };
  const ask = { rule: 'treatment-ask', due: { days: 0 }, urgent: true } as const;
  const takes = { field: status, in: ON };
  const person = { ...ask, kind: 'person', without: [{ ...known, by: 'of' }] } as const;
  return [
    { ...person, from: 'detentionSince', when: [takes, { field: 'detention', in: HELD }] },
    { ...person, from: 'created', when: [takes, { field: 'detention', in: HELD }] },
    {
      ...person,
      from: 'created',
      when: [takes, { field: 'populations', in: ['in-prison'] }],
      unless: [{ field: 'detention', in: ['free'] }],
    },
    ...(
      [
        ['type', 'detained-unlawfully'],
        ['stateOfPerson', 'detained'],
      ] as const
    ).map(
      ([field, code]): TaskRule => ({
        ...ask,
        kind: 'violation',
        from: 'created',
        when: [{ field, in: [code] }],
        beside: { kind: 'person', ...takes },
        without: [known, { kind: 'person', field: 'detention', in: [...HELD, 'free'] }],
      }),
    ),
  ];
}
const GOES_ON = { field: 'state', in: ['kept', 'restored', 'stopped'] };
const NO_TREATMENT = { field: 'treatment', in: ['none'] };
const FREE = { field: 'where', in: ['free'] };

/** After the intake's own rule (`followUpAfterIntake`), every task that the program proposes comes from here. */
export const TASK_RULES_DATA: readonly TaskRule[] = [
  {
    rule: 'threat-act',
    kind: 'threat',
    from: 'created',
    due: { days: 0 },
    unless: [{ field: 'credible', in: ['unlikely'] }],
    empty: ['action'],
    untilSafe: true,
  },
  {
    rule: 'risk-act',
    kind: 'risk',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'override', in: GRAVE }],
    latestBy: ['of', 'instrument'],
    untilSafe: true,
  },
  {
    rule: 'risk-act',
    kind: 'risk',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'level', in: GRAVE }],
    unless: [{ field: 'override', in: ['low', 'raised'] }],
    latestBy: ['of', 'instrument'],
    untilSafe: true,
  },
  { rule: 'risk-review', kind: 'risk', from: 'nextReview', due: { days: 0 }, latestBy: ['of', 'instrument'] },
  review('critical', 1),
  review('high', 7),
  review('raised', 30),
  review('low', 90),
  // Who asked for safety and was refused it is in more danger than before, whatever stood there.
  {
    rule: 'risk-reassess',
    kind: 'response',
    from: 'created',
    due: { days: 0 },
    when: [
      { field: 'type', in: ['protection', 'shelter'] },
      { field: 'result', in: ['refused'] },
    ],
    noneNewer: ['risk', 'threat'],
  },
  {
    rule: 'risk-reassess',
    kind: 'violation',
    from: 'created',
    due: { days: 0 },
    when: [{ field: 'type', in: ['threat', 'protection-refused', 'shelter-refused'] }],
    noneNewer: ['risk', 'threat'],
  },
  { rule: 'risk-reassess', kind: 'violation', from: 'created', due: { days: 1 }, newerThan: 'risk' },
  { rule: 'risk-reassess', kind: 'threat', from: 'created', due: { days: 1 }, newerThan: 'risk' },
  {
    rule: 'referral-send',
    kind: 'referral',
    from: 'proposed',
    due: { workDays: 1 },
    empty: ['sent', 'declined', 'revoked'],
  },
  {
    rule: 'referral-answer',
    kind: 'referral',
    from: 'sent',
    due: { workDays: 3 },
    empty: ['accepted', 'declined', 'inService', 'done', 'revoked'],
    owed: true,
  },
  {
    rule: 'referral-follow-up',
    kind: 'referral',
    from: 'followUp',
    due: { days: 0 },
    empty: ['done', 'declined', 'revoked'],
  },
  {
    rule: 'referral-follow-up',
    kind: 'referral',
    from: 'accepted',
    due: { days: 14 },
    empty: ['followUp', 'done', 'declined', 'revoked'],
  },
  {
    rule: 'referral-revoked',
    kind: 'referral',
    from: 'revoked',
    due: { days: 1 },
    empty: ['revokedSeen'],
    evenClosed: true,
    owed: true,
  },
  {
    rule: 'response-planned',
    kind: 'response',
    from: 'planned',
    due: { days: 0 },
    empty: ['done', 'result'],
  },
  {
    rule: 'matter-deadline',
    kind: 'matter',
    from: 'deadline',
    due: { days: 0 },
    ahead: 3,
    empty: ['answered', 'answer', 'closed'],
  },
  {
    rule: 'matter-overdue',
    kind: 'matter',
    from: 'deadline',
    due: { workDays: 1 },
    // The time that runs against a fine is ours.
    unless: [{ field: 'type', in: ['administrative-fine'] }],
    empty: ['answered', 'answer', 'closed'],
    owed: true,
  },
  {
    rule: 'matter-overdue',
    kind: 'matter',
    from: 'filed',
    due: { deadline: 'complaint-answer' },
    when: [{ field: 'type', in: ['complaint', 'request', 'appeal'] }],
    empty: ['deadline', 'answered', 'answer', 'closed'],
    owed: true,
  },
  {
    // No rule of the country is known here: somebody asks, and chooses the day.
    rule: 'matter-choose-day',
    kind: 'matter',
    from: 'filed',
    due: { days: 1 },
    unless: [{ field: 'type', in: [...AUTHORITY_ANSWERS, 'administrative-fine', 'advocacy'] }],
    empty: ['deadline', 'hearing', 'orderUntil', 'answered', 'answer', 'closed', 'result'],
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'appealUntil',
    due: { days: 0 },
    ahead: 5,
    empty: ['closed'],
    evenClosed: true,
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'answered',
    due: { deadline: 'court-appeal' },
    when: [
      { field: 'type', in: ['lawsuit'] },
      { field: 'answer', in: ['granted-partly', 'refused', 'formal'] },
    ],
    empty: ['appealUntil', 'closed'],
  },
  {
    rule: 'matter-appeal',
    kind: 'matter',
    from: 'answered',
    due: { deadline: 'administrative-appeal' },
    when: [
      { field: 'type', in: ['complaint', 'request', 'appeal'] },
      { field: 'answer', in: ['granted-partly', 'refused', 'formal'] },
    ],
    empty: ['appealUntil', 'closed'],
  },
  {
    rule: 'matter-hearing',
    kind: 'matter',
    from: 'hearing',
    due: { days: 0 },
    ahead: 3,
    empty: ['closed', 'result'],
  },
  {
    rule: 'order-ends',
    kind: 'matter',
    from: 'orderUntil',
    due: { days: 0 },
    ahead: 14,
    when: [{ field: 'answer', in: ['granted', 'granted-partly'] }],
    evenClosed: true,
  },
  { rule: 'stay-ends', kind: 'stay', from: 'until', due: { days: 0 }, ahead: 3, empty: ['out', 'ending'] },
  { rule: 'path-step', kind: 'path-step', from: 'day', due: { days: 0 }, empty: ['came'] },
  {
    rule: 'path-year-on',
    kind: 'path',
    from: 'ended',
    due: { days: 365 },
    empty: ['yearOn'],
    evenClosed: true,
  },
  {
    rule: 'path-year-on',
    kind: 'path',
    from: 'started',
    due: { days: 365 },
    empty: ['yearOn'],
    evenClosed: true,
  },
  {
    rule: 'promise-due',
    kind: 'contact',
    from: 'promisedBy',
    due: { days: 0 },
    unless: [{ field: 'kept', in: ['none', 'kept', 'kept-partly', 'broken'] }],
    owed: true,
  },
  // Forensic traces, HIV prevention and contraception: what was told later than they last is no hurry any more.
  {
    rule: 'rape-hours',
    kind: 'violation',
    from: 'date',
    due: { days: 0 },
    when: [{ field: 'type', in: ['sexual-violence'] }],
    empty: ['urgentCare'],
    within: LONGEST_HELP_DAYS,
    urgent: true,
  },
  ...heldOnTreatment('artStatus', 'art'),
  ...heldOnTreatment('ostStatus', 'ost'),
  {
    rule: 'treatment-bring',
    kind: 'detention',
    from: 'created',
    due: { days: 0 },
    unless: [GOES_ON, NO_TREATMENT, FREE],
    empty: ['released'],
    urgent: true,
  },
  {
    rule: 'release-ahead',
    kind: 'detention',
    from: 'releaseExpected',
    due: { days: 0 },
    ahead: 14,
    unless: [FREE],
    empty: ['released'],
  },
  {
    rule: 'treatment-after',
    kind: 'detention',
    from: 'released',
    due: { days: 0 },
    unless: [NO_TREATMENT, { field: 'state', in: ['stopped'] }],
    empty: ['continuesAt'],
    urgent: true,
  },
  {
    rule: 'document-expected',
    kind: 'document-need',
    from: 'expected',
    due: { days: 0 },
    when: [{ field: 'state', in: ['in-progress', 'missing', 'unknown'] }],
  },
  {
    rule: 'document-expires',
    kind: 'document-need',
    from: 'validUntil',
    due: { days: 0 },
    ahead: 14,
    when: [{ field: 'state', in: ['has'] }],
  },
  {
    rule: 'cost-decide',
    kind: 'cost',
    from: 'askedAt',
    due: { workDays: 1 },
    unless: [{ field: 'ownMoney', in: ['gift'] }],
    empty: ['decision'],
    evenClosed: true,
  },
  {
    rule: 'cost-pay',
    kind: 'cost',
    from: 'decidedAt',
    due: { workDays: 2 },
    when: [{ field: 'decision', in: ['approved'] }],
    unless: [
      { field: 'spentFrom', in: ['advance'] },
      { field: 'ownMoney', in: ['gift'] },
    ],
    empty: ['paidAt'],
    evenClosed: true,
  },
  {
    rule: 'cost-receipt',
    kind: 'cost',
    from: 'spentOn',
    due: { workDays: 5 },
    when: [{ field: 'spentFrom', in: ['own', 'advance'] }],
    unless: [
      { field: 'ownMoney', in: ['gift'] },
      { field: 'decision', in: ['refused'] },
    ],
    empty: ['receipt', 'noReceiptWhy'],
    evenClosed: true,
  },
  {
    rule: 'cost-receipt',
    kind: 'cost',
    from: 'paidAt',
    due: { workDays: 5 },
    empty: ['receipt', 'noReceiptWhy'],
    evenClosed: true,
  },
  {
    rule: 'proposal-answer',
    kind: 'proposal',
    from: 'answerBy',
    due: { days: 0 },
    empty: ['fate'],
    owed: true,
  },
  {
    rule: 'submission-due',
    kind: 'session',
    from: 'submitBy',
    due: { days: 0 },
    ahead: 7,
    empty: ['submitted', 'outcome'],
  },
  {
    rule: 'embargo-ends',
    kind: 'session',
    from: 'embargo',
    due: { days: 1 },
    empty: ['published', 'outcome'],
  },
  { rule: 'complaint-answer', kind: 'complaint', from: 'due', due: { days: 0 }, empty: ['answered'] },
  {
    rule: 'letter-answer',
    kind: 'letter',
    from: 'answerBy',
    due: { days: 0 },
    ahead: 2,
    when: [{ field: 'state', in: ['open'] }],
  },
  // Whoever looks into it has let the day pass: it is everybody's who can open it.
  {
    rule: 'letter-late',
    kind: 'letter',
    from: 'answerBy',
    due: { days: 1 },
    when: [{ field: 'state', in: ['open'] }],
    filled: ['owner'],
  },
];

const AHEAD = new Map<string, number>();
for (const { rule, ahead = 0 } of TASK_RULES_DATA)
  if (ahead > 0) AHEAD.set(rule, Math.max(ahead, AHEAD.get(rule) ?? 0));

/** No task stands among what is to be done more days than these before it is due. */
export const MOST_AHEAD: number = Math.max(...AHEAD.values());

/** The days for which such a task stands among what is to be done before it is due. */
export function daysAhead(rule: string): number {
  return AHEAD.get(rule) ?? 0;
}

const rulesWith = (has: (rule: TaskRule) => boolean): ReadonlySet<string> =>
  new Set(TASK_RULES_DATA.filter(has).map(({ rule }) => rule));
const DONE_THERE = rulesWith(() => true);
const OWED = rulesWith(({ owed }) => owed === true);
const URGENT = rulesWith(({ urgent }) => urgent === true);

/** Such a task ends when its record says so (the cost is decided, the answer is written down): nobody ticks it off. */
export function isDoneThere(rule: string): boolean {
  return DONE_THERE.has(rule);
}

/** What such a task waits for is owed by somebody outside. */
export function isOwed(rule: string): boolean {
  return OWED.has(rule);
}

/** Such a task is counted in hours. */
export function isUrgent(rule: string): boolean {
  return URGENT.has(rule);
}

const UNTIL_SAFE = rulesWith(({ untilSafe }) => untilSafe === true);

/** Such a task ends when somebody is protected, and says what protected them. */
export function isUntilSafe(rule: string): boolean {
  return UNTIL_SAFE.has(rule);
}
