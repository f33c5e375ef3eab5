import { code, counted, DATE, internal, line, lines, ordinary, reference, withOther } from '../field.ts';
import { defineKind, type Field } from '../kind.ts';

/** Fields of `schedule`, Monday first. Each holds times such as "09:00-13:00, 14:00-18:00" (see `opening.ts`). */
export const WEEKDAY_FIELDS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const hours = { when: { field: 'what', in: ['hours'] } } as const;
const closure = { when: { field: 'what', in: ['closure'] } } as const;
const weekday = <Name extends string>(name: Name): Field<Name> =>
  ordinary(name, line(80), { ...hours, search: false });

/**
 * Either the usual week (`hours`) or a period in which it is shut (`closure`). It is about one service, or about a
 * place and every service there, or, with neither, about all that the provider does.
 */
export const SCHEDULE = defineKind({
  kind: 'schedule',
  level: 'part',
  title: ['what', 'period'],
  listed: true,
  groups: {
    hours: ['what', 'roundTheClock', ...WEEKDAY_FIELDS, 'period', 'everyYear', 'why', 'service', 'location'],
    ours: ['note'],
  },
  fields: [
    ordinary('what', code('schedule-types'), { required: true }),
    ordinary('service', reference('service')),
    ordinary('location', reference('location')),
    ordinary('roundTheClock', { is: 'flag' }, hours),
    ...WEEKDAY_FIELDS.map((name) => weekday(name)),
    // Of a closure: its first and last day. Of hours: from when to when they hold; empty is always.
    ordinary('period', DATE),
    ordinary('everyYear', { is: 'flag' }, closure),
    ...withOther(ordinary('why', code('closure-reasons'), { ...counted, ...closure })),
    ordinary('note', lines(1000), internal),
  ],
});
