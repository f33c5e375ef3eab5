import {
  code,
  counted,
  DATE,
  internal,
  line,
  lines,
  MEMBER,
  ordinary,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Doses are missed only by who takes something. */
const ON_TREATMENT = {
  field: 'treatment',
  in: ['art', 'ost', 'tuberculosis', 'hepatitis-c', 'insulin', 'psychiatric', 'other', 'unknown'],
} as const;

/**
 * Somebody held, in prison or about to be let out, and one treatment that must not break off: which medicine, when it was
 * taken last, where it can be brought and who brings it. Who takes two has two of them.
 */
export const DETENTION = defineKind({
  kind: 'detention',
  level: 'part',
  title: ['treatment', 'where'],
  held: { by: 'bringer', until: [{ field: 'released' }] },
  due: [
    'treatmentOther',
    'medicine',
    'dose',
    'lastTaken',
    'lastHour',
    'every',
    'stock',
    'bringTo',
    'bringer',
    'releaseExpected',
  ],
  story: {
    tone: 'harm',
    dated: ['since'],
    entry: {
      title: ['treatment'],
      named: true,
      account: ['note'],
      facts: [
        'of',
        'place',
        'medicine',
        'dose',
        'lastTaken',
        'lastHour',
        'every',
        'state',
        'bringTo',
        'releaseExpected',
        'continuesAt',
      ],
      aside: ['where'],
    },
  },
  listed: true,
  groups: {
    begin: [
      'of',
      'where',
      'place',
      'since',
      'treatment',
      'medicine',
      'dose',
      'lastTaken',
      'lastHour',
      'every',
      'stock',
      'bringTo',
      'bringer',
      'bringerWords',
      'releaseExpected',
      'note',
    ],
    dose: ['state', 'lastTaken', 'lastHour', 'dose', 'stock', 'bringTo', 'bringer', 'bringerWords', 'note'],
    release: ['where', 'released', 'continuesAt', 'stock', 'note'],
  },
  about: 'of',
  fields: [
    ordinary('of', reference('person'), { part: 'health' }),
    ...withOther(
      sensitive('where', code('detention-places'), { ...counted, required: true, part: 'health' }),
    ),
    sensitive('place', line(200), { part: 'health' }),
    sensitive('since', DATE, { part: 'health' }),
    ...withOther(sensitive('treatment', code('treatments'), { ...counted, required: true, part: 'health' })),
    sensitive('medicine', line(120), { part: 'health', when: ON_TREATMENT }),
    sensitive('dose', line(120), { part: 'health', when: ON_TREATMENT }),
    sensitive('lastTaken', DATE, { part: 'health', when: ON_TREATMENT }),
    sensitive(
      'lastHour',
      { is: 'number', min: 0, max: 23, integer: true, unit: 'oclock' },
      { part: 'health', when: ON_TREATMENT },
    ),
    sensitive(
      'every',
      { is: 'number', min: 1, max: 720, integer: true, unit: 'hours' },
      { part: 'health', when: ON_TREATMENT },
    ),
    // What they have with them there, in days.
    sensitive(
      'stock',
      { is: 'number', min: 0, max: 366, integer: true, unit: 'days' },
      { part: 'health', when: ON_TREATMENT },
    ),
    sensitive('bringTo', lines(1000), { part: 'health', when: ON_TREATMENT }),
    ordinary('bringer', MEMBER, { ...internal, when: ON_TREATMENT }),
    sensitive('bringerWords', line(160), { ...internal, when: ON_TREATMENT }),
    // Empty: nobody knows yet that it is safe.
    sensitive('state', code('treatment-states'), { ...counted, part: 'health', when: ON_TREATMENT }),
    sensitive('releaseExpected', DATE, { part: 'health' }),
    sensitive('released', DATE, { part: 'health' }),
    sensitive('continuesAt', line(200), { part: 'health', when: ON_TREATMENT }),
    sensitive('note', lines(2000), internal),
  ],
});
