/** Lists about threats and about assessing danger. */
import { flat } from './list.ts';

export const THREAT_TYPES = flat('threat-types', 'person', [
  'kill',
  'injure',
  'rape',
  'kidnap',
  'harm-family',
  'take-children',
  'forced-return',
  'outing',
  'publish-intimate',
  'arrest',
  'evict',
  'dismiss',
  'damage-property',
  'stop-treatment',
  'smear',
  'vague',
]);

export const THREAT_CHANNELS = flat('threat-channels', 'person', [
  'face-to-face',
  'call',
  'message',
  'social-media',
  'through-others',
  'letter',
  'followed',
  'at-home',
  'summons',
  'on-air',
]);

/** Against whom or what. */
export const THREAT_TARGETS = flat('threat-targets', 'person', [
  'the-person',
  'children',
  'family',
  'partner',
  'colleagues',
  'community',
  'organisation',
  'home-property',
  'good-name',
]);

export const CREDIBILITY = flat('credibility', 'closed', ['likely', 'possible', 'unlikely', 'unknown']);

/** What the authority did with a report of it. */
export const THREAT_ANSWERS = flat('threat-answers', 'closed', [
  'protected',
  'opened',
  'written-down',
  'not-taken',
  'refused',
  'laughed-off',
  'turned-against',
  'no-answer',
  'unknown',
]);

export const RISK_INSTRUMENTS = flat('risk-instruments', 'closed', ['partner-family', 'defender']);

/** From the least to the most. */
export const RISK_LEVELS = flat('risk-levels', 'closed', ['low', 'raised', 'high', 'critical']);

/** What a result can not do; shown beside every one. */
export const RISK_LIMITS = flat('risk-limits', 'closed', [
  'orders-attention',
  'own-judgement',
  'not-tested',
  'silence-is-not-safety',
]);

/** Questions of the instrument for violence by a partner or the family, as they are asked aloud. */
export const RISK_PARTNER = flat('risk-partner', 'closed', [
  'getting-worse',
  'threat-to-kill',
  'choked',
  'weapon',
  'forced-sex',
  'hit-pregnant',
  'fears-death',
  'left-recently',
  'watched',
  'locked-in',
  'controls',
  'children-hurt',
  'family-honour',
  'outing-threat',
  'own-death-threat',
  'drink-drugs',
  'order-ignored',
  'nowhere-to-go',
]);

/** Questions of the instrument for defenders: what threatens, what makes it easier, what protects. */
export const RISK_DEFENDER = flat('risk-defender', 'closed', [
  'threat-harm',
  'threat-attacked',
  'threat-followed',
  'threat-more',
  'threat-power',
  'threat-colleagues',
  'threat-published',
  'threat-prosecution',
  'weak-home-known',
  'weak-alone',
  'weak-routine',
  'weak-private',
  'weak-papers',
  'weak-devices',
  'weak-dependants',
  'weak-no-police',
  'strong-check-in',
  'strong-place',
  'strong-lawyer',
  'strong-plan',
  'strong-means',
  'strong-allies',
]);
