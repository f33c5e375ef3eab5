import type { Beside, TaskRule } from './rule.ts';

const HELD = ['police', 'remand-prison', 'prison', 'closed-hospital', 'deportation-centre'];
const ON = ['takes', 'interrupted'];

/** Somebody who is held and takes, or took, what must not break off, while nobody has written down which and since when. */
function heldOnTreatment(status: string, treatment: string): TaskRule[] {
  const known: Beside = { kind: 'detention', field: 'treatment', in: [treatment] };
  const ask = { rule: 'treatment-ask', due: { days: 0 }, urgent: true } as const;
  const takes = { field: status, in: ON };
  const person = { ...ask, kind: 'person', without: [{ ...known, by: 'of' }] } as const;
  return [
    { ...person, from: 'detentionSince', when: [takes, { field: 'detention', in: HELD }] },
    { ...person, from: 'created', when: [takes, { field: 'detention', in: HELD }] },
    {
      ...person,
      from: 'created',
      when: [takes, { field: 'populations', in: ['in-prison'] }],
      unless: [{ field: 'detention', in: ['free'] }],
    },
    ...(
      [
        ['type', 'detained-unlawfully'],
        ['stateOfPerson', 'detained'],
      ] as const
    ).map(
      ([field, code]): TaskRule => ({
        ...ask,
        kind: 'violation',
        from: 'created',
        when: [{ field, in: [code] }],
        beside: { kind: 'person', ...takes },
        without: [known, { kind: 'person', field: 'detention', in: [...HELD, 'free'] }],
      }),
    ),
  ];
}
const GOES_ON = { field: 'state', in: ['kept', 'restored', 'stopped'] };
const NO_TREATMENT = { field: 'treatment', in: ['none'] };
const FREE = { field: 'where', in: ['free'] };

/** Somebody is held, and what they take must not break off. */
export const TREATMENT: readonly TaskRule[] = [
  ...heldOnTreatment('artStatus', 'art'),
  ...heldOnTreatment('ostStatus', 'ost'),
  {
    rule: 'treatment-bring',
    kind: 'detention',
    from: 'created',
    due: { days: 0 },
    unless: [GOES_ON, NO_TREATMENT, FREE],
    empty: ['released'],
    urgent: true,
  },
  {
    rule: 'release-ahead',
    kind: 'detention',
    from: 'releaseExpected',
    due: { days: 0 },
    ahead: 14,
    unless: [FREE],
    empty: ['released'],
  },
  {
    rule: 'treatment-after',
    kind: 'detention',
    from: 'released',
    due: { days: 0 },
    unless: [NO_TREATMENT, { field: 'state', in: ['stopped'] }],
    empty: ['continuesAt'],
    urgent: true,
  },
];
