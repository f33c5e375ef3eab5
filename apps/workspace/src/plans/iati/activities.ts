import { fuzzyRange, isFuzzyDate, spoken } from '@dayaq/domain';
import {
  type Activity,
  DATES,
  DESCRIPTIONS,
  isIatiIdentifier,
  ORGANISATION_TYPES,
  ROLES,
  SECTORS,
  STATUSES,
  writeActivities,
} from '@dayaq/domain/iati';
import type { RecordView } from '@dayaq/vault/client';
import type { Surroundings } from '../../fields/index.ts';
import { sayDate } from '../../fields/say-date.ts';
import { Leaving } from '../leaving.ts';
import { speakerName } from '../speaker.ts';
import { type Commitment, type Framework, nameIn } from '../use-framework.ts';
import { LeftOut } from './left.ts';
import { moneyOf } from './money.ts';
import { resultsOf } from './results.ts';
import { asWeSay, asWritten, namesIn, organisationsIn, placed } from './words.ts';

/** Without which there is no file. */
export const NEEDED = [
  'publisher',
  'publisherType',
  'textLanguage',
  'body',
  'period',
  'activities',
  'as',
] as const;
export type Needed = (typeof NEEDED)[number];

export interface Iati {
  readonly xml: string;
  readonly activities: number;
  readonly left: ReturnType<LeftOut['list']>;
  /** Nobody said what it is for: the file is valid, but those who read it ask for that. */
  readonly lacksSector: boolean;
}

interface Publishing {
  /** The name of the organisation. */
  readonly name: string;
  readonly today: string;
  /** By which the plan is known outside; empty where nobody said yet as whom it is published. */
  readonly as: string;
}

/** What an organisation publishes as activities: what is planned or promised to be done. Others ask for it, or tell of it. */
const ACTIVITIES: readonly string[] = ['action', 'promise'];

/** By our own word; whatever others say of it stands in the words. By code of the list `progress-ratings`. */
const BY_RATING: Readonly<Record<string, Activity['status']>> = {
  'not-begun': STATUSES.pipeline,
  begun: STATUSES.implementation,
  partly: STATUSES.implementation,
  done: STATUSES.finalisation,
  'gone-back': STATUSES.suspended,
};

/**
 * A plan as activities of IATI 2.03: itself, and in it what is to be done, each with its money and indicators. Made of what passes
 * the gate alone; what is left out is told. Answers what is lacking where there can be no file.
 */
export function iatiOf(
  framework: Framework,
  around: Surroundings,
  { name, today, as }: Publishing,
): Iati | { readonly lacking: readonly Needed[] } {
  const plan = new Leaving(framework.root, around);
  const left = new LeftOut();
  const publisher = plan.text('publisher').trim();
  const type = ORGANISATION_TYPES[plan.text('publisherType')];
  const language = plan.text('textLanguage');
  const followedBy = [plan.text('body'), plan.text('approvedBy')].map((each) => each.trim()).filter(Boolean);
  const head = { plan, publisher, language, today, as, followedBy: [...new Set(followedBy)] };
  const parts = framework.groups.flatMap(({ commitments }) =>
    commitments.flatMap((each) => partOf(each, head, around, left)),
  );
  const lacking = NEEDED.filter(
    (each) =>
      ({
        publisher: !isIatiIdentifier(publisher),
        publisherType: type === undefined,
        textLanguage: language === '',
        body: followedBy.length === 0,
        period: plan.value('period') === null,
        activities: parts.length === 0,
        as: as === '',
      })[each],
  );
  if (lacking.length > 0 || type === undefined) return { lacking };
  const activities = [whole(framework.root, head, parts, around), ...parts];
  return {
    xml: writeActivities({
      day: today,
      language,
      reporter: { identifier: publisher, type, name },
      activities,
    }),
    activities: activities.length,
    left: left.list(),
    lacksSector: activities.some(({ sector }) => sector === null),
  };
}

interface Head {
  plan: Leaving;
  publisher: string;
  language: string;
  today: string;
  as: string;
  followedBy: readonly string[];
}

const identifierOf = ({ publisher, as }: Head, part = ''): string =>
  [publisher, as, part].filter(Boolean).join('-');

/** What every activity of a plan says alike. */
function common({ plan, followedBy }: Head, record: RecordView, { country }: Surroundings) {
  return {
    updated: new Date(record.updated.at).toISOString().slice(0, 10),
    country: country.toUpperCase(),
    sector: SECTORS[plan.text('sector')] ?? null,
    accountable: followedBy.map((each) => ({ role: ROLES.accountable, words: asWritten(each) })),
  };
}

function whole(root: RecordView, head: Head, parts: readonly Activity[], around: Surroundings): Activity {
  const { plan, language, today } = head;
  const { accountable, ...said } = common(head, root, around);
  const title = namesIn(plan, language, around);
  const period = plan.value('period');
  return {
    ...said,
    identifier: identifierOf(head),
    hierarchy: 1,
    title,
    descriptions: [
      { type: DESCRIPTIONS.general, words: title },
      ...[plan.text('vision'), plan.text('mission')].filter(Boolean).map((text) => ({
        type: DESCRIPTIONS.objectives,
        words: asWritten(text),
      })),
      ...(plan.text('source') === ''
        ? []
        : [{ type: DESCRIPTIONS.other, words: asWritten(plan.text('source')) }]),
    ],
    participants: accountable,
    status: statusOfPlan(plan, today),
    dates: !isFuzzyDate(period)
      ? []
      : [
          { type: DATES.plannedStart, ...placed(period, 'from', around) },
          { type: DATES.plannedEnd, ...placed(period, 'to', around) },
        ],
    budgets: [],
    transactions: [],
    related: parts.map(({ identifier }) => ({ as: 'child', identifier })),
    results: [],
  };
}

function statusOfPlan(plan: Leaving, today: string): Activity['status'] {
  const state = plan.text('state');
  if (state === 'ended') return STATUSES.closed;
  const period = plan.value('period');
  const hasBegun = isFuzzyDate(period) && fuzzyRange(period).from <= today;
  return state === 'approved' && hasBegun ? STATUSES.implementation : STATUSES.pipeline;
}

/** A commitment as an activity; none where it is no activity, or nobody knows when. */
function partOf(commitment: Commitment, head: Head, around: Surroundings, left: LeftOut): Activity[] {
  const { record, said, indicators, funding } = commitment;
  const of = new Leaving(record, around);
  const name = [of.text('number'), nameIn(record, around.translator.language)].filter(Boolean).join(' ');
  if (!ACTIVITIES.includes(of.text('what'))) {
    left.add('no-activity', name);
    return [];
  }
  const dates = datesOf(of, head, around);
  if (dates.length === 0) {
    left.add('no-date', name);
    return [];
  }
  const last = spoken(said);
  const ours = last.find(({ voice }) => voice === 'ours')?.last.rating ?? '';
  if (BY_RATING[ours] === undefined) left.add('unsaid', name);
  const money = moneyOf(funding, around, name, left);
  const { accountable, ...alike } = common(head, record, around);
  const title = namesIn(of, head.language, around);
  const other = (words: ReturnType<typeof asWritten>) =>
    words.length === 0 ? [] : [{ type: DESCRIPTIONS.other, words }];
  return [
    {
      ...alike,
      identifier: identifierOf(head, record.id),
      hierarchy: 2,
      title,
      descriptions: [
        { type: DESCRIPTIONS.general, words: of.text('text') === '' ? title : asWritten(of.text('text')) },
        ...['annexText', 'annexLacks'].flatMap((field) => other(asWritten(of.text(field)))),
        ...last.flatMap(({ last: { record: each, voice } }) =>
          other(asWeSay(around, saidIn(new Leaving(each, around), voice, around))),
        ),
        ...money.inKind.flatMap((each) => other(asWeSay(around, each))),
      ],
      participants: [
        ...accountable,
        ...organisationsIn(of.text('partners')).map((each) => ({
          role: ROLES.implementing,
          words: asWritten(each),
        })),
        ...money.donors.map((each) => ({ role: ROLES.funding, words: asWritten(each) })),
      ],
      status: BY_RATING[ours] ?? STATUSES.pipeline,
      dates,
      budgets: money.budgets,
      transactions: money.transactions,
      related: [{ as: 'parent', identifier: identifierOf(head) }],
      results: resultsOf(indicators, around, name, left),
    },
  ];
}

/** Who says what of it: "The state: done (May 2026). Words." */
function saidIn(of: Leaving, voice: string, { translator }: Surroundings): string {
  const date = of.value('date');
  const day = isFuzzyDate(date) ? ` (${sayDate(translator, date)})` : '';
  const who = speakerName(translator, { voice, who: of.words('who') });
  return [`${who}: ${of.words('rating')}${day}`, of.text('words'), of.text('source')]
    .filter(Boolean)
    .join('. ');
}

/** When it begins, and when it is there or done; what has no date of its own lies in the time of the plan. */
function datesOf(of: Leaving, { plan }: Head, around: Surroundings): Activity['dates'] {
  const [start, regular, period] = [of.value('start'), of.value('regular'), plan.value('period')];
  const written = of.text('written');
  const from = isFuzzyDate(start) ? placed(start, 'from', around, written) : null;
  const to = isFuzzyDate(regular) ? placed(regular, 'to', around, written) : null;
  const whole = isFuzzyDate(period) && from === null && to === null ? period : null;
  const begins = from ?? (whole === null ? null : placed(whole, 'from', around));
  const ends = to ?? (whole === null ? null : placed(whole, 'to', around));
  return [
    ...(begins === null ? [] : [{ type: DATES.plannedStart, ...begins }]),
    ...(ends === null ? [] : [{ type: DATES.plannedEnd, ...ends }]),
  ];
}
