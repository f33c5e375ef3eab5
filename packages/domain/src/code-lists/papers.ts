/** Lists about documents: which, what for, and how far they have got. */
import { flat } from './list.ts';

export const DOCUMENTS = flat('documents', 'worker', [
  'identity-card',
  'passport-abroad',
  'birth-certificate',
  'child-birth-certificate',
  'marriage-certificate',
  'divorce-certificate',
  'residence-record',
  'owner-consent',
  'housing-papers',
  'lease',
  'release-certificate',
  'loss-report',
  'photographs',
  'fee-receipt',
  'medical-certificate',
  'medical-referral',
  'hospital-extract',
  'disability-decision',
  'pension-card',
  'work-record',
  'income-certificate',
  'family-certificate',
  'tax-number',
  'bank-card',
  'art-card',
  'ost-card',
  'art-extract',
  'forensic-report',
  'police-report',
  'court-decision',
  'school-certificate',
  'residence-permit',
  'migration-card',
  'citizenship-decision',
  'power-of-attorney',
  'translation',
]);

/** What the person wants to have in the end. */
export const DOCUMENT_GOALS = flat('document-goals', 'worker', [
  'identity-card',
  'residence-registration',
  'birth-registration',
  'disability',
  'pension',
  'social-support',
  'art-card',
  'ost-entry',
  'custody',
  'protection-order',
  'bank-account',
  'work',
  'school',
  'citizenship',
]);

export const DOCUMENT_STATES = flat('document-states', 'closed', [
  'has',
  'in-progress',
  'missing',
  'impossible',
  'unknown',
]);

export const DOCUMENT_STEPS = flat('document-steps', 'worker', [
  'asked',
  'papers-gathered',
  'photographed',
  'translated',
  'notary',
  'fee-paid',
  'appointment',
  'handed-in',
  'escorted',
  'refused',
  'refusal-written',
  'complained',
  'ready',
  'collected',
]);

/** Why somebody has not got a paper. */
export const LACK_CAUSES = flat('lack-causes', 'worker', [
  'after-prison',
  'struck-off',
  'left-by-family',
  'lost',
  'stolen',
  'kept-by-others',
  'never-had',
  'expired',
  'no-address',
  'no-other-papers',
  'no-money',
  'office-refused',
  'afraid-to-ask',
]);

/** Whether the holder of a dwelling lets somebody be registered there. */
export const WILLINGNESS = flat('willingness', 'closed', ['yes', 'depends', 'no', 'unknown']);

export const ADDRESS_LIMITS = flat('address-limits', 'worker', [
  'only-women',
  'only-men',
  'no-children',
  'not-after-prison',
  'not-trans',
  'not-hiv',
  'not-drugs',
  'temporary-only',
  'must-live-there',
  'one-at-a-time',
]);
