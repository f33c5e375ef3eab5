import {
  byProgram,
  code,
  codes,
  internal,
  line,
  lines,
  MOMENT,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import type { Kind } from '../kind.ts';

/**
 * What a referral to another organisation hands over: the head of a dossier of its own, which both sides can read and
 * write, with copies of the agreed fields as its records. It has the life of a referral, so `referralStatus` and
 * `actOnReferral` work on it; nothing in it leads back to the case, and no other referral carries it on.
 */
export const HANDOVER: Kind = {
  kind: 'handover',
  level: 'root',
  title: ['reference', 'need'],
  timeline: 'sent',
  fields: [
    // Random, and not the case's: what both sides say on the phone.
    ordinary('reference', line(12), { ...byProgram, required: true }),
    sensitive('from', line(160), { ...internal, required: true }),
    sensitive('to', line(160), { ...internal, required: true }),
    // Whom of the sender to ask, in the sender's words.
    sensitive('contactPerson', line(160), internal),
    ...withOther(ordinary('need', code('services'), { ...internal, required: true })),
    sensitive('needWords', lines(2000), internal),
    ordinary('parts', codes('shared-parts'), internal),
    ordinary('sent', MOMENT, internal),
    ordinary('accepted', MOMENT, internal),
    ordinary('declined', MOMENT, internal),
    ...withOther(ordinary('declinedWhy', code('decline-reasons'), internal)),
    sensitive('declinedWords', lines(2000), internal),
    ordinary('inService', MOMENT, internal),
    ordinary('done', MOMENT, internal),
    ...withOther(ordinary('result', code('results'), internal)),
    ordinary('revoked', MOMENT, internal),
    ordinary('revokedSeen', MOMENT, internal),
  ],
};
