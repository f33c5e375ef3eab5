import { code, counted, DATE, internal, line, lines, MEMBER, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * A session of the body before which a state answers (a cycle of the UPR, CEDAW, another): by when something has to be there, how
 * long it may be, until when nobody may publish it, and what came out.
 */
export const SESSION = defineKind({
  kind: 'session',
  level: 'part',
  title: ['name'],
  card: { line: ['submitBy', 'opens'], day: 'submitBy' },
  listed: true,
  held: { by: 'owner', until: [{ field: 'outcome' }] },
  due: ['name'],
  groups: {
    form: [
      'name',
      'opens',
      'submitBy',
      'submitHour',
      'zone',
      'owner',
      'drafts',
      'words',
      'minutes',
      'embargo',
      'source',
      'note',
    ],
    after: ['submitted', 'published', 'outcome', 'outcomeOn', 'outcomeWords'],
    facts: ['opens', 'words', 'minutes', 'submitted', 'outcome', 'outcomeOn', 'outcomeWords', 'source'],
  },
  fields: [
    ordinary('name', line(300), { required: true }),
    ordinary('opens', DATE, counted),
    ordinary('submitBy', DATE, counted),
    // By the clocks of the body; without it until that day ends there.
    ordinary('submitHour', { is: 'number', min: 0, max: 23, integer: true, unit: 'oclock' }, counted),
    ordinary('zone', code('time-zones'), counted),
    ordinary('owner', MEMBER, internal),
    ordinary('drafts', line(300), internal),
    ordinary('words', { is: 'number', min: 1, max: 1_000_000, integer: true }, counted),
    ordinary('minutes', { is: 'number', min: 1, max: 600, integer: true, unit: 'minutes' }, counted),
    // The last day on which it stays with us.
    ordinary('embargo', DATE, counted),
    ordinary('source', lines(1000)),
    ordinary('note', lines(4000), internal),
    ordinary('submitted', OUR_DAY, counted),
    ordinary('published', OUR_DAY, counted),
    ordinary('outcome', code('session-outcomes'), counted),
    ordinary('outcomeOn', DATE, counted),
    ordinary('outcomeWords', lines(4000)),
  ],
});
