import {
  byProgram,
  code,
  codes,
  counted,
  DATE,
  FIELDS,
  internal,
  line,
  link,
  lines,
  MEMBER,
  MOMENT,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Asking somebody else to take a part of the help on: a service of the directory, or another organisation's space.
 * The moments are its life; where it stands follows from them (`referralStatus`).
 */
export const REFERRAL = defineKind({
  kind: 'referral',
  level: 'part',
  title: ['to', 'need'],
  held: { by: 'owner', until: [{ field: 'done' }, { field: 'declined' }, { field: 'revoked' }] },
  due: ['needOther', 'sent'],
  story: {
    tone: 'ours',
    dated: ['revoked', 'done', 'inService', 'declined', 'accepted', 'sent', 'proposed'],
    entry: {
      title: ['to'],
      named: true,
      account: [],
      facts: ['need', 'sent', 'result', 'declinedWhy', 'declinedWords', 'mendedWhat', 'mendedWhy'],
      aside: ['owner'],
    },
  },
  listed: true,
  groups: {
    rewritten: ['followUp', 'note'],
    facts: ['parts', 'handover', 'reference', 'needWords', 'note'],
  },
  fields: [
    ordinary('of', reference('person'), { required: true }),
    ordinary('target', code('referral-targets'), { ...counted, required: true }),
    // The name that the consent carries, and who that is.
    sensitive('to', line(160), { required: true }),
    ordinary('service', link('directory', 'service'), internal),
    ordinary('space', link('peer'), internal),
    // Of the hand-over: what both sides call it, and the dossier that holds it where it went through Dayaq.
    ordinary('reference', line(12), byProgram),
    ordinary('dossier', link('space', 'handover'), { ...byProgram, oneWay: true }),
    ...withOther(ordinary('need', code('services'), { ...counted, required: true })),
    sensitive('needWords', lines(2000)),
    ordinary('consent', reference('consent'), { ...internal, required: true }),
    ordinary('parts', codes('shared-parts')),
    // Exactly what the last look showed, and what is printed.
    sensitive('carried', FIELDS, byProgram),
    ...withOther(ordinary('handover', code('handover-ways'), counted)),
    ordinary('owner', MEMBER, internal),
    ordinary('proposed', MOMENT, internal),
    ordinary('sent', MOMENT),
    ordinary('accepted', MOMENT),
    ordinary('declined', MOMENT),
    ...withOther(ordinary('declinedWhy', code('decline-reasons'), counted)),
    sensitive('declinedWords', lines(2000)),
    ordinary('inService', MOMENT),
    ordinary('done', MOMENT),
    ...withOther(ordinary('result', code('results'), counted)),
    // An answer that was given, or written down, by mistake and taken back.
    ordinary('mended', MOMENT, byProgram),
    ordinary('mendedWhat', code('referral-statuses'), byProgram),
    sensitive('mendedWhy', lines(1000), internal),
    ordinary('revoked', MOMENT),
    ordinary('revokedSeen', MOMENT),
    ordinary('followUp', DATE, internal),
    sensitive('note', lines(2000), internal),
  ],
});
