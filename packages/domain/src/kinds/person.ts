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
  minimal,
  ordinary,
  sensitive,
  withOther,
} from '../field.ts';
import type { Kind } from '../kind.ts';

/** Somebody in a case, under a name of their choice: there is no field for a legal name. */
export const PERSON: Kind = {
  kind: 'person',
  level: 'part',
  title: ['alias'],
  fields: [
    ordinary('role', code('person-roles'), { ...minimal, ...counted, required: true }),
    identifying('alias', line(80), minimal),
    ...withOther(
      sensitive('relation', code('relations'), {
        count: true,
        when: { field: 'role', in: ['dependant', 'witness', 'source', 'other'] },
      }),
    ),
    ...withOther(sensitive('populations', codes('populations'), { ...minimal, ...counted })),
    sensitive('countedAs', code('populations'), counted),
    ordinary('ageBand', code('age-bands'), { ...minimal, ...counted }),
    identifying('birthYear', { is: 'number', min: 1900, max: 2100, integer: true }),
    ordinary('minor', ANSWERED, counted),
    ...withOther(sensitive('genderIdentity', code('gender-identities'), { ...minimal, ...counted })),
    ...withOther(sensitive('sexRecorded', code('sex-recorded'))),
    ...withOther(ordinary('languages', codes('languages'), counted)),
    ...withOther(sensitive('disability', codes('disabilities'), counted)),
    ...withOther(sensitive('displacement', code('displacement'), counted)),
    sensitive('hivStatus', code('hiv-statuses'), { count: true }),
    sensitive('artStatus', code('art-statuses'), { count: true }),
    sensitive('ostStatus', code('ost-statuses'), { count: true }),
    // Safe contact: what may be done, and what must never be.
    ...withOther(sensitive('safeChannel', codes('contact-channels'), minimal)),
    identifying('safeContact', line(160), minimal),
    sensitive('safeHours', line(120), minimal),
    sensitive('codeWord', line(60), { ...minimal, search: false }),
    ...withOther(sensitive('neverContact', codes('never-contact'), minimal)),
    sensitive('mayLeaveMessage', ANSWERED),
    // Whom the client does not want near the case: "I know all the employees".
    identifying('exclusions', lines(1000), internal),
    // Those that were chosen instead of written.
    identifying('excludedIds', links(['account', 'peer', 'directory'], 'provider', 'service'), byProgram),
    sensitive('note', lines(4000)),
  ],
};
