import {
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  MONEY,
  ordinary,
  PLACE,
  references,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Acts by which somebody's secret reached others. */
const TELLING = ['secrecy-breached', 'outed', 'data-handed-over', 'leak', 'smear', 'digital-smear'];
/** Acts by which the state punished somebody. */
const PUNISHING = ['liberty', 'punished', 'detained-unlawfully', 'defender-persecuted', 'liberty-other'];

const HIT = (what: string) => ({ field: 'othersHit', in: [what] });

/** What was done, as it is taken down. */
const TOLD = [
  ...withOther(
    ordinary('type', code('violation-types'), { ...counted, required: true, part: 'what-happened' }),
  ),
  sensitive('date', DATE, { part: 'what-happened' }),
  sensitive('account', lines(), { part: 'what-happened' }),
  ...withOther(ordinary('placeType', code('place-types'), { ...counted, part: 'what-happened' })),
  ordinary('area', PLACE, { ...counted, part: 'what-happened' }),
  ...withOther(ordinary('barrierTo', code('services'), { ...counted, part: 'what-happened' })),
  sensitive('statedReason', lines(2000), { part: 'what-happened' }),
  ordinary('continuing', ANSWERED, { ...counted, part: 'what-happened' }),
  ordinary('victims', references('person'), { part: 'what-happened' }),
  // Others than people of the case to whom it was done: "nearly 100", an organisation, a page.
  ordinary('othersHit', codes('others-hit'), { ...counted, part: 'what-happened' }),
  sensitive('groupWho', line(200), { when: HIT('group'), part: 'what-happened' }),
  ordinary(
    'groupNumber',
    { is: 'number', min: 1, max: 10_000_000, integer: true },
    { ...counted, when: HIT('group'), part: 'what-happened' },
  ),
  ordinary('groupCertainty', code('number-certainty'), {
    ...counted,
    when: HIT('group'),
    part: 'what-happened',
  }),
  sensitive('organisationHit', line(200), { when: HIT('organisation'), part: 'what-happened' }),
  identifying('pageHit', line(400), { when: HIT('page'), part: 'what-happened' }),
  ordinary('perpetrators', references('perpetrator'), { part: 'perpetrators' }),
  // To whom a secret was told.
  ...withOther(
    sensitive('toldTo', codes('told-to'), {
      ...counted,
      when: { field: 'type', in: TELLING },
      part: 'what-happened',
    }),
  ),
  // What the state laid on the person.
  ...withOther(
    ordinary('penalty', codes('penalties'), {
      ...counted,
      when: { field: 'type', in: PUNISHING },
      part: 'what-happened',
    }),
  ),
  ordinary('penaltyAmount', MONEY, { when: { field: 'penalty', in: ['fine'] }, part: 'what-happened' }),
  ordinary('penaltyArticle', line(200), { when: { field: 'type', in: PUNISHING }, part: 'what-happened' }),
  ...withOther(sensitive('stateOfPerson', codes('states-of-person'), { part: 'health' })),
  // What became of what helps for some hours only.
  ...withOther(
    sensitive('urgentCare', code('urgent-care'), {
      ...counted,
      when: { field: 'type', in: ['sexual-violence'] },
      part: 'health',
    }),
  ),
  ordinary('reportedElsewhere', ANSWERED, { ...counted, part: 'what-happened' }),
  ...withOther(
    ordinary('reportedTo', codes('reported-to'), {
      ...counted,
      when: { field: 'reportedElsewhere', in: ['yes'] },
      part: 'what-happened',
    }),
  ),
  sensitive('reportAnswer', lines(2000), {
    when: { field: 'reportedElsewhere', in: ['yes'] },
    part: 'what-happened',
  }),
  ordinary('ledTo', references('violation'), { part: 'what-happened' }),
  // What of ours it followed, where it was done because of that.
  ordinary('followed', references('response'), internal),
];

/** Whether it violates a right: judged apart, and counted once another than whoever took it down says so. */
const JUDGED = [
  ordinary('qualified', code('qualification'), {
    ...counted,
    share: false,
    signed: true,
    byAnother: true,
  }),
  ...withOther(ordinary('responsible', codes('perpetrator-types'), { ...counted, share: false })),
  ...withOther(ordinary('rightsConcerned', codes('rights'), { ...counted, share: false })),
  ordinary('norm', line(300), { share: false }),
  sensitive('qualificationReason', lines(4000), internal),
];

/** Of one act among several: where, what followed, who heard of it, what the state laid on the person, and whom else it hit. */
const MORE = [
  'area',
  'placeType',
  'toldTo',
  'penalty',
  'penaltyAmount',
  'penaltyArticle',
  'stateOfPerson',
  'othersHit',
  'groupWho',
  'groupNumber',
  'groupCertainty',
  'organisationHit',
  'pageHit',
] as const;

/** One act against one or more people. Acts that follow from one another are linked by `ledTo`. */
export const VIOLATION = defineKind({
  kind: 'violation',
  level: 'part',
  title: ['type', 'account'],
  story: {
    tone: 'harm',
    dated: ['date'],
    entry: {
      title: ['type'],
      account: ['account'],
      facts: [
        'perpetrators',
        'victims',
        'barrierTo',
        'statedReason',
        'stateOfPerson',
        'urgentCare',
        'continuing',
        'toldTo',
        'groupWho',
        'groupNumber',
        'groupCertainty',
        'organisationHit',
        'pageHit',
        'penalty',
        'penaltyAmount',
        'penaltyArticle',
        'reportedTo',
        'reportAnswer',
        'ledTo',
        'followed',
        'qualified',
        'responsible',
        'rightsConcerned',
        'norm',
        'qualificationReason',
      ],
      aside: ['placeType', 'area'],
    },
  },
  about: 'victims',
  due: ['date'],
  counts: {
    as: 'acts',
    day: 'date',
    place: 'area',
    group: { number: 'groupNumber', certainty: 'groupCertainty' },
    others: 'othersHit',
  },
  groups: {
    // Asked at intake of whoever knows more of one act than who did it and when.
    intake: MORE,
    // What is taken down; its judgement is another's, and a step apart.
    rewritten: TOLD.map(({ name }) => name),
    judgement: JUDGED.map(({ name }) => name),
    // What whoever judges it has to have read.
    judged: ['type', 'victims', 'perpetrators', 'date', 'barrierTo', 'statedReason', 'account'],
  },
  fields: [...TOLD, ...JUDGED],
});
