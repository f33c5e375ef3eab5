import { code, DATE, internal, line, lines, MEMBER, MOMENT, ordinary, sensitive } from '../field.ts';
import type { Kind } from '../kind.ts';

/** What somebody of us has to do by when. Open until `done` is set. */
export const TASK: Kind = {
  kind: 'task',
  level: 'part',
  title: ['what'],
  timeline: 'due',
  listed: true,
  fields: [
    sensitive('what', line(200), { ...internal, required: true }),
    ordinary('due', DATE, internal),
    ordinary('owner', MEMBER, internal),
    ordinary('rule', code('task-rules'), internal),
    ordinary('done', MOMENT, internal),
    ordinary('doneBy', MEMBER, internal),
    sensitive('note', lines(2000), internal),
  ],
};
