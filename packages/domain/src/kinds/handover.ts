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
import { defineKind } from '../kind.ts';

/** For our own work, and set by whom it was handed over to. */
const answer = { ...internal, answer: true } as const;

/**
 * What a referral to another organisation hands over: the head of a dossier of its own, which both sides can read and
 * write, with copies of the agreed fields as its records. It has the life of a referral, so `referralStatus` and
 * `actOnReferral` work on it; nothing in it leads back to the case, and no other referral carries it on.
 */
export const HANDOVER = defineKind({
  kind: 'handover',
  level: 'root',
  title: ['reference', 'need'],
  card: {
    line: ['from', 'to'],
    day: 'sent',
    orders: [
      { by: 'updated', descending: true },
      { by: 'day', descending: true },
    ],
    facets: [{ name: 'need', field: 'need' }],
  },
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
    // From here on the recipient answers.
    ordinary('accepted', MOMENT, answer),
    ordinary('declined', MOMENT, answer),
    ...withOther(ordinary('declinedWhy', code('decline-reasons'), answer)),
    sensitive('declinedWords', lines(2000), answer),
    ordinary('inService', MOMENT, answer),
    ordinary('done', MOMENT, answer),
    ...withOther(ordinary('result', code('results'), answer)),
    // An answer that was given by mistake and taken back, with its reason: both sides read it.
    ordinary('mended', MOMENT, answer),
    ordinary('mendedWhat', code('referral-statuses'), answer),
    sensitive('mendedWhy', lines(1000), answer),
    ordinary('revoked', MOMENT, internal),
    ordinary('revokedSeen', MOMENT, answer),
  ],
});
