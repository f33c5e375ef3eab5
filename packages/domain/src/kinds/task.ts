import {
  byProgram,
  code,
  internal,
  line,
  link,
  lines,
  MEMBER,
  MOMENT,
  ordinary,
  sensitive,
  OUR_DAY,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** What somebody of us has to do by when. Open until `done` is set. */
export const TASK = defineKind({
  kind: 'task',
  level: 'part',
  // Of a task that a rule asked for and nobody reworded, the rule says what, in the reader's language.
  title: ['what', 'rule'],
  held: { by: 'owner', until: [{ field: 'done' }] },
  story: {
    tone: 'ours',
    dated: ['done', 'due'],
    ahead: { until: 'done' },
    entry: { title: ['what', 'rule'], account: ['note'], facts: [], aside: ['owner'] },
  },
  groups: {
    stamps: ['doneBy'],
    rewritten: ['what', 'due', 'owner', 'note'],
  },
  fields: [
    sensitive('what', line(200), { ...internal, requiredUnless: 'rule' }),
    ordinary('due', OUR_DAY, internal),
    ordinary('owner', MEMBER, internal),
    // Somebody said "I take it": until then the task only waits for its owner.
    ordinary('taken', MOMENT, { ...byProgram, weighs: 'deed' }),
    // Record of the case that the rule was about: with the rule it makes the task one of a kind.
    ordinary('about', link('dossier'), byProgram),
    ordinary('rule', code('task-rules'), byProgram),
    ordinary('done', MOMENT, internal),
    ordinary('doneBy', MEMBER, byProgram),
    sensitive('note', lines(2000), internal),
  ],
});
