import {
  code,
  identifying,
  internal,
  line,
  MEMBER,
  ordinary,
  OUR_DAY,
  reference,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/** Steps by which a file comes to us. */
const COMING = ['received', 'returned'] as const;

/** Said once, by whoever noted the step. */
const ONCE = { once: true } as const;

/**
 * One step on the way of a file: how it came, what was made of it, to whom a copy was given. It stands as it was noted first:
 * nobody writes over it or deletes it, whoever noted it neither; what was wrong in it is said by a further step. Names of those
 * outside stay with us.
 */
export const CUSTODY = defineKind({
  kind: 'custody',
  level: 'part',
  erasable: true,
  lasting: true,
  writes: 'beginner',
  title: ['step'],
  groups: {
    given: ['to', 'copy', 'when', 'why'],
  },
  fields: [
    // No step goes over to another file, nor along with it where that is destroyed.
    ordinary('file', reference('file'), { ...ONCE, required: true, byProgram: true, part: 'files' }),
    ...withOther(ordinary('step', code('custody-steps'), { ...ONCE, required: true, part: 'files' })),
    ordinary('when', OUR_DAY, { ...ONCE, part: 'files' }),
    ordinary('by', MEMBER, { ...internal, ...ONCE }),
    identifying('from', line(160), { ...internal, ...ONCE, when: { field: 'step', in: COMING } }),
    ...withOther(
      ordinary('how', code('received-ways'), {
        ...ONCE,
        part: 'files',
        when: { field: 'step', in: COMING },
      }),
    ),
    identifying('to', line(160), {
      ...internal,
      ...ONCE,
      when: { field: 'step', in: ['handed-over'] },
      requiredWhen: { field: 'step', in: ['handed-over'] },
    }),
    ordinary('copy', code('file-copies'), { ...ONCE, part: 'files' }),
    sensitive('why', line(300), { ...internal, ...ONCE }),
    // Of the bytes that the step is about, wherever they are now.
    ordinary('sha256', line(64), { ...ONCE, byProgram: true, search: false, part: 'files' }),
  ],
});
