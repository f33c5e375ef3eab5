/** Lists about the bodies that follow a plan and what they decide, and about patterns that somebody found. */
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
export const DECISION_TYPES = flat('decision-types', 'closed', ['task', 'adjustment', 'agreed', 'lesson']);
/** How far a pattern is: `not-one` was looked at, and its acts do not belong together. */
export const PATTERN_STATES = flat('pattern-states', 'closed', [
  'watched',
  'confirmed',
  'acted-on',
  'ended',
  'not-one',
]);
