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

/** What an organisation is that publishes, as IATI tells them apart (its list OrganisationType). */
export const PUBLISHER_TYPES = flat('publisher-types', 'closed', [
  'national-ngo',
  'partner-ngo',
  'regional-ngo',
  'international-ngo',
  'government',
  'other-public',
  'multilateral',
  'foundation',
  'academic',
]);
/** In which language a document is. */
export const TEXT_LANGUAGES = flat('text-languages', 'closed', ['az', 'en', 'ru', 'tg']);
/** What it is for, of the purposes that donors count by (CRS codes of the OECD's DAC): those of our field. */
export const AID_SECTORS = flat('aid-sectors', 'closed', [
  'human-rights',
  'womens-rights',
  'violence-against-women',
  'hiv',
  'legal',
  'basic-health',
  'civil-society',
]);
