import {
  byProgram,
  ANSWERED,
  code,
  codes,
  counted,
  DATE,
  identifying,
  internal,
  line,
  lines,
  links,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

const HELD = ['police', 'remand-prison', 'prison', 'closed-hospital', 'deportation-centre'] as const;

/** Of two ages that of the child is heard. */
const YOUNGEST_LAST = ['50-plus', '35-49', '25-34', '18-24', '14-17', '0-13'] as const;

/** Which ways of reaching somebody cannot be meant where this must never be. */
const NEVER_RULES_OUT = {
  call: { safeChannel: ['call'] },
  message: { safeChannel: ['sms', 'whatsapp', 'telegram', 'signal', 'instagram', 'email'] },
  'voice-message': { mayLeaveMessage: ['yes'] },
  'social-media': { safeChannel: ['instagram'] },
} as const;

/** Somebody in a case, under a name of their choice: there is no field for a legal name. */
export const PERSON = defineKind({
  kind: 'person',
  level: 'part',
  // Whom nobody gave a name is told from others by what they are here: the client, a child, who told us.
  title: ['alias', 'role'],
  counts: {
    as: 'persons',
    only: { field: 'role', in: ['client'] },
    one: { populations: 'countedAs' },
    same: 'sameAs',
  },
  groups: {
    // What a short text can hold of it, the most needed first.
    short: [
      'alias',
      'ageBand',
      'safeChannel',
      'safeContact',
      'safeHours',
      'codeWord',
      'neverContact',
      'languages',
    ],
    // Asked at intake of whoever wants to say, one by one.
    intake: ['genderIdentity'],
    tags: ['ageBand', 'genderIdentity', 'populations'],
    facts: [
      'birthYear',
      'minor',
      'sexRecorded',
      'languages',
      'disability',
      'displacement',
      'hivStatus',
      'artStatus',
      'ostStatus',
      'detention',
      'detentionSince',
      'countedAs',
      'note',
    ],
    // What stands beside whatever somebody does who is about to call or write; the number is looked up in the case.
    reach: ['safeChannel', 'safeHours', 'codeWord', 'mayLeaveMessage', 'neverContact'],
    contact: [
      'safeChannel',
      'safeContact',
      'safeHours',
      'codeWord',
      'mayLeaveMessage',
      'neverContact',
      'exclusions',
    ],
  },
  fields: [
    ordinary('role', code('person-roles'), { ...counted, required: true }),
    identifying('alias', line(80), { part: 'alias-age' }),
    ...withOther(
      sensitive('relation', code('relations'), {
        part: 'alias-age',
        when: { field: 'role', in: ['dependant', 'witness', 'source', 'other'] },
      }),
    ),
    ...withOther(sensitive('populations', codes('populations'), { ...counted, part: 'populations' })),
    sensitive('countedAs', code('populations'), counted),
    ordinary('ageBand', code('age-bands'), { ...counted, part: 'alias-age', joins: YOUNGEST_LAST }),
    identifying(
      'birthYear',
      { is: 'number', min: 1900, max: 2100, integer: true, unit: 'year' },
      { part: 'alias-age', joins: 'most' },
    ),
    ordinary('minor', ANSWERED, { ...counted, part: 'alias-age', joins: 'most' }),
    ...withOther(sensitive('genderIdentity', code('gender-identities'), { ...counted, part: 'populations' })),
    ...withOther(sensitive('sexRecorded', code('sex-recorded'))),
    ...withOther(ordinary('languages', codes('languages'), { ...counted, part: 'needs' })),
    ...withOther(sensitive('disability', codes('disabilities'), { ...counted, part: 'health' })),
    ...withOther(sensitive('displacement', code('displacement'), { ...counted, part: 'populations' })),
    sensitive('hivStatus', code('hiv-statuses'), { part: 'health' }),
    sensitive('artStatus', code('art-statuses'), { part: 'health' }),
    sensitive('ostStatus', code('ost-statuses'), { part: 'health' }),
    ...withOther(sensitive('detention', code('detention-places'), { ...counted, part: 'health' })),
    sensitive('detentionSince', DATE, { part: 'health', when: { field: 'detention', in: HELD } }),
    // Safe contact: what may be done, and what must never be.
    ...withOther(sensitive('safeChannel', codes('contact-channels'), { part: 'contact', joins: 'least' })),
    identifying('safeContact', line(160), { part: 'contact', joins: 'all' }),
    sensitive('safeHours', line(120), { part: 'contact' }),
    sensitive('codeWord', line(60), { search: false, part: 'contact' }),
    ...withOther(
      sensitive('neverContact', codes('never-contact'), {
        part: 'contact',
        rulesOut: NEVER_RULES_OUT,
        joins: 'most',
      }),
    ),
    sensitive('mayLeaveMessage', ANSWERED, { part: 'contact', joins: 'least' }),
    // Whom the client does not want near the case: "I know all the employees".
    identifying('exclusions', lines(1000), { ...internal, joins: 'most' }),
    // Those that were chosen instead of written.
    identifying('excludedIds', links(['account', 'peer', 'directory'], 'provider', 'service'), {
      ...byProgram,
      joins: 'most',
    }),
    sensitive('note', lines(4000), { joins: 'all' }),
    // The same person in other cases, said by somebody who may open both: where, and which record there.
    ordinary('alsoIn', links('space', 'case'), byProgram),
    ordinary('sameAs', links('space', 'person'), byProgram),
  ],
});
