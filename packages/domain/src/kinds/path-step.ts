import { code, internal, line, lines, ordinary, OUR_DAY, reference, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** One step of a path: a session, an interview, a payment, and whether it came about. */
export const PATH_STEP = defineKind({
  kind: 'path-step',
  level: 'part',
  title: ['what', 'day'],
  due: ['what'],
  groups: { step: ['what', 'day', 'came', 'note'] },
  fields: [
    ordinary('path', reference('path'), { ...internal, byProgram: true }),
    sensitive('what', line(200), internal),
    ordinary('day', OUR_DAY, { ...internal, required: true }),
    ordinary('came', code('attendance'), internal),
    sensitive('note', lines(1000), internal),
  ],
});
