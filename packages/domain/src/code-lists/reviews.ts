/** Lists about the bodies that follow a plan, and what they decide. */
import { flat } from './list.ts';

export const SEAT_SIDES = flat('seat-sides', 'closed', [
  'state',
  'community',
  'civil-society',
  'un',
  'donor',
  'private',
]);
export const REVIEW_TYPES = flat('review-types', 'closed', ['annual', 'mid-term', 'final', 'meeting']);
export const DECISION_TYPES = flat('decision-types', 'closed', ['task', 'adjustment', 'agreed']);
