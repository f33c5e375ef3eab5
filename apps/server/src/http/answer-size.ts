import { LIMITS, type RouteName } from '@dayaq/protocol';
import { CHARTER_PAGE } from '../charter/page.ts';

const KILOBYTE = 1024;
/** An answer lies in memory as rows, as it is encoded, and encoded. */
const COPIES = 3;
const SMALL = 16 * KILOBYTE;

const LARGEST: Partial<Record<RouteName, number>> = {
  'entries/pull': LIMITS.bytesPerPull,
  'entries/dossier': LIMITS.bytesPerPull,
  'shares/pull': LIMITS.bytesPerPull,
  'charter/read': CHARTER_PAGE * LIMITS.charterAct,
  'invitations/read': CHARTER_PAGE * LIMITS.charterAct,
  'introductions/charter': CHARTER_PAGE * LIMITS.charterAct,
  'shares/list': 200 * KILOBYTE,
  'blobs/get': LIMITS.blobChunk,
  'doors/read': 256 * KILOBYTE,
  'surveys/get': LIMITS.survey,
  'surveys/read': LIMITS.survey,
  'sounds/get': LIMITS.sound,
  'sounds/read': LIMITS.sound,
  'letters/get': LIMITS.letterPiece,
  'letters/list': 32 * KILOBYTE,
  'mailboxes/poll': LIMITS.mailboxSlots * LIMITS.reply,
};

/** The bytes to take before a route's answer is asked for: as many as its largest needs. */
export function answerSize(route: RouteName): number {
  return (LARGEST[route] ?? SMALL) * COPIES;
}
