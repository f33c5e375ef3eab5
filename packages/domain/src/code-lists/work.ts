/** Lists about our work on a case. */
import { divided, flat, marked } from './list.ts';

export const ANSWER = flat('answer', 'closed', ['yes', 'no', 'unknown', 'prefers-not']);

export const CHANNELS = flat('channels', 'worker', [
  'outreach',
  'hotline',
  'walk-in',
  'third-party',
  'referral',
  'message',
  'media',
  'letter',
  'public-page',
]);

export const WANTS = flat('wants', 'person', [
  'make-it-stop',
  'safe-place',
  'medical-care',
  'treatment',
  'legal-advice',
  'complaint',
  'court',
  'documents',
  'somebody-to-talk-to',
  'escort',
  'food-money',
  'work-study',
  'children',
  'leave-the-area',
  'only-a-record',
  'not-sure',
]);

/** How bad it is right now, as the person and the worker see it. It orders attention and refuses nobody. */
export const DANGER = flat('danger', 'closed', ['none', 'some', 'high', 'unknown', 'prefers-not']);

export const CONFIDENTIALITY = flat('confidentiality', 'closed', ['usual', 'careful', 'strict']);

export const STATUSES = flat('statuses', 'closed', ['new', 'in-progress', 'waiting', 'closed']);

export const OUTCOMES = flat('outcomes', 'closed', [
  'resolved',
  'partly-resolved',
  'not-resolved',
  'person-stopped',
  'contact-lost',
  'person-died',
  'joined',
]);

export const REMEDIES = flat('remedies', 'worker', [
  'care-given',
  'treatment-restored',
  'released',
  'papers-issued',
  'registration-made',
  'housing-kept',
  'safe-place-found',
  'back-to-work',
  'back-to-study',
  'children-returned',
  'protection-order',
  'compensation',
  'apology',
  'charges-dropped',
  'disciplined',
  'convicted',
  'content-removed',
  'rule-changed',
  'none',
]);

/** What a case comes from, as people of the community see it: counted over many cases, said of no single person. */
export const ROOT_CAUSES = flat('root-causes', 'worker', [
  'early-marriage',
  'no-schooling',
  'no-work',
  'poverty',
  'rural',
  'no-home',
  'no-papers',
  'left-by-family',
  'family-violence',
  'stigma',
  'law-or-rule',
  'not-knowing-rights',
]);

/** The coordinator's judgement, apart from intake. */
export const QUALIFICATION = flat('qualification', 'closed', ['yes', 'no', 'unclear']);

export const RIGHTS = flat('rights', 'worker', [
  'life',
  'no-torture',
  'liberty',
  'fair-trial',
  'remedy',
  'equality',
  'private-life',
  'family-life',
  'child',
  'health',
  'housing',
  'work',
  'education',
  'social-security',
  'legal-identity',
  'movement',
  'property',
  'expression',
  'assembly-association',
]);

/** Only what keeps harm away protects: food, a talk, a complaint help, and leave the danger where it was. */
export const RESPONSE_TYPES = marked(
  'protects',
  ['shelter', 'protection'],
  divided(
    { 'ost-art': ['art', 'ost'] },
    flat('response-types', 'worker', [
      'counselling',
      'information',
      'primary-legal',
      'secondary-legal',
      'psychosocial',
      'escort',
      'mediation',
      'shelter',
      'food-goods',
      'medical',
      'ost-art',
      'art',
      'ost',
      'documents',
      'cash',
      'protection',
      'training',
      'advocacy',
      'warning',
    ]),
  ),
);

/** Whether a deed keeps the person safe, as whoever did it sees it. */
export const SAFETY_NOW = flat('safety-now', 'closed', ['for-now', 'not-yet', 'unsure']);

export const RESULTS = flat('results', 'worker', [
  'worked',
  'worked-partly',
  'refused',
  'not-possible',
  'person-declined',
  'no-contact',
  'waiting',
]);

export const BY_WHOM = flat('by-whom', 'worker', [
  'us',
  'partner-organisation',
  'state-service',
  'peers',
  'the-person',
]);

export const CONSENT_KINDS = flat('consent-kinds', 'closed', ['service', 'sharing', 'statistics', 'story']);
export const CONSENT_DECISIONS = flat('consent-decisions', 'closed', ['yes', 'no']);
export const CONSENT_WAYS = flat('consent-ways', 'worker', [
  'spoken',
  'signed',
  'phone',
  'message',
  'interpreter',
]);
/** Who decided. Anything but `self` needs a reason; for a minor it must be said. */
export const CONSENT_GIVERS = flat('consent-givers', 'worker', [
  'self',
  'self-and-adult',
  'parent',
  'guardian',
  'trusted-adult',
]);
/** What a person agrees to pass on, in parts that can be explained aloud. Of their health, and of what they are, each answer by itself. */
export const SHARED_PARTS = marked(
  'alone',
  ['populations', 'health'],
  flat('shared-parts', 'closed', [
    'alias-age',
    'contact',
    'populations',
    'health',
    'what-happened',
    'perpetrators',
    'needs',
    'documents',
    'files',
    'safety',
  ]),
);

/** How a stay ended, or that it never began. */
export const STAY_ENDINGS = flat('stay-endings', 'worker', [
  'moved-on',
  'own-home',
  'other-shelter',
  'family',
  'back-to-danger',
  'refused',
  'put-out',
  'left-unsafe',
  'rules',
  'closed',
  'time-over',
]);

/** Ways to a living of one's own. */
export const PATH_TYPES = flat('path-types', 'worker', [
  'training',
  'school',
  'grant',
  'job',
  'internship',
  'own-business',
  'mentoring',
]);
export const PATH_OUTCOMES = flat('path-outcomes', 'worker', [
  'finished',
  'goes-on',
  'dropped-out',
  'shut-out',
  'not-begun',
]);
export const ATTENDANCE = flat('attendance', 'closed', ['came', 'excused', 'missed', 'cancelled']);
/** Where somebody is a year on. */
export const A_YEAR_ON = flat('a-year-on', 'worker', [
  'lives-of-it',
  'part-of-living',
  'other-work',
  'studies',
  'no-work',
  'back-where-it-began',
  'left-country',
  'contact-lost',
]);

/** Which rule made a task. */
export const TASK_RULES = marked(
  'contacts',
  // What somebody wrote by hand may be a call.
  [
    'by-hand',
    're-contact',
    're-contact-urgent',
    're-contact-soon',
    'threat-act',
    'risk-act',
    'risk-review',
    'risk-reassess',
    'response-planned',
    'treatment-ask',
    'treatment-after',
    'release-ahead',
    'rape-hours',
  ],
  flat('task-rules', 'closed', [
    'by-hand',
    're-contact',
    're-contact-urgent',
    're-contact-soon',
    'threat-act',
    'risk-act',
    'risk-review',
    'risk-reassess',
    'referral-send',
    'referral-answer',
    'referral-follow-up',
    'referral-revoked',
    'response-planned',
    'matter-deadline',
    'matter-overdue',
    'matter-choose-day',
    'matter-appeal',
    'matter-hearing',
    'order-ends',
    'promise-due',
    'stay-ends',
    'path-step',
    'path-year-on',
    'treatment-ask',
    'treatment-bring',
    'treatment-after',
    'release-ahead',
    'rape-hours',
    'document-expected',
    'document-expires',
    'cost-decide',
    'cost-pay',
    'cost-receipt',
    'complaint-answer',
    'letter-answer',
    'letter-late',
    'proposal-answer',
    'submission-due',
    'embargo-ends',
  ]),
);

/** Days on which offices are closed. */
export const HOLIDAYS = flat('holidays', 'closed', [
  'new-year',
  'mourning',
  'women',
  'novruz',
  'ramadan',
  'qurban',
  'victory-1945',
  'independence',
  'salvation',
  'armed-forces',
  'unity',
  'constitution',
  'victory',
  'flag',
  'solidarity',
  'election',
  'swapped',
]);

export const COUNTRIES = flat('countries', 'closed', ['az', 'tj']);

/** Whom a complaint is about. */
export const COMPLAINT_SUBJECTS = flat('complaint-subjects', 'closed', [
  'provider',
  'colleague',
  'organisation',
  // Of ours, and of what we promised: what our directory and our plans name.
  'service',
  'commitment',
]);
/** What somebody means who tells us what they think of something that we do. */
export const FEEDBACK_SORTS = flat('feedback-sorts', 'closed', [
  'complaint',
  'suggestion',
  'question',
  'thanks',
]);
/** What came of feedback. */
export const FEEDBACK_EFFECTS = flat('feedback-effects', 'closed', ['changed', 'planned', 'nothing']);
export const COMPLAINT_STATES = flat('complaint-states', 'closed', ['open', 'answered']);
export const COMPLAINT_RESULTS = flat('complaint-results', 'closed', [
  'upheld',
  'partly',
  'not-upheld',
  'unclear',
]);

/** Where something that was heard stands. */
/** A letter that came through the public door: what became of it. */
export const LETTER_STATES = flat('letter-states', 'closed', ['open', 'answered', 'became-case', 'put-away']);

export const LEAD_STATES = flat('lead-states', 'closed', ['open', 'became-case', 'laid-aside']);

/** Why nothing comes of something that was heard. */
export const LEAD_ENDS = flat('lead-ends', 'worker', [
  'not-found',
  'does-not-want',
  'already-a-case',
  'helped-by-others',
  'no-violation',
  'not-true',
  'too-dangerous',
]);

/** What becomes of an application. */
export const APPLICATION_RESULTS = flat('application-results', 'closed', [
  'taken',
  'waiting-list',
  'not-taken',
]);
