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
