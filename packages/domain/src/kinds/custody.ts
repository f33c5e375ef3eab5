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

/**
 * One step on the way of a file: how it came, what was made of it, to whom a copy was given. A step is never rewritten into
 * another one; what was wrong in it is mended, and history says so. Names of those outside stay with us.
 */
export const CUSTODY = defineKind({
  kind: 'custody',
  level: 'part',
  erasable: true,
  title: ['step'],
  groups: {
    given: ['to', 'copy', 'when', 'why'],
    rewritten: ['when', 'from', 'how', 'to', 'copy', 'why'],
  },
  fields: [
    // Said once: no step goes over to another file, nor along with it where that is destroyed.
    ordinary('file', reference('file'), { required: true, byProgram: true, once: true, part: 'files' }),
    // What it was, whose and of which bytes, too: what is signed for a court later says what was said first.
    ...withOther(ordinary('step', code('custody-steps'), { required: true, part: 'files', fixed: true })),
    ordinary('when', OUR_DAY, { part: 'files' }),
    ordinary('by', MEMBER, { ...internal, fixed: true }),
    identifying('from', line(160), { ...internal, when: { field: 'step', in: COMING } }),
    ...withOther(
      ordinary('how', code('received-ways'), { part: 'files', when: { field: 'step', in: COMING } }),
    ),
    identifying('to', line(160), {
      ...internal,
      when: { field: 'step', in: ['handed-over'] },
      requiredWhen: { field: 'step', in: ['handed-over'] },
    }),
    ordinary('copy', code('file-copies'), { part: 'files' }),
    sensitive('why', line(300), internal),
    // Of the bytes that the step is about, wherever they are now.
    ordinary('sha256', line(64), { byProgram: true, search: false, part: 'files', fixed: true }),
  ],
});
