import { byProgram, internal, line, lines, ordinary, OUR_DAY } from '../field.ts';
import { defineKind } from '../kind.ts';

/** An open call of ours. What is said and asked stands in `made`, as `writeSurvey` wrote it; applications are dossiers of their own. */
export const CALL = defineKind({
  kind: 'call',
  level: 'root',
  title: ['name'],
  card: {
    line: ['name', 'published'],
    day: 'begun',
    orders: [
      { by: 'updated', descending: true },
      { by: 'title', descending: false },
    ],
  },
  fields: [
    ordinary('name', line(300), { ...internal, required: true }),
    ordinary('begun', OUR_DAY, { ...byProgram, required: true }),
    ordinary('made', lines(122_880), { ...byProgram, search: false }),
    // The SHA-256 of what was published last, in base64url; and of all that ever was, as applications name theirs.
    ordinary('published', line(64), { ...byProgram, search: false }),
    ordinary('formerly', lines(2000), { ...byProgram, search: false }),
  ],
});
