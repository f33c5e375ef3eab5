import { byProgram, code, counted, internal, lines, MEMBER, ordinary, OUR_DAY, reference } from '../field.ts';
import { defineKind } from '../kind.ts';

const TO_DO = { ...internal, when: { field: 'what', in: ['task'] } } as const;

/** What a review decided. Where one of us is to do something, it is a task from then on (`task`), which lives by itself. */
export const DECISION = defineKind({
  kind: 'decision',
  level: 'part',
  title: ['words'],
  groups: {
    form: ['what', 'words', 'commitment', 'becomes', 'owner', 'due'],
    // Who does it, and until when, is the task's to say once it is there.
    rewritten: ['words', 'commitment', 'becomes'],
  },
  fields: [
    ordinary('review', reference('review'), { ...counted, required: true }),
    ordinary('what', code('decision-types'), { ...counted, required: true }),
    ordinary('words', lines(1000), { required: true }),
    ordinary('commitment', reference('commitment'), counted),
    // What the commitment is to be from now on.
    ordinary('becomes', lines(1000), { when: { field: 'what', in: ['adjustment'] } }),
    ordinary('owner', MEMBER, { ...TO_DO, requiredWhen: TO_DO.when }),
    ordinary('due', OUR_DAY, { ...TO_DO, requiredWhen: TO_DO.when }),
    ordinary('task', reference('task'), byProgram),
  ],
});
