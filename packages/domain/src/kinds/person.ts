import {
  byProgram,
  ANSWERED,
  code,
  codes,
  counted,
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

/** Somebody in a case, under a name of their choice: there is no field for a legal name. */
export const PERSON = defineKind({
  kind: 'person',
  level: 'part',
  // Whom nobody gave a name is told from others by what they are here: the client, a child, who told us.
  title: ['alias', 'role'],
  fields: [
    ordinary('role', code('person-roles'), { ...counted, required: true }),
    identifying('alias', line(80)),
    ...withOther(
      sensitive('relation', code('relations'), {
        when: { field: 'role', in: ['dependant', 'witness', 'source', 'other'] },
      }),
    ),
    ...withOther(sensitive('populations', codes('populations'), counted)),
    sensitive('countedAs', code('populations'), counted),
    ordinary('ageBand', code('age-bands'), counted),
    identifying('birthYear', { is: 'number', min: 1900, max: 2100, integer: true }),
    ordinary('minor', ANSWERED, counted),
    ...withOther(sensitive('genderIdentity', code('gender-identities'), counted)),
    ...withOther(sensitive('sexRecorded', code('sex-recorded'))),
    ...withOther(ordinary('languages', codes('languages'), counted)),
    ...withOther(sensitive('disability', codes('disabilities'), counted)),
    ...withOther(sensitive('displacement', code('displacement'), counted)),
    sensitive('hivStatus', code('hiv-statuses')),
    sensitive('artStatus', code('art-statuses')),
    sensitive('ostStatus', code('ost-statuses')),
    // Safe contact: what may be done, and what must never be.
    ...withOther(sensitive('safeChannel', codes('contact-channels'))),
    identifying('safeContact', line(160)),
    sensitive('safeHours', line(120)),
    sensitive('codeWord', line(60), { search: false }),
    ...withOther(sensitive('neverContact', codes('never-contact'))),
    sensitive('mayLeaveMessage', ANSWERED),
    // Whom the client does not want near the case: "I know all the employees".
    identifying('exclusions', lines(1000), internal),
    // Those that were chosen instead of written.
    identifying('excludedIds', links(['account', 'peer', 'directory'], 'provider', 'service'), byProgram),
    sensitive('note', lines(4000)),
  ],
});
