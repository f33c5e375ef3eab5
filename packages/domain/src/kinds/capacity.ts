import { code, counted, DATE, internal, line, lines, ordinary, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

const places = { is: 'number', min: 0, max: 100_000, integer: true } as const;

/** How many a service can take, as somebody said it on a day. Figures that disagree stand side by side. */
export const CAPACITY = defineKind({
  kind: 'capacity',
  level: 'part',
  title: ['number', 'unit'],
  listed: true,
  groups: {
    capacity: ['service', 'number', 'unit', 'free', 'date', 'source', 'location'],
    ours: ['note'],
  },
  fields: [
    ordinary('service', reference('service'), { required: true }),
    ordinary('location', reference('location')),
    ordinary('number', places, { required: true }),
    ordinary('unit', code('capacity-units'), { ...counted, required: true }),
    ordinary('free', places, internal),
    ordinary('date', DATE, { required: true }),
    ordinary('source', line(300), { required: true }),
    ordinary('note', lines(1000), internal),
  ],
});
