import { byProgram, code, internal, line, lines, ordinary, OUR_DAY, sensitive } from '../field.ts';
import { defineKind } from '../kind.ts';

/** What came, as it came: no colleague bends how long it is kept, whom it names or where answers go. */
const CAME = { ...byProgram, fixed: true } as const;
/** Nobody reads a word of it, but where the page of the application shows it. */
const UNSEARCHED = { ...CAME, search: false } as const;

/**
 * What somebody without an account sent in answer to a call: a dossier of its own, which only those can open whom they left. It bears
 * the call's name and not theirs, and no search finds a word of it: whoever scores it must not come upon who wrote it.
 */
export const APPLICATION = defineKind({
  kind: 'application',
  level: 'root',
  title: ['name'],
  closed: true,
  writes: 'letter-readers',
  lasting: true,
  card: {
    line: ['name', 'call', 'received', 'gone', 'late', 'stage', 'result'],
    day: 'gone',
    orders: [
      { by: 'day', descending: false },
      { by: 'updated', descending: true },
    ],
  },
  fields: [
    ordinary('name', line(300), { ...UNSEARCHED, required: true }),
    ordinary('call', line(64), { ...UNSEARCHED, required: true }),
    sensitive('answers', lines(122_880), { ...UNSEARCHED, required: true }),
    ordinary('received', OUR_DAY, { ...CAME, required: true }),
    ordinary('late', { is: 'flag' }, CAME),
    // The day from which it is to be destroyed.
    ordinary('gone', OUR_DAY, { ...CAME, required: true }),
    // Of the stages that the call names, from 1; none: the first has not begun.
    ordinary('stage', { is: 'number', min: 0, max: 8, integer: true }, byProgram),
    ordinary('result', code('application-results'), byProgram),
    sensitive('reason', lines(2000), { ...internal, search: false }),
    ordinary('decided', OUR_DAY, byProgram),
    ordinary('told', OUR_DAY, byProgram),
    ordinary('language', line(8), UNSEARCHED),
    ordinary('readers', line(400), UNSEARCHED),
    ordinary('barred', line(400), UNSEARCHED),
    ordinary('number', line(64), UNSEARCHED),
    ordinary('address', line(64), UNSEARCHED),
    ordinary('verifier', line(64), UNSEARCHED),
    ordinary('box', line(2000), UNSEARCHED),
  ],
});
