import {
  BLOB,
  code,
  DATE,
  identifying,
  internal,
  line,
  lines,
  ordinary,
  PLACE,
  sensitive,
  withOther,
} from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * A file of the case. `file` is the original, untouched, because it is evidence; `workingCopy` is the same picture
 * without what the camera wrote into it, and is what gets looked at and passed on.
 */
export const FILE = defineKind({
  kind: 'file',
  level: 'part',
  erasable: true,
  title: ['description', 'role'],
  story: {
    tone: 'plain',
    dated: ['capturedWhen'],
    // The file itself says what it is, and where it has been.
    entry: {
      title: [],
      account: [],
      facts: ['capturedBy', 'capturedHow'],
      aside: ['role', 'capturedWhere'],
    },
  },
  groups: {
    rewritten: ['role', 'description', 'capturedWhen', 'capturedWhere', 'capturedBy', 'capturedHow'],
  },
  fields: [
    ...withOther(ordinary('role', code('file-roles'), { required: true, part: 'files' })),
    sensitive('description', line(300), { part: 'files' }),
    // Which bytes they are stays as it was written first: nobody lays others into the record of what is evidence.
    identifying('file', BLOB, { ...internal, required: true, fixed: true }),
    identifying('workingCopy', BLOB, { part: 'files', once: true }),
    ordinary('sha256', line(64), { search: false, part: 'files', fixed: true }),
    // Whoever lets a picture go has not said that where and how it was taken may go with it.
    sensitive('capturedWhen', DATE, internal),
    sensitive('capturedWhere', PLACE, internal),
    identifying('capturedBy', line(160), internal),
    ...withOther(ordinary('capturedHow', code('capture-ways'), internal)),
    identifying('custody', lines(4000), internal),
  ],
});
