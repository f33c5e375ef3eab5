/** Lists about what we do with others: money, referrals, matters before authorities, conversations. */
import { flat } from './list.ts';

export const COST_PURPOSES = flat('cost-purposes', 'worker', [
  'document-fees',
  'registration',
  'notary-translation',
  'photographs',
  'transport',
  'food',
  'clothes-goods',
  'shelter-rent',
  'moving-away',
  'medicine',
  'medical-examination',
  'children',
  'phone-internet',
  'court-fees',
  'lawyer',
  'training',
]);

/** Whose money it was, where it was spent before anybody decided; what the organisation pays itself is `ours`. */
export const MONEY_SOURCES = flat('money-sources', 'closed', ['ours', 'own', 'advance']);

/** Whether somebody wants back what they spent of their own. */
export const OWN_MONEY = flat('own-money', 'closed', ['reimburse', 'gift']);

export const COST_DECISIONS = flat('cost-decisions', 'closed', ['approved', 'refused']);

export const REFERRAL_TARGETS = flat('referral-targets', 'closed', ['service', 'space']);

/** Where a referral stands, which follows from its moments. */
export const REFERRAL_STATUSES = flat('referral-statuses', 'closed', [
  'proposed',
  'sent',
  'accepted',
  'declined',
  'in-service',
  'done',
  'revoked',
]);

/** Where a cost stands, which follows from what was done about it. */
export const COST_STATES = flat('cost-states', 'closed', [
  'draft',
  'asked',
  'approved',
  'refused',
  'paid',
  'receipted',
  'refunded',
  'given',
]);

export const HANDOVER_WAYS = flat('handover-ways', 'worker', [
  'sealed',
  'paper',
  'qr',
  'phone',
  'escorted',
  'person-carries',
]);

export const DECLINE_REASONS = flat('decline-reasons', 'worker', [
  'no-place',
  'closed',
  'outside-area',
  'not-their-work',
  'papers-demanded',
  'registration-demanded',
  'police-report-demanded',
  'treatment-demanded-first',
  'fee-demanded',
  'refused-trans',
  'refused-orientation',
  'refused-drugs',
  'refused-hiv',
  'refused-sex-work',
  'refused-man',
  'refused-son',
  'refused-disability',
  'refused-foreigner',
  'no-reason',
  'person-changed-mind',
]);

export const MATTER_TYPES = flat('matter-types', 'closed', [
  'complaint',
  'request',
  'lawsuit',
  'appeal',
  'protection-order',
  'defence',
  'administrative-fine',
  'advocacy',
]);

/** Before whom. */
export const FORUMS = flat('forums', 'worker', [
  'head-of-institution',
  'health-facility',
  'narcology-centre',
  'aids-centre',
  'health-ministry',
  'social-service',
  'employment-service',
  'labour-ministry',
  'registration-office',
  'civil-registry',
  'migration-service',
  'local-authority',
  'police',
  'interior-ministry',
  'prosecutor',
  'prison-service',
  'court',
  'court-of-appeal',
  'supreme-court',
  'constitutional-court',
  'ombudsman',
  'education-authority',
  'guardianship-body',
  'bar-association',
  'coordination-body',
  'international-body',
  'shelter',
  'bank',
  'employer',
  'company-platform',
]);

/** How a legal deadline was reckoned; the days are the country pack's. */
export const DEADLINE_RULES = flat('deadline-rules', 'closed', [
  'complaint-answer',
  'complaint-answer-long',
  'information-answer',
  'administrative-appeal',
  'court-claim',
  'court-appeal',
  'fine-appeal',
  'by-hand',
]);

export const MATTER_ANSWERS = flat('matter-answers', 'closed', [
  'granted',
  'granted-partly',
  'refused',
  'passed-on',
  'formal',
  'no-answer',
]);

export const MATTER_RESULTS = flat('matter-results', 'closed', [
  'remedy',
  'remedy-partly',
  'no-remedy',
  'no-ground',
  'withdrawn',
  'out-of-time',
]);

/** What was lacking where nothing could be put before anybody: "no lease, so no sanction against the landlord". */
export const MISSING_GROUNDS = flat('missing-grounds', 'worker', [
  'no-lease',
  'no-work-contract',
  'no-papers',
  'no-evidence',
  'no-witness',
  'no-law',
  'too-late',
  'unknown-perpetrator',
]);

/** What stood in the way, where it stands in the way of many. */
export const BARRIERS = flat('barriers', 'worker', [
  'registration-demanded',
  'papers-demanded',
  'treatment-demanded-first',
  'police-report-demanded',
  'fee-demanded',
  'parent-consent-demanded',
  'refusal-by-status',
  'secrecy-not-kept',
  'too-far',
  'no-places',
  'closed-days',
  'complaints-not-taken',
  'no-interpreter',
  'no-rule',
]);

export const TALK_WAYS = flat('talk-ways', 'worker', [
  'meeting',
  'call',
  'message',
  'letter',
  'joint-meeting',
  'event',
]);

/** What became of a promise. */
export const PROMISES = flat('promises', 'closed', ['none', 'waiting', 'kept', 'kept-partly', 'broken']);
