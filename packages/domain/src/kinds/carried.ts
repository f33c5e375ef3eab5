import { byProgram, line, MEMBER, MOMENT, ordinary } from '../field.ts';
import { defineKind } from '../kind.ts';

/**
 * Says of words that stand here that they were carried over from a dossier whose number somebody else has taken since, and
 * who wrote them there, and when: by the word of whoever carried them.
 */
export const CARRIED = defineKind({
  kind: 'carried',
  level: 'part',
  title: ['by'],
  fields: [
    ordinary('by', MEMBER, byProgram),
    ordinary('at', MOMENT, byProgram),
    // The dossier that they stood in: no link, as what bears that number now is something else.
    ordinary('of', line(64), { ...byProgram, search: false }),
  ],
});
