/** Lists about what states and others have promised, and what is said of how far they came. */
import { flat } from './list.ts';

export const FRAMEWORK_TYPES = flat('framework-types', 'worker', [
  'plan',
  'strategy',
  'review-cycle',
  'treaty-body',
  'agreement',
  'law-reform',
]);
export const FRAMEWORK_STATES = flat('framework-states', 'closed', [
  'draft',
  'consulted',
  'approved',
  'ended',
]);
export const COMMITMENT_TYPES = flat('commitment-types', 'closed', [
  'action',
  'recommendation',
  'our-recommendation',
  'promise',
  'achievement',
  'challenge',
]);
export const COMMITMENT_ANSWERS = flat('commitment-answers', 'closed', [
  'supported',
  'noted',
  'pending',
  'not-known',
]);
export const VOICES = flat('voices', 'closed', ['state', 'ours', 'organisation', 'independent']);
export const PROGRESS_RATINGS = flat('progress-ratings', 'closed', [
  'not-begun',
  'begun',
  'partly',
  'done',
  'gone-back',
  'cannot-say',
]);
