/** Lists about how something was decided: who was asked about it, and what became of what they proposed. */
import { flat } from './list.ts';

export const CONSULTATION_TYPES = flat('consultation-types', 'worker', [
  'draft-discussed',
  'shadow-report',
  'public-discussion',
  'hearing',
  'closed-meeting',
  'asked-to-speak-out',
]);
export const CONSULTATION_STATES = flat('consultation-states', 'closed', [
  'announced',
  'held',
  'called-off',
  'not-known',
]);
/** Of something that somebody else did: it was so, it was not, nobody of us knows. */
export const WAS_IT = flat('was-it', 'closed', ['yes', 'no', 'unknown']);
export const CONSULTED_SIDES = flat('consulted-sides', 'closed', [
  'ours',
  'partner',
  'community',
  'state',
  'party',
  'un',
  'donor',
  'media',
  'another',
]);
export const ABSENCES = flat('absences', 'worker', [
  'left-out',
  'turned-away',
  'declined',
  'silent',
  'could-not',
]);
export const PROPOSAL_FATES = flat('proposal-fates', 'closed', ['taken-in', 'in-part', 'refused', 'put-off']);

/** Where bodies sit, by whose clocks a day ends. `domain/sessions` knows each. */
export const TIME_ZONES = flat('time-zones', 'closed', [
  'geneva',
  'new-york',
  'strasbourg',
  'warsaw',
  'utc',
  'baku',
  'dushanbe',
]);
export const SESSION_OUTCOMES = flat('session-outcomes', 'closed', [
  'adopted',
  'in-part',
  'not-adopted',
  'postponed',
]);

export const LAW_TYPES = flat('law-types', 'worker', [
  'law',
  'amendment',
  'by-law',
  'strategy',
  'convention',
]);
/** `LAW_SCALE` in `domain/laws` says their order. */
export const LAW_STAGES = flat('law-stages', 'closed', [
  'idea',
  'drafted',
  'consulted',
  'introduced',
  'adopted',
  'signed',
  'ratified',
  'reservation',
  'in-force',
  'repealed',
  'withdrawn',
]);
export const LAW_AIMS = flat('law-aims', 'closed', ['adopt', 'ratify', 'change', 'repeal', 'stop', 'watch']);
export const PENALTY_AIMS = flat('penalty-aims', 'closed', ['abolish', 'lower', 'watch']);
